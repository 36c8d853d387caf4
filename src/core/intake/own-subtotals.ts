import type { Cleaning, Reason } from '../../shared/model.ts'
import { addExact, compareExact, parseExact } from '../../shared/exact.ts'
import type { Exact } from '../../shared/exact.ts'
import type { Match } from '../align/match-sheets.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { parseA1 } from '../model/address.ts'
import { withoutSeparators } from '../../shared/separators.ts'
import { asOwnLines, lacking } from './layout.ts'

const SUBTOTAL = /(?:小计|合计|共计|总计)$/u

/**
 * Subtotals that a school put among a table's rows for itself: called so, and in every column what rows
 * right above add up to, while no row of the form is missing. They are noted, and hold nothing up; a
 * total that is none may be a row under another name.
 *
 * @param reasons what is said of the table
 * @returns what is left to ask, and the rows as cleanings of the layout
 */
export function ownSubtotals(
  match: Match,
  reasons: readonly Reason[],
): { open: Reason[]; layout: Cleaning[] } {
  const whole = lacking(match).rows.length === 0 && match.edition !== undefined
  return asOwnLines(reasons, 'extra-row', (reason) => whole && isSubtotal(match, reason))
}

function isSubtotal({ grid, map }: Match, { code, params, cell }: Reason): boolean {
  if (code !== 'unmatched-content' || params['place'] !== '行') return false
  const label = String(params['label'] ?? '')
  const at = parseA1(cell ?? '')
  if (at === null || !SUBTOTAL.test(label.replace(/\s+/gu, ''))) return false
  const part = map.parts.find(({ region }) => at.row >= region.from && at.row < region.to)
  if (part === undefined) return false
  const own = new Set(part.rowAt.filter((row) => row >= 0))
  const columns = part.columnAt.filter((column) => column >= 0 && grid.text(at.row, column) !== '')
  const counts = columns.map((column) => addingUp(grid, own, at.row, column))
  const [first = new Set<number>()] = counts
  return [...first].some((rows) => counts.every((count) => count.has(rows)))
}

/** How many of the table's rows right above add up to a figure: every number of them that does, from 2 on. */
function addingUp(
  grid: SheetGrid,
  own: ReadonlySet<number>,
  row: number,
  column: number,
): Set<number> {
  const counts = new Set<number>()
  const wanted = figureAt(grid, row, column)
  if (wanted === null) return counts
  let sum: Exact = { units: 0n, scale: 0 }
  let taken = 0
  for (let above = row - 1; own.has(above); above--) {
    const figure = figureAt(grid, above, column)
    if (figure === null) break
    sum = addExact(sum, figure)
    taken++
    if (taken > 1 && compareExact(sum, wanted) === 0) counts.add(taken)
  }
  return counts
}

/** A plain figure, 0 for an empty cell; null for anything else. */
function figureAt(grid: SheetGrid, row: number, column: number): Exact | null {
  const text = grid.text(row, column).normalize('NFKC')
  const plain = text === '' ? '0' : withoutSeparators(text)
  return plain === null ? null : parseExact(plain)
}
