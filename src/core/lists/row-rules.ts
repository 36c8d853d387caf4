import type { ListColumn, ListRule, ListShape } from '../../shared/lists.ts'
import type { SyntaxFault } from '../../shared/syntax-fault.ts'
import { cellIndex, columnOf } from '../model/list-rows.ts'
import type { ListRows } from '../model/list-rows.ts'
import { compare, numberOf } from '../model/number.ts'
import { asText } from '../rules/value.ts'
import { chosen } from './choices.ts'
import { columnsNamed } from './columns-named.ts'
import { compiled, firstFault, NO, truthsOf, YES } from './count-rows.ts'
import { thingOf } from './once.ts'
import type { ListPlace } from './row-checks.ts'

/** What is wrong with a rule's expressions; null for nothing. */
export function faultOfRule(shape: ListShape, { of }: ListRule): SyntaxFault | null {
  if ('same' in of) return firstFault(shape, [of.same])
  const fault = firstFault(shape, [of.check, of.when])
  if (fault !== null) return fault
  const check = compiled(shape, of.check)
  return check.ok && !check.truth ? { at: 0, code: 'no-comparison', params: {} } : null
}

/**
 * The rows that do not meet a rule. One of which nobody can tell (a date that is none, a column that
 * the sheet lacks) is not among them.
 */
export function brokenRows(
  rows: ListRows,
  shape: ListShape,
  { check, when }: { check: string; when: string | null },
  referenceDate: string,
): number[] {
  const lacking = columnsNamed(`${check} ${when ?? ''}`, shape.columns).some(
    (at) => (rows.columnAt[at] ?? -1) < 0,
  )
  if (lacking) return []
  const concerned = truthsOf(rows, shape, when, referenceDate)
  const met = truthsOf(rows, shape, check, referenceDate)
  return rows.rowAt.flatMap((_, row) => (concerned[row] === YES && met[row] === NO ? [row] : []))
}

/** A cell that says something else of a thing than another row does. */
export interface Disagreement extends ListPlace {
  /** What the thing is called, as typed here. */
  thing: string
  /** Place of the other list among those given, and the row in it. */
  other: number
  otherRow: number
}

/**
 * Where two reports of one thing differ: a project's number stands in the lists of a school and of an
 * office, and one says 300, the other 320. Each row is held against the first one of its thing, and
 * the difference is told at both. A cell that is empty in one and filled in in the other is a
 * difference; a month and a day within it, or the same number or choice typed in another way, are
 * none; cells that are not understood are asked about elsewhere.
 *
 * @param same what tells one thing from another
 * @returns for each list its cells that differ
 */
export function disagreements(
  shape: ListShape,
  same: string,
  lists: readonly ListRows[],
  referenceDate: string,
): Disagreement[][] {
  const found = lists.map((): Disagreement[] => [])
  const key = compiled(shape, same)
  if (!key.ok) return found
  const own = new Set(columnsNamed(same, shape.columns))
  const first = new Map<string, { list: number; row: number }>()
  lists.forEach((rows, list) => {
    const says = key.over(rows, referenceDate)
    rows.rowAt.forEach((_, row) => {
      const thing = asText(says(row))
      if (thingOf(thing) === '') return
      const before = first.get(thingOf(thing))
      if (before === undefined) {
        first.set(thingOf(thing), { list, row })
        return
      }
      shape.columns.forEach((column, at) => {
        const other = lists[before.list]
        if (own.has(at) || other === undefined) return
        if (agree(column, cellAt(rows, shape, row, at), cellAt(other, shape, before.row, at)))
          return
        found[list]?.push({ row, column: at, thing, other: before.list, otherRow: before.row })
        found[before.list]?.push({
          ...{ row: before.row, column: at, thing },
          ...{ other: list, otherRow: row },
        })
      })
    })
  })
  return found
}

/** What a cell was taken as; null where its column is not there or it is not understood. */
function cellAt(rows: ListRows, { columns }: ListShape, row: number, at: number): string | null {
  if ((rows.columnAt[at] ?? -1) < 0) return null
  if (rows.unread.includes(cellIndex(columns.length, row, at))) return null
  return columnOf(rows, at)[row] ?? ''
}

function agree({ kind, choices }: ListColumn, a: string | null, b: string | null): boolean {
  if (a === null || b === null || thingOf(a) === thingOf(b)) return true
  if (a === '' || b === '') return false
  if (kind === 'date') return a.startsWith(b) || b.startsWith(a)
  if (choices !== undefined) return chosen(a, choices) === chosen(b, choices)
  const [x, y] = [numberOf(a), numberOf(b)]
  return kind === 'number' && x !== null && y !== null && compare(x, y) === 0
}
