import type ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import type { SummaryFigureForm } from '../../../../src/shared/figure-form.ts'
import type { ConsolidatedInput } from '../../../../src/core/model/consolidated-input.ts'
import { exported } from './export.ts'
import { groupedInput } from './grouped.ts'

/*
 * The whole workbook as text, cell by cell, beside this file: whatever changes in what it says, in how
 * figures are shown and in where things stand is seen as lines of text. After a change that is meant,
 * `vitest run -u` writes it anew; read the difference.
 */

/** With a summary's figures, a fault, a list and a chain besides. */
function everything(lang: 'zh' | 'en'): ConsolidatedInput {
  const input = groupedInput()
  const form: SummaryFigureForm = 'value'
  const figure = {
    ...{ sentence: '全县在校生 4.8 万人，占 38.9%。', form, lack: null, moved: null },
    ...{ denominator: '', lastYear: '', missing: [], apart: [] },
  }
  return {
    ...input,
    lang,
    chain: { links: 12, head: '9b1c' },
    faults: [{ id: '小学-9', kind: 'rule', text: '教基9999[01,1] > 0：没有表 教基9999' }],
    lists: [
      {
        form: '项目台账',
        title: '教育建设项目台账',
        headings: ['项目编号', '开工日期', '完成投资'],
        figures: [false, false, true],
        rows: 3,
        line: (at) => [
          '2190001001',
          '第1小学',
          `XM-0${at}`,
          '2025-03-08',
          ['12.5', '', '=1'][at] ?? '',
        ],
      },
    ],
    quoted: [
      {
        ...{
          ...figure,
          text: '4.8',
          indicator: '在校',
          title: '在校生',
          unit: '万人',
          value: '4.8',
        },
        ...{ numerator: '48012', lastYear: '47950', missing: ['第十小学'] },
        ...{ source: ['教基3112[01,5]', null], item: '教基3112[01,5]' },
      },
      {
        ...{
          ...figure,
          text: '38.9%',
          indicator: '率',
          title: '毛入学率',
          unit: '%',
          value: '38.9',
        },
        ...{ numerator: '48012', denominator: '12345', apart: ['第三小学'] },
        ...{
          source: ['教基3112[01,5]', '外部:人口'],
          item: null,
          moved: { from: '40.1', total: '1' },
        },
      },
    ],
  }
}

function shown(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return JSON.stringify(value)
  if (value instanceof Date) return value.toISOString()
  if ('formula' in value) return `=${value.formula} ${shown(value.result ?? null)}`
  if ('text' in value) return `link ${JSON.stringify(value.text)} ${value.hyperlink}`
  return JSON.stringify(value)
}

/** What a sheet says, a line for each cell that is not empty, with how its number is shown. */
function sheetText(sheet: ExcelJS.Worksheet): string[] {
  const lines = [`## ${sheet.name} (${sheet.state})`]
  for (const view of sheet.views) if (view.state === 'frozen') lines.push(JSON.stringify(view))
  const { orientation, fitToPage, scale, printTitlesRow, printTitlesColumn } = sheet.pageSetup
  lines.push(
    `page ${JSON.stringify({ orientation, fitToPage, scale, printTitlesRow, printTitlesColumn })}`,
  )
  if (sheet.autoFilter) lines.push(`filter ${JSON.stringify(sheet.autoFilter)}`)
  const merges = sheet.model.merges.toSorted()
  if (merges.length > 0) lines.push(`merged ${merges.join(' ')}`)
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.type === 1 || cell.value === null) return
      const format =
        cell.numFmt === undefined || cell.numFmt === 'General' ? '' : ` [${cell.numFmt}]`
      const fill = cell.fill?.type === 'pattern' ? ` ${cell.fill.fgColor?.argb ?? ''}` : ''
      const note = cell.note === undefined ? '' : ` note ${JSON.stringify(cell.note)}`
      lines.push(`${cell.address} ${shown(cell.value)}${format}${fill}${note}`)
    }),
  )
  return lines
}

it.each(['zh', 'en'] as const)('says what it said, cell by cell: %s', async (lang) => {
  const book = await exported(everything(lang))
  const names = book.definedNames.model.map(({ name, ranges }) => `${name} ${ranges.join(' ')}`)
  const sheets = book.worksheets.map((sheet) =>
    sheetText(sheet)
      .map((line) => line.trimEnd())
      .join('\n'),
  )
  const whole = `${[`names\n${names.join('\n')}`, ...sheets].join('\n\n')}\n`
  await expect(whole).toMatchFileSnapshot(`whole.${lang}.txt`)
})
