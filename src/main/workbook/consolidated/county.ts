import type { Alignment, Cell, Worksheet } from 'exceljs'
import { a1, columnName } from '../../../core/model/address.ts'
import { isSchool } from '../../../shared/reporters.ts'
import { fill } from '../../../shared/words/template.ts'
import { derivedFormula } from './derived.ts'
import { itemCode, itemLabel } from './labels.ts'
import { layoutWidth } from './layout.ts'
import { linkToSheet } from './link.ts'
import { sheetRef } from '../sheet-names.ts'
import type { ItemFigures } from './figures.ts'
import { cellNumber, numberFormat } from './number.ts'
import { NOTE_ROWS, visibleColumns } from './plan.ts'
import type { FormPlan, Plan } from './plan.ts'
import { onePageWide } from './print.ts'
import { addSheet, put, putText } from './sheet.ts'
import type { Book } from './sheet.ts'
import { CODE, NOTE, TEXT, TEXT_WRAPPED, TOO_LONG, numberStyle } from './styles.ts'
import { wrappedHeight } from './text.ts'
import type { CellStyle } from './styles.ts'

/** `<表号>`: the county's figures in the blank form's own layout, each a sum over the school sheet. */
export function writeCounty(book: Book, plan: Plan, form: FormPlan): void {
  const { layout } = form.county
  const firstItemRow = Math.min(
    ...form.county.cells.map(({ row }) => row).filter((row) => row <= layout.rowCount),
    layout.rowCount + 1,
  )
  const titles =
    firstItemRow > 1 && firstItemRow <= layout.rowCount ? `1:${firstItemRow - 1}` : null
  const sheet = addSheet(book, plan, form.county.name, {
    pageSetup: { ...onePageWide(layoutWidth(layout), titles), horizontalCentered: true },
    properties: {
      ...(layout.defaultRowHeight === undefined
        ? {}
        : { defaultRowHeight: layout.defaultRowHeight }),
      ...(layout.defaultColumnWidth === undefined
        ? {}
        : { defaultColWidth: layout.defaultColumnWidth }),
    },
    views: [{ showGridLines: layout.showGridLines }],
  })
  drawLayout(sheet, form)
  form.input.form.items.forEach((item, index) => {
    const place = form.county.cells[index]
    if (place === undefined || form.county.elsewhere.includes(index)) return
    const cell = sheet.getCell(place.row, place.column)
    if (item.kind === 'text') {
      cell.value = null
      return
    }
    putTotal(sheet, plan, form, index, itemStyle(cell.style))
  })
  writeNotes(sheet, plan, form)
  sheet.commit()
}

function drawLayout(sheet: Worksheet, form: FormPlan): void {
  const { layout } = form.county
  layout.columns.forEach(({ width, hidden, style }, index) => {
    const column = sheet.getColumn(index + 1)
    column.style = style
    if (width !== undefined) column.width = width
    if (hidden) column.hidden = true
  })
  // Merged first: merging gives every cell the first one's style, and the right border would be lost.
  for (const { top, left, bottom, right } of layout.merges) {
    if (bottom > top || right > left) sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1)
  }
  layout.cells.forEach((line, index) => {
    const row = sheet.getRow(index + 1)
    const { height, hidden } = layout.rows[index] ?? {}
    if (height !== undefined) row.height = height
    if (hidden === true) {
      row.hidden = true
      // A row without content is only written when it has a height.
      row.height ??= layout.defaultRowHeight ?? 15
    }
    line.forEach((drawn, column) => {
      if (drawn === undefined) return
      const cell = row.getCell(column + 1)
      if (cell.master === cell) cell.value = drawn.value
      cell.style = drawn.style
    })
  })
}

/** The blank cell's own look, but wide sums shrink to fit instead of turning into ####. */
function itemStyle(style: CellStyle): CellStyle {
  const { wrapText: _, ...rest } = style.alignment ?? {}
  const alignment: Partial<Alignment> = { ...rest, shrinkToFit: true }
  return { ...style, alignment }
}

/** `=SUM('明细_教基3112'!F5:F67)` with its result; a sum that no cell can hold is written out as text. */
function putTotal(
  sheet: Worksheet,
  plan: Plan,
  form: FormPlan,
  index: number,
  style: CellStyle,
): void {
  const place = form.county.cells[index]
  const figures = form.items[index]
  if (place === undefined || figures === undefined) return
  const cell = sheet.getCell(place.row, place.column)
  if (figures.adds !== null) {
    putDerived(cell, plan, form, index, style)
    return
  }
  const result = figures.exact ? cellNumber(figures.sum) : null
  if (result === null) {
    putText(cell, figures.total || figures.sum, { ...style, ...markTooLong(style) }, '')
    return
  }
  const format = { ...style, numFmt: numberFormat(figures.decimals) }
  const range = detailRange(form, index)
  if (isAwaited(figures)) {
    put(cell, { formula: `IF(COUNT(${range})=0,"",SUM(${range}))`, result: '' }, format)
    return
  }
  put(cell, { formula: `SUM(${range})`, result }, format)
}

