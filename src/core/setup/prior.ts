import { itemAddress } from '../model/address.ts'
import type { SheetData, WorkbookData } from '../model/sheet.ts'
import { takeNumber } from '../intake/value.ts'
import { findList, listOn } from './table-rows.ts'

/** Last year's values: school → item address → plain decimal or text; blank cells are absent. */
export type PriorValues = Map<string, Map<string, string>>

/** Last year: the values, and what the schools were called then where it is known. */
export interface LastYear {
  values: PriorValues
  names: Map<string, string>
}

const NAME_HEADINGS = new Set(['学校名称', '学校（机构）名称', '学校(机构)名称', '校名', '名称'])

const ITEM_HEADING = /^\[([^[\],]+),([^[\],]+)\]$/u

/**
 * Reads prior/明细.xlsx: a sheet per form, named by its 表号 (or 明细_表号), a row per school, a
 * column per item headed `[行,列]`.
 *
 * @param key heading of the column of school codes
 */
export function readPrior(workbook: WorkbookData, key: string): LastYear & { forms: string[] } {
  const values: PriorValues = new Map()
  const names = new Map<string, string>()
  const forms: string[] = []
  for (const sheet of workbook.sheets) {
    const form = sheet.name.replace(/^明细_/u, '')
    const list = listOn(sheet, [key])
    if (list === null || !list.headings.some((heading) => ITEM_HEADING.test(heading))) continue
    forms.push(form)
    const keyColumn = list.headings.indexOf(key)
    const nameColumn = list.headings.findIndex((heading) => NAME_HEADINGS.has(heading))
    for (const { row, values: line } of list.records) {
      const school = (line[keyColumn] ?? '').normalize('NFKC')
      if (school === '') continue
      const own = values.get(school) ?? new Map<string, string>()
      values.set(school, own)
      const name = line[nameColumn] ?? ''
      if (name !== '') names.set(school, name)
      readLine(sheet, row, list.headings, form, own)
    }
  }
  return { values, names, forms }
}

function readLine(
  sheet: SheetData,
  row: number,
  headings: string[],
  form: string,
  into: Map<string, string>,
): void {
  headings.forEach((heading, column) => {
    const match = ITEM_HEADING.exec(heading)
    if (match === null) return
    const cell = sheet.cells[row]?.[column]
    if (cell === undefined || cell.value === '') return
    const taken = takeNumber(cell, { unit: null })
    const value = taken.state === 'number' ? taken.value : cell.value
    into.set(itemAddress(form, match[1] ?? '', match[2] ?? ''), value)
  })
}

/** A figure from another office, with where it comes from. */
export interface ExternalFigure {
  name: string
  value: string
  unit: string
  source: string
  date: string
}

/** Reads external.xlsx: 指标, 数值, 单位, 来源, 截止日期. Rows whose 数值 is no number keep it as text. */
export function readExternal(
  workbook: WorkbookData,
  sheet: string | null,
): ExternalFigure[] | null {
  const list = findList(workbook, ['指标', '数值'], sheet)
  if (list === null) return null
  const column = (heading: string): number => list.headings.indexOf(heading)
  return list.records.map(({ values }) => ({
    name: values[column('指标')] ?? '',
    value: values[column('数值')] ?? '',
    unit: values[column('单位')] ?? '',
    source: values[column('来源')] ?? '',
    date: values[column('截止日期')] ?? '',
  }))
}
