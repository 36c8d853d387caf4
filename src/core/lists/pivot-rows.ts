import type { ListPivot, ListShape, PivotGroup, PivotSide } from '../../shared/lists.ts'
import { fieldName } from '../forms/lists/list-column.ts'
import { columnOf } from '../model/list-rows.ts'
import type { ListRows } from '../model/list-rows.ts'
import { faultOf, NO, truthsOf, UNTOLD } from './count-rows.ts'

/** Values of a column that get a group of their own; the rest stands together. */
const MOST_GROUPS = 40

/**
 * Counts the rows of lists by one or two of their columns. Each cell is a condition in the language of
 * rules, so that what is drawn can be kept as such.
 *
 * @param rows, columns what the rows are told apart by; null for not at all
 * @param where condition that all counted rows meet; "" for none
 */
export function pivotRows(
  lists: readonly ListRows[],
  shape: ListShape,
  asked: { rows: PivotSide | null; columns: PivotSide | null; where: string },
  referenceDate: string,
): ListPivot {
  const where = asked.where.trim() === '' ? null : asked.where.trim()
  const fault = where === null ? null : faultOf(shape, { id: '', where, sum: null, unit: null })
  if (fault !== null) return { rows: [], columns: [], values: [], open: 0, fault }
  const rows = groupsOf(lists, shape, asked.rows)
  const columns = groupsOf(lists, shape, asked.columns)
  const values = rows.map(() => columns.map(() => 0))
  let open = 0
  for (const list of lists) {
    const meets = (condition: string | null): Uint8Array =>
      truthsOf(list, shape, condition, referenceDate)
    const all = meets(where)
    const across = columns.map((column) => meets(column.where))
    rows.forEach((row, r) => {
      const down = meets(row.where)
      across.forEach((of, c) => {
        const { count, untold } = both(all, down, of)
        const line = values[r]
        if (line) line[c] = (line[c] ?? 0) + count
        open += untold
      })
    })
  }
  return { rows, columns, values, open, fault: null }
}

/** Rows that meet three conditions, and those of which it cannot be told. */
function both(a: Uint8Array, b: Uint8Array, c: Uint8Array): { count: number; untold: number } {
  let count = 0
  let untold = 0
  for (let row = 0; row < a.length; row++) {
    const [x, y, z] = [a[row] ?? 0, b[row] ?? 0, c[row] ?? 0]
    if (x === NO || y === NO || z === NO) continue
    if (x === UNTOLD || y === UNTOLD || z === UNTOLD) untold++
    else count++
  }
  return { count, untold }
}

const ALL: PivotGroup = { label: '合计', where: null }

/** The groups of one side, the whole of it last. */
function groupsOf(
  lists: readonly ListRows[],
  { columns }: ListShape,
  side: PivotSide | null,
): PivotGroup[] {
  if (side === null) return [ALL]
  const field = `名单.${side.field}`
  if (side.bounds.length > 0) return [...bands(field, side.bounds), ALL]
  const at = columns.findIndex(({ heading }) => fieldName(heading) === side.field)
  if (at < 0) return [ALL]
  const counts = new Map<string, number>()
  for (const list of lists) {
    for (const text of columnOf(list, at)) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const kinds = [...counts].filter(([text]) => text !== '').toSorted((a, b) => b[1] - a[1])
  const numbers = columns[at]?.kind === 'number'
  const own = kinds.slice(0, MOST_GROUPS).map(([text]) => ({
    label: text,
    where: numbers ? `${field} = ${text}` : `${field} = ${quoted(text)}`,
  }))
  const blank = counts.has('') ? [{ label: '空白', where: `ISBLANK(${field})` }] : []
  return [...own, ...blank, ALL]
}

/** Bands of a number: up to below the first bound, from each to below the next, from the last on. */
function bands(field: string, bounds: readonly number[]): PivotGroup[] {
  const sorted = [...new Set(bounds)].toSorted((a, b) => a - b)
  const [least = 0] = sorted
  return [
    { label: `${String(least)}以下`, where: `${field} < ${String(least)}` },
    ...sorted.map((from, i): PivotGroup => {
      const next = sorted[i + 1]
      return next === undefined
        ? { label: `${String(from)}及以上`, where: `${field} >= ${String(from)}` }
        : {
            label: `${String(from)}-${String(next - 1)}`,
            where: `AND(${field} >= ${String(from)}, ${field} < ${String(next)})`,
          }
    }),
  ]
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
