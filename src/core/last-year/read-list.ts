import { isKnownUnit } from '../cells/unit-size.ts'
import { displayLabel } from '../forms/label.ts'
import { SheetGrid } from '../forms/sheet-grid.ts'
import { a1 } from '../model/address.ts'
import type { SheetData, WorkbookData } from '../model/sheet.ts'
import { isSigned, isTotal } from '../forms/list-rows.ts'
import { listOn } from '../forms/table-rows.ts'
import type { TableRows } from '../forms/table-rows.ts'
import { isUnitNote, unitsPrintedAbove } from '../forms/table-units.ts'
import { unitInLabel, usualUnit } from '../forms/units.ts'
import type { PastItem, PastLine, PastTable } from './past-table.ts'
import type { PastNote } from '../../shared/last-year.ts'
import type { SchoolFinder } from './school-finder.ts'

const NAME_HEADINGS = new Set(['学校名称', '学校（机构）名称', '学校(机构)名称', '校名', '名称'])
/** `[01,1]`, with what it is called or the 表号 in the same cell at need: `[01,1]总计`, `教基3112[01,1]`. */
const ITEM_HEADING =
  /^([^[\]［］【】]*)[[［【]\s*([^[\],，]+?)\s*[,，]\s*([^[\],，]+?)\s*[\]］】]([^[\]［］【】]*)$/u
/** How an own sheet says whose details it holds, whatever it had to be called. */
const FORM_LINE = /^表\s*号\s*[:：]\s*(.+)$/u

/**
 * Reads a workbook of last year's values (contract §1): a sheet per form, a row per school, a
 * column per item headed `[行,列]`, the item's labels above the codes where the list prints them.
 * A line that is no school's is passed over and named, never read as a school.
 *
 * @param key heading of the column of school codes
 * @param forms ids of this year's forms, by which a sheet's title is recognised
 */
export function readPastList(
  workbook: WorkbookData,
  key: string,
  forms: readonly string[],
  find: SchoolFinder,
): { tables: PastTable[]; notes: PastNote[] } {
  const notes: PastNote[] = []
  const tables: PastTable[] = []
  // The program's own workbook holds the figures of its 明细_ sheets in others too.
  const own = workbook.sheets.some(({ name }) => name.startsWith(DETAIL))
  for (const sheet of workbook.sheets) {
    const list = [key, ...NAME_HEADINGS].reduce<TableRows | null>(
      (found, heading) => found ?? listOn(sheet, [heading]),
      null,
    )
    if (list === null || !list.headings.some((heading) => ITEM_HEADING.test(heading))) {
      if (!own && holdsFigures(sheet)) {
        notes.push({
          code: 'sheet-unread',
          sheet: sheet.name,
          cell: '',
          params: { name: sheet.name, key },
        })
      }
      continue
    }
    const grid = new SheetGrid(sheet)
    const form = formOf(sheet, grid, list, forms)
    const labelled = itemsOf(grid, list, form)
    const units = unitRow(list.records[0], labelled)
    const items = labelled.map((item) => {
      const unit =
        units?.values[item.at] || item.labels.flatMap((text) => unitInLabel(text) ?? []).at(-1)
      return unit === undefined ? item : { ...item, unit: usualUnit(unit) }
    })
    const printed = unitsPrintedAbove(grid, list.headingRow)
    const records = list.records.filter((record) => record !== units)
    const read = linesOf(sheet, { ...list, records }, key, items, find, notes)
    tables.push({
      form,
      sheet: sheet.name,
      items,
      ...(printed.length > 0 && { printed }),
      ...read,
    })
  }
  return { tables, notes }
}

/** The line of units right below the codes, where what stands there is nothing else; undefined where there is none. */
function unitRow(
  first: TableRows['records'][number] | undefined,
  items: readonly PastItem[],
): TableRows['records'][number] | undefined {
  const said = items.flatMap(({ at }) => first?.values[at] || [])
  return said.length > 0 && said.every(isKnownUnit) ? first : undefined
}

/** How sheets of single schools' figures are called in an own workbook. */
const DETAIL = '明细_'

/** Whether numbers stand on a sheet: a cover or a page of notes is not missed. */
function holdsFigures({ hidden, cells }: SheetData): boolean {
  return (
    !hidden &&
    cells
      .flat()
      .some((cell) => cell?.kind === 'number' || /^\d[\d,]*(?:\.\d+)?$/u.test(cell?.value ?? ''))
  )
}

/**
 * The form a sheet belongs to: as an own line says it, else as the sheet's title begins (a sheet
 * cannot always be called after its form), else the sheet's name.
 */
