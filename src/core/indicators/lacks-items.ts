import type { Side } from './indicator.ts'
import { expressionsOf, itemsRead } from './items-read.ts'
import { leavesOf } from './leaves.ts'
import type { Year } from './year.ts'

/**
 * Whether the data of a year lack an item that the side reads: a column that is not there is not 0,
 * and neither is what is worked out from it.
 */
export function lacksItems(side: Side, year: Year): boolean {
  const { covers } = year
  if (covers === undefined) return false
  return leavesOf(side).some((leaf) =>
    expressionsOf(leaf).some((text) =>
      itemsRead(text, year).some(({ form, index, lastYear }) => !lastYear && !covers(form, index)),
    ),
  )
}
