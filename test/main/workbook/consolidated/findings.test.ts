import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { readSaid } from '../../../../src/core/queries/last-year-said.ts'
import { readWorkbook } from '../../../../src/main/workbook/read-workbook.ts'
import { countyInput } from './county.ts'
import { exported, exportTo, scratch, sheetOf } from './export.ts'

it('lists each finding with both sides, where it stands and why', async () => {
  const sheet = sheetOf(await exported(countyInput()), '审核')
  const line = (row: number): unknown[] => {
    const values = sheet.getRow(row).values
    return Array.isArray(values) ? values.slice(1) : []
  }
  expect(line(2).slice(0, 8)).toEqual([
    '标识码',
    '学校名称',
    '乡镇',
    '规则',
    '规则名称',
    '审核类别',
    '行',
    '列',
  ])
  expect(line(3).slice(3, 15)).toEqual([
    '小学-1',
    '在校生 = 各年级之和',
    '强制性',
    '01',
    undefined,
    '教基3112[*,7] = SUM(教基3112[*,9:14])',
    64,
    46,
    18,
    '教基3112[01,7] 64',
    '已说明',
    '=合计含借读生',
  ])
  // Codes that are compared are no figures.
  expect(line(4).slice(9, 11)).toEqual(['2190002010', '2190001010'])
  expect(line(4)[13]).toBe('未处理')
})

it.each(['zh', 'en'] as const)('is read next year for its explanations (%s)', async (lang) => {
  const path = await exportTo(await scratch(), { ...countyInput(), lang })
  const outcome = readWorkbook(new Uint8Array(await readFile(path)), path)
  if (!outcome.ok) throw new Error(outcome.code)
  const [explained] = countyInput().findings
  expect([...readSaid(outcome.workbook)]).toEqual([
    [`${explained?.school.id ?? ''}|小学-1|01|`, '=合计含借读生'],
  ])
})
