import type { ListCount, ListPivot } from '../../shared/lists.ts'

/** Characters that no name of an item may hold. */
const UNFIT = /[[\],，:：*]/gu

/**
 * What a drawn table is as counts, a cell each, named by row and column; the whole of it has no name
 * of its own, and is one only where there is a condition.
 *
 * @param where the condition over the whole table; "" for none
 */
export function countsOf({ rows, columns }: ListPivot, where: string): ListCount[] {
  const condition = where.trim() === '' ? null : where.trim()
  return rows.flatMap((row) =>
    columns.flatMap((column): ListCount[] => {
      const named = [row, column].filter((group) => group.where !== null)
      const conditions = [condition, row.where, column.where].filter((one) => one !== null)
      const [only] = conditions
      if (only === undefined) return []
      const id = named.map(({ label }) => label.replaceAll(UNFIT, ' ').trim()).join('·')
      const all = conditions.length > 1 ? `AND(${conditions.join(', ')})` : only
      return [{ id, where: all, sum: null, unit: null }]
    }),
  )
}
