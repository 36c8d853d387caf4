import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createService } from '../../src/core/service/service.ts'
import type { Service } from '../../src/core/service/service.ts'
import { createPorts } from '../../src/main/ports.ts'
import { emptySheet } from '../../src/core/model/sheet.ts'
import { writeWorkbook } from '../../scripts/county/write-workbook.ts'
import { FORM_LIBRARY } from '../../scripts/forms/library.ts'
import { drawSheet } from '../../scripts/forms/sheet.ts'
import type { CellValue } from '../../scripts/forms/sheet.ts'
import { writeFiles } from '../support/write-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'huishu-ledger-'))
const ports = createPorts({
  host: 'memory',
  version: '0',
  dataFolder: join(folder, 'data'),
  sampleFolder: join(folder, 'county'),
})
let service: Service

const REPORTERS = [
  ['6100000001', '项目管理办公室', '股室'],
  ['6100000002', '雁塘小学', '学校'],
] as const

/** A project: number, school, stage, kind, started, finished, area, spent, places. */
const project = (
  ...of: [string, string, string, string, string, string, string, string, string]
) => {
  const [number, school, stage, kind, started, finished, area, spent, places] = of
  return [
    ...[number, `${school}工程`, school, stage, '其他', kind, '整校', '1', '是', '否'],
    ...[started, finished, area, '', spent, '', '', places],
  ]
}

const OFFICE = [
  project('XM-01', '雁塘小学', '小学', '新建', '2025-03-01', '', '1,200', '３００', ''),
  project('XM-02', '青榆幼儿园', '幼儿', '改扩建', '2025.3', '2025年8月', '900', '150', '180'),
  project('XM-03', '鹿鸣中学', '初中', '新建', '—', '', '2000', '0', ''),
]
/** The same project again, written otherwise and with another area, and one of its own. */
const SCHOOL = [
  project('xm－01', '雁塘小学', '小学', '新建', '2025-03', '', '1260', '300', ''),
  project('XM-09', '雁塘小学', '小学', '维修', '2025-05-01', '', '80', '12.5', ''),
]

async function returned(rows: CellValue[][], at: 0 | 1): Promise<Uint8Array> {
  const spec = FORM_LIBRARY[0]?.sheets[0]
  const [code, name] = REPORTERS[at]
  if (spec === undefined) throw new Error('no library')
  return writeWorkbook([drawSheet(spec, { sender: { code, name }, rows }).sheet])
}

async function register(): Promise<Uint8Array> {
  const rows = [
    ['标识码', '学校名称', '类别', '办学类型代码', '状态'],
    ...REPORTERS.map((one) => [...one, '', '正常']),
  ]
  const sheet = emptySheet('学校名册')
  sheet.cells = rows.map((row) => row.map((value) => ({ kind: 'text', value })))
  return writeWorkbook([{ ...sheet, rowCount: rows.length, columnCount: 5 }])
}

async function open(office: CellValue[][], school: CellValue[][]): Promise<void> {
  const blank = new Uint8Array(
    readFileSync(join(import.meta.dirname, '../../resources/forms/项目台账.xlsx')),
  )
  writeFiles(join(folder, 'county'), [
    ['collection.yaml', new TextEncoder().encode('title: 台账\nreference_date: 2025-12-31\n')],
    ['forms/项目台账.xlsx', blank],
    ['register.xlsx', await register()],
    ['returns/6100000001.xlsx', await returned(office, 0)],
    ['returns/6100000002.xlsx', await returned(school, 1)],
  ])
  service = createService(ports)
  await service.openSample({})
  let after = 0
  for (;;) {
    if ((await service.job({ id: 1 })).state !== 'running') break
    after = (await service.events({ after, waitMs: 500 })).last
  }
}

async function values(...ids: string[]): Promise<Record<string, string | null>> {
  const { rows } = await service.indicators({ basis: 'returned' })
  return Object.fromEntries(
    ids.map((id) => [id, rows.find(({ indicator }) => indicator.id === id)?.now.value ?? null]),
  )
}

describe('a blank of the form library, dropped into a folder', () => {
  beforeAll(() => open(OFFICE, SCHOOL), 60_000)
  afterAll(async () => {
    service.close()
    await ports.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('brings along its counts and indicators, and a project of two reporters counts once', async () => {
    expect(
      await values('建设项目数', '已开工项目数', '已竣工项目数', '完成投资万元', '新增幼儿园学位'),
    ).toEqual({
      建设项目数: '4',
      已开工项目数: '3',
      已竣工项目数: '1',
      完成投资万元: '462.5',
      新增幼儿园学位: '180',
    })
  })

  it('says at both which report says what of a project, and asks nothing else of it', async () => {
    const { findings } = await service.findings({ basis: 'returned' })
    const differ = findings.filter(({ rule }) => rule === '名单规则:同一项目各处所报一致')
    const told = differ.map(({ schoolName, items, why }) =>
      [schoolName, items[0]?.value, why?.params['count'], why?.params['says']].join(' '),
    )
    expect(told).toEqual([
      '项目管理办公室 1200 1 XM-01\t建筑面积\t1200\t雁塘小学\t1260',
      '雁塘小学 1260 1 XM-01\t建筑面积\t1260\t项目管理办公室\t1200',
    ])
    // A project that stands still: places, spending and days are as they should be.
    expect(findings.filter(({ rule }) => rule.startsWith('名单规则:')).length).toBe(2)
  })

  it('lists its rules over rows among the rules, with how they fare, and each can be switched', async () => {
    const rules = async () =>
      (await service.findings({ basis: 'returned' })).rules.filter(
        ({ origin }) => origin === 'list',
      )
    const same = '名单规则:同一项目各处所报一致'
    const first = await rules()
    expect(first.length).toBe(9)
    expect(first.find(({ id }) => id === same)).toMatchObject({
      ...{
        on: true,
        severity: 'query',
        check: '同一 名单.项目编号',
        schools: 2,
        fails: 2,
        fault: null,
      },
    })
    await service.switchRule({ rule: same, on: false, reason: '两处口径不同' })
    expect((await rules()).find(({ id }) => id === same)).toMatchObject({ on: false, fails: 0 })
    const { findings } = await service.findings({ basis: 'returned' })
    expect(findings.filter(({ rule }) => rule === same)).toEqual([])
    await service.undo({})
    expect((await rules()).find(({ id }) => id === same)).toMatchObject({ on: true, fails: 2 })
    await expect(
      service.switchRule({ rule: '名单规则:没有', on: false, reason: '试' }),
    ).rejects.toThrow('no-such-rule')
  })

  it('leaves a target that nobody reported undefined, not 0', async () => {
    const { rows } = await service.indicators({ basis: 'returned' })
    expect(rows.some(({ indicator }) => indicator.id === '规划投资')).toBe(false)
  })
})
