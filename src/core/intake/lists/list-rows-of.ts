import { isSpanning } from '../../forms/banner.ts'
import { isExampleRow } from '../../forms/find/example.ts'
import { isFoot } from '../../forms/furniture.ts'
import { normalLabel } from '../../forms/label.ts'
import { isSigned, isTotal } from '../../forms/list-rows.ts'
import { isReserved } from '../../forms/lists/detect-list.ts'
import type { SkippedAs, SkippedRow } from '../../model/list-rows.ts'
import { withoutIdentities } from '../../lists/identity-number.ts'
import type { ListSheet } from './list-sheet.ts'

/** Sheet rows that are rows of the list, and those with something in them that are none. */
export function rowsOf(sheet: ListSheet): { rows: number[]; skipped: SkippedRow[] } {
  const { grid } = sheet
  const rows: number[] = []
  const skipped: SkippedRow[] = []
  let ended = false
  for (let row = sheet.headBottom + 1; row < grid.rowCount; row++) {
    const anchors = grid.anchors(row)
    if (anchors.length === 0) continue
    const as = notOfList(sheet, row, ended)
    if (as === 'blank') continue
    if (as === null) {
      rows.push(row)
      continue
    }
    if (as === 'note') ended = true
    const text = anchors.map((column) => grid.text(row, column)).join(' ')
    skipped.push({ row, as, text: withoutIdentities(text.slice(0, 120)) })
  }
  return { rows, skipped }
}

/** Why a row is none of the list's; null where it is one. */
function notOfList(sheet: ListSheet, row: number, ended: boolean): SkippedAs | 'blank' | null {
  const { grid, columnAt } = sheet
  const anchors = grid.anchors(row)
  const first = grid.text(row, anchors[0] ?? 0)
  const own = columnAt.filter((column) => column >= 0)
  const filled = own.filter(
    (column) =>
      grid.isAnchor(row, column) &&
      grid.text(row, column) !== '' &&
      !isIdleFormula(grid, row, column),
  )
  if (isReserved(first)) return 'reserved'
  if (isExampleRow(grid, row)) return 'note'
  if (repeatsHead(sheet, row)) return 'heading'
  if (isSigned(first) || isFoot(first)) return 'note'
  if (isTotalRow(sheet, row, anchors)) return 'total'
  if (isSpanning(grid, row)) return ended ? 'note' : 'section'
  // Only the running number, which the form prints in advance.
  if (filled.length === 0)
    return anchors.every((c) => /^\d+$/u.test(grid.text(row, c))) ? 'blank' : 'note'
  if (filled.length === 1 && anchors.length === 1) {
    if (ended) return 'note'
    if (/^[（(]?[一二三四五六七八九十]{1,3}[）)、.．]/u.test(first)) return 'section'
  }
  // Below the foot stand signatures in a cell or two; whole rows are rows again.
  return ended && filled.length * 2 < own.length ? 'note' : null
}

/** The form's own formula in a row that nobody filled in comes to 0. */
function isIdleFormula(grid: ListSheet['grid'], row: number, column: number): boolean {
  const cell = grid.cell(row, column)
  return cell?.formula !== undefined && Number(cell.value) === 0
}

function repeatsHead(
  { grid, columns, columnAt, headTop, headBottom }: ListSheet,
  row: number,
): boolean {
  const same = columns.filter((_, at) => {
    const column = columnAt[at] ?? -1
    if (column < 0) return false
    const text = normalLabel(grid.text(row, column))
    if (text === '') return false
    for (let head = headTop; head <= headBottom; head++) {
      if (normalLabel(grid.text(head, column)) === text) return true
    }
    return false
  })
  return same.length >= 2 && same.length * 2 > columns.length
}

/** A total says so in its first cells, and names nobody. */
function isTotalRow(
  { grid, columns, columnAt }: ListSheet,
  row: number,
  anchors: readonly number[],
): boolean {
  const said = anchors.slice(0, 2).find((column) => isTotal(grid.text(row, column)))
  if (said === undefined) return false
  const identity = columns.findIndex((column) => column.identity)
  const at = columnAt[identity] ?? -1
  return at < 0 || at === said || grid.text(row, at) === ''
}
