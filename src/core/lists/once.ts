import type { ListCount, ListShape } from '../../shared/lists.ts'
import type { ListRows } from '../model/list-rows.ts'
import { asText } from '../rules/value.ts'
import { compiled, truthsOf, YES } from './count-rows.ts'

/** Rows of lists that are left out of a count, since what they are of counts with another row. */
export interface Elsewhere {
  of(rows: ListRows, count: ListCount): ReadonlySet<number> | undefined
}

/**
 * Which rows are of a thing that counts already: a project that two schools report, a kind of
 * training that many teach. What a count's `once` comes to tells one thing from another, spaces and
 * width aside; a row for which it comes to nothing is a thing by itself. Of each thing the first row
 * that meets the condition counts.
 *
 * @param lists one for each return, in the order in which they go first
 * @returns null where every row counts
 */
export function rowsElsewhere(
  shape: ListShape,
  lists: readonly ListRows[],
  referenceDate: string,
): Elsewhere | null {
  const counts = shape.counts.filter(({ once }) => once !== undefined)
  if (counts.length === 0) return null
  const found = new Map(
    counts.map((count) => [count.id, ofCount(shape, count, lists, referenceDate)]),
  )
  return { of: (rows, { id }) => found.get(id)?.get(rows) }
}

function ofCount(
  shape: ListShape,
  { where, once = '' }: ListCount,
  lists: readonly ListRows[],
  referenceDate: string,
): ReadonlyMap<ListRows, ReadonlySet<number>> {
  const key = compiled(shape, once)
  const met = new Set<string>()
  const found = new Map<ListRows, Set<number>>()
  if (!key.ok) return found
  for (const rows of lists) {
    const says = key.over(rows, referenceDate)
    truthsOf(rows, shape, where, referenceDate).forEach((truth, row) => {
      if (truth !== YES) return
      const thing = thingOf(asText(says(row)))
      if (thing === '') return
      if (!met.has(thing)) {
        met.add(thing)
        return
      }
      const own = found.get(rows)
      if (own === undefined) found.set(rows, new Set([row]))
      else own.add(row)
    })
  }
  return found
}

/** What is typed in one way or another is one thing: "XM－01" and "xm-01 ". */
export function thingOf(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\s+/gu, '')
    .replaceAll(/[‐‑–—−]/gu, '-')
    .toUpperCase()
}