/** Whether schools are asked for an item and none of them has sent it: its total stays empty, not 0. */
export function isAwaited({ numeric, adds, total }: ItemFigures): boolean {
  return numeric && adds === null && total === ''
}

/** A ratio: the form's own formula over the sums that stand on this sheet; what has no total stays empty. */
function putDerived(cell: Cell, plan: Plan, form: FormPlan, index: number, style: CellStyle): void {
  const figures = form.items[index]
  const formula = figures?.adds === 'formula' ? derivedFormula(plan, form, index, countyCell) : null
  if (figures === undefined || formula === null) {
    put(cell, null, style)
    return
  }
  const result = figures.total === '' ? '' : Number(figures.total)
  put(cell, { formula, result }, { ...style, numFmt: numberFormat(figures.decimals) })
}

function markTooLong(style: CellStyle): CellStyle {
  const { fill: pattern, font } = TOO_LONG
  return {
    ...(pattern === undefined ? {} : { fill: pattern }),
    font: { ...style.font, ...(font?.color === undefined ? {} : { color: font.color }) },
    numFmt: '@',
  }
}

/** The item's cells in the school sheet, as a formula refers to them. */
export function detailRange(form: FormPlan, index: number): string {
  const { name, firstRow, lastRow, firstItem } = form.detail
  const column = columnName(firstItem - 1 + index)
  return `${sheetRef(name)}${column}${firstRow}:${column}${lastRow}`
}

/** The item's cell on the county form, as a formula refers to it. */
export function countyCell(form: FormPlan, index: number): string {
  const place = form.county.cells[index]
  if (place === undefined) return '0'
  const cell = sheetRef(form.county.name) + a1(place.row - 1, place.column - 1)
  const figures = form.items[index]
  // A total that stays empty is a text to a formula.
  return figures !== undefined && isAwaited(figures) ? `N(${cell})` : cell
}

function writeNotes(sheet: Worksheet, plan: Plan, form: FormPlan): void {
  const { words } = plan
  const { layout, elsewhere } = form.county
  const [first = 1, second = 2, third = 3] = visibleColumns(layout)
  const unreadable = form.unsummed.filter(({ kind }) => kind === 'unreadable').length
  let at = layout.rowCount + 2
  const count = { count: form.input.rows.length, detail: form.detail.name }
  const cell = sheet.getCell(at++, first)
  const note = form.input.rows.every(({ school }) => isSchool(school))
    ? words.formNote
    : words.formNoteUnits
  const parts = [fill(note, count)]
  if (unreadable > 0) parts.push(fill(words.formUnreadable, { count: unreadable }))
  const derived = form.items.filter(({ adds }) => adds === 'formula').length
  const none = form.items.filter(({ numeric, adds }) => numeric && adds === 'no').length
  if (derived > 0) parts.push(fill(words.formDerived, { count: derived }))
  if (none > 0) parts.push(fill(words.formNotAdded, { count: none }))
  putText(cell, parts.join(''), NOTE, words.tooLong)
  linkToSheet(sheet, cell, form.detail.name)
  if (layout.origin !== 'styled') {
    const made = form.input.form.list === undefined ? words.madeLayout : words.countsLayout
    const text = layout.origin === 'made' ? made : words.plainLayout
    putText(sheet.getCell(at++, first), text, NOTE, words.tooLong)
  }
  if (elsewhere.length === 0) return
  putText(sheet.getCell(layout.rowCount + NOTE_ROWS, first), words.elsewhere, NOTE, words.tooLong)
  for (const index of elsewhere) {
    const item = form.input.form.items[index]
    const place = form.county.cells[index]
    if (item === undefined || place === undefined) continue
    const row = sheet.getRow(place.row)
    const label = itemLabel(form.input.form, item)
    putText(row.getCell(first), label, TEXT_WRAPPED, words.tooLong)
    const width = layout.columns[first - 1]?.width ?? layout.defaultColumnWidth ?? 9
    const height = wrappedHeight([label], [width])
    if (height !== undefined) row.height = height
    putText(row.getCell(second), itemCode(form.input.form, item), CODE, words.tooLong)
    if (item.kind === 'number') putTotal(sheet, plan, form, index, itemStyle(numberStyle('#,##0')))
    else put(row.getCell(third), null, TEXT)
  }
}
