import type { SchoolFigures } from '../rules/figures.ts'
import type { Side } from './indicator.ts'
import type { ItemPlace } from './item-places.ts'
import { expressionsOf, itemsRead } from './items-read.ts'
import { leavesOf } from './leaves.ts'
import { conditionOf } from './over-schools.ts'
import { remembered } from './remembered.ts'
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

/**
 * Whether a figure that the side reads stands in the data of a past year but says no number ("约200",
 * #N/A): a total without it would be too low, and what changed since then would be made up. Of this
 * year such cells are asked about at the school, and contribute nothing (docs/contract.md §3).
 * Throws ReferenceFault.
 */
export function hasUnknown(side: Side, year: Year): boolean {
  if (year.covers === undefined) return false
  return leavesOf(side).some((leaf) => {
    const texts = expressionsOf(leaf)
    if (leaf.kind === 'external' || texts.length === 0) return false
    const key = `unknown ${leaf.kind} ${texts.join(' ; ')}`
    const found = remembered(year, year.reporting, key, () => {
      const wanted = conditionOf(leaf.where, year)
      const places = texts.flatMap((text) => itemsRead(text, year).filter((one) => !one.lastYear))
      return (school) => (wanted(school) && saysNoNumber(school, places) ? 1 : null)
    })
    return found.length > 0
  })
}

/** Whether a school has one of the tables, and its figure there is not known. */
export function saysNoNumber(school: SchoolFigures, places: readonly ItemPlace[]): boolean {
  return places.some(({ form, index }) => typeof school.table(form)?.[index] === 'symbol')
}
