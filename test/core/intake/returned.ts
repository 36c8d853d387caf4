import { crossingAt } from '../../../src/shared/item-place.ts'
import { addressOf } from '../../../src/core/forms/form-index.ts'
import {
  emptySheet,
  finish,
  insertColumn,
  insertRow,
  removeColumn,
  removeRow,
} from '../../../scripts/county/sheet.ts'
import type { MadeSheet } from '../../../scripts/county/sheet.ts'
import { readReturn } from '../../../src/core/intake/read-return.ts'
import type { Reading } from '../../../src/core/model/reading.ts'
import { stateOf } from '../../../src/shared/state-letter.ts'
import type { RawCell, SheetData } from '../../../src/core/model/sheet.ts'
import type { ReadContext } from '../../../src/core/ports.ts'
import { defaultConfig } from '../../../src/core/setup/config.ts'
import type { Form, School } from '../../../src/shared/model.ts'
import { learnFrom, OFFICIAL, PLAIN } from '../forms/blanks.ts'
import { book, sheet } from '../../support/sheet.ts'

export const school = (id: string, name: string, more: Partial<School> = {}): School => ({
  id,
  name,
  shortName: '',
  type: '211',
  status: '正常',
  active: true,
  attributes: {},
  ...more,
})

const SCHOOLS = [
  school('2133001001', '石门镇中心小学', { shortName: '石门中心校' }),
  school('2133001002', '双桥镇中心小学'),
]

export const COVER = sheet(
  '封面',
  `
  教育事业统计调查表 | <
  学校名称： | 石门镇中心小学
  学校标识码： | '2133001001
  报出日期： | 2025年9月12日
  `,
)

/** A collection of one blank workbook with these sheets besides the cover. */
export function context(sheets: SheetData[], more: Partial<ReadContext> = {}): ReadContext {
  const config = defaultConfig()
  config.otherSheets['空表.xlsx'] = ['封面']
  return { forms: learnFrom({ '空表.xlsx': sheets }), schools: SCHOOLS, config, ...more }
}

export const BOTH = [OFFICIAL, PLAIN]

/** Blank sheets filled in: figure(i) for the i-th item of all forms; formulas give way to figures. */
export function fill(
  forms: Form[],
  sheets: SheetData[],
  figure: (index: number) => RawCell | undefined,
): { sheets: SheetData[]; truth: Record<string, string> } {
  const filled = structuredClone(sheets)
  const truth: Record<string, string> = {}
  let count = 0
  for (const form of forms) {
    const edition = form.editions[0]
    const target = filled.find((one) => one.name === edition?.sheet)
    for (const item of form.items) {
      const cell = figure(count++)
      if (edition === undefined || target === undefined) continue
      const { row, column } = crossingAt(edition, item.row, item.column)
      const line = (target.cells[row] ??= [])
      target.rowCount = Math.max(target.rowCount, row + 1)
      target.columnCount = Math.max(target.columnCount, column + 1)
      line[column] =
        item.kind === 'text' && cell ? { kind: 'text', value: `文${cell.value}` } : cell
      truth[addressOf(form, item)] = line[column]?.value ?? ''
    }
  }
  return { sheets: filled, truth }
}

/** Numbers as cells; every third as text, as official exports hold them. */
export function figures(values: number[]): (index: number) => RawCell {
  return (index) => ({
    kind: index % 3 === 0 ? 'text' : 'number',
    value: String(values[index % values.length] ?? 0),
  })
}

export function read(
  sheets: SheetData[],
  within: ReadContext,
  path = 'returns/石门.xlsx',
): Reading {
  return readReturn({ ok: true, workbook: book(...sheets) }, path, within)
}

/** Item address → value taken, of every table; other states in words. */
export function taken(reading: Reading, forms: Form[]): Record<string, string> {
  const out: Record<string, string> = {}
  for (const table of reading.tables) {
    const form = forms.find((one) => one.id === table.form)
    form?.items.forEach((item, index) => {
      const state = stateOf(table.states[index])
      const value = table.values[index] ?? ''
      out[addressOf(form, item)] = state === 'number' || state === 'text' ? value : `<${state}>`
    })
  }
  return out
}

export const codes = (reading: Reading): string[] => reading.reasons.map((reason) => reason.code)

type Change = (sheet: MadeSheet, at: number) => void

/** A sheet with a row or column put in or taken away at `at`; merges move along. */
export function changed(blank: SheetData, change: Change, at: number): SheetData {
  const { name, hidden, cells, merges, hiddenRows, hiddenColumns } = structuredClone(blank)
  const bare = { name, hidden, cells, merges, hiddenRows, hiddenColumns }
  const made: MadeSheet = { ...emptySheet(name), ...bare }
  change(made, at)
  return finish(made)
}

export { insertColumn, insertRow, removeColumn, removeRow }