function formOf(
  sheet: SheetData,
  grid: SheetGrid,
  list: TableRows,
  forms: readonly string[],
): string {
  for (let row = 0; row < list.headingRow; row++) {
    for (let column = 0; column < Math.min(grid.columnCount, 8); column++) {
      const said = FORM_LINE.exec(grid.text(row, column))?.[1]
      if (said !== undefined) return said.trim()
    }
  }
  const name = sheet.name.replace(/^明细_/u, '')
  if (forms.includes(name)) return name
  const title = list.headingRow === 0 ? '' : grid.text(0, 0)
  const [longest] = forms
    .filter(
      (form) => title === form || title.startsWith(`${form} `) || title.startsWith(`${form}　`),
    )
    .sort((a, b) => b.length - a.length)
  return longest ?? name
}

function itemsOf(grid: SheetGrid, list: TableRows, form: string): PastItem[] {
  const first = list.headings.findIndex((heading) => ITEM_HEADING.test(heading))
  return list.headings.flatMap((heading, at) => {
    const match = ITEM_HEADING.exec(heading)
    const [, before = '', row, column, behind = ''] = match ?? []
    if (row === undefined || column === undefined) return []
    const own = [before, behind].flatMap((text) => {
      const label = displayLabel(text.replaceAll(/^[\s:：·\-—]+|[\s:：·\-—]+$/gu, ''))
      return label === '' || label === form ? [] : [label]
    })
    return [{ row, column, labels: [...labelsAbove(grid, list.headingRow, at, first), ...own], at }]
  })
}

/**
 * The labels above a code from the top down. Titles and notes of the sheet stand in its first
 * columns only, or are merged over the columns of schools too; what is merged over several rows is
 * one label.
 *
 * @param first the first column of items
 */
function labelsAbove(grid: SheetGrid, headingRow: number, column: number, first: number): string[] {
  const labels: string[] = []
  for (let row = headingRow - 1; row >= 0; row--) {
    const merge = grid.merge(row, column)
    if (merge !== undefined && merge.left === 0) break
    if (isUnitNote(grid, row, column)) continue
    const text = displayLabel(grid.text(row, column))
    if (text === '') {
      if (labels.length === 0) continue
      const carried = carriedOn(grid, row, column, first)
      if (carried === '') break
      labels.unshift(carried)
      continue
    }
    if (merge === undefined || merge.top === row) labels.unshift(text)
  }
  return labels
}

/** A group's label that is written over its first column only, the others being left empty instead of merged. */
function carriedOn(grid: SheetGrid, row: number, column: number, first: number): string {
  for (let at = column; at >= first; at--) {
    if (grid.merge(row, at) !== undefined) return ''
    const text = displayLabel(grid.text(row, at))
    // A note in the corner ("单位：人") is over nothing.
    if (text !== '') return /[:：]/u.test(text) || isUnitNote(grid, row, at) ? '' : text
  }
  return ''
}

function linesOf(
  sheet: SheetData,
  list: TableRows,
  key: string,
  items: PastItem[],
  find: SchoolFinder,
  notes: PastNote[],
): { lines: PastLine[]; lost?: number } {
  const keyColumn = list.headings.indexOf(key)
  const nameColumn = list.headings.findIndex((heading) => NAME_HEADINGS.has(heading))
  const first = new Map<string, number>()
  let lost = 0
  const lines = list.records.flatMap(({ row, values }): PastLine[] => {
    const written = values[keyColumn] ?? ''
    const name = nameColumn < 0 ? '' : (values[nameColumn] ?? '')
    const note = (code: PastNote['code'], params: PastNote['params'] = {}): void => {
      notes.push({
        code,
        sheet: sheet.name,
        cell: a1(row, Math.max(0, keyColumn)),
        params: { row: row + 1, written, name, ...params },
      })
    }
    const texts = values.filter((value) => value !== '')
    if ([written, name].some(isTotal)) {
      note('total-row')
      return []
    }
    const own = items.map(({ at }) => sheet.cells[row]?.[at])
    if (texts.some(isSigned) || (written === '' && name === '')) {
      if (own.some((cell) => cell !== undefined && cell.value !== '') || texts.length > 0) {
        note('no-school-row', { text: texts[0] ?? '' })
      }
      return []
    }
    const found = find(written, name)
    if (found === null) {
      note('code-lost')
      if (own.some((cell) => cell !== undefined && cell.value !== '')) lost++
      return []
    }
    if (found.restored) note('code-restored', { school: found.id })
    const before = first.get(found.id)
    if (before !== undefined) {
      note('school-twice', { school: found.id, before })
      return []
    }
    first.set(found.id, row + 1)
    const said: Record<string, string> = {}
    list.headings.forEach((heading, column) => {
      if (heading === '' || ITEM_HEADING.test(heading) || said[heading] !== undefined) return
      said[heading] = values[column] ?? ''
    })
    return [{ at: row, school: found.id, name, said, cells: own }]
  })
  return { lines, ...(lost > 0 && { lost }) }
}
