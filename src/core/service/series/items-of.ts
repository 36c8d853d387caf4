import type { SeriesBreak } from '../../../shared/series.ts'
import type { Collection } from '../../collection/collection.ts'
import { expressionsOf, itemsRead } from '../../indicators/items-read.ts'
import { leavesOf } from '../../indicators/leaves.ts'
import type { Side } from '../../indicators/indicator.ts'
import type { Year } from '../../indicators/year.ts'
import { labelsOf } from '../../last-year/match-items.ts'
import { breaksBetween } from '../../series/breaks.ts'
import type { SeriesItem } from '../../series/breaks.ts'
import type { EarlierYear } from '../last-year/earlier.ts'

/**
 * What breaks between two years that are known, for everything that some sides read.
 *
 * @param terms this year's, by which the sides are read
 * @param about an indicator's id, of which persons may have spoken besides its items
 */
export function breaksIn(
  collection: Pick<Collection, 'index' | 'ledger'>,
  earlier: readonly EarlierYear[],
  sides: readonly (Side | null)[],
  terms: Pick<Year, 'forms' | 'form'>,
  about: string | null,
): (before: number, year: number) => SeriesBreak[] {
  const items = itemsOf(collection, sides, terms)
  const wordings = wordingsOf(earlier)
  const said = [...collection.ledger.breaks.values()]
  return (before, year) =>
    breaksBetween(
      { year: before, wording: wordings(before) },
      { year, wording: wordings(year) },
      items,
      about,
      said,
    )
}

/** How each year's list calls an item, where otherwise than this year. */
function wordingsOf(
  earlier: readonly EarlierYear[],
): (year: number) => (address: string) => string | null {
  const lists = new Map(earlier.map(({ year, list }) => [year, list]))
  return (year) => (address) => lists.get(year)?.reworded.get(address) ?? null
}

/** The items of this year that some sides read, each once. */
function itemsOf(
  { index }: Pick<Collection, 'index'>,
  sides: readonly (Side | null)[],
  terms: Pick<Year, 'forms' | 'form'>,
): SeriesItem[] {
  const found = new Map<string, SeriesItem>()
  const all = sides.flatMap((side) => (side === null ? [] : leavesOf(side)))
  for (const text of all.flatMap(expressionsOf)) {
    for (const { form, index: at, lastYear } of itemsRead(text, terms)) {
      const item = form.items[at]
      const address = index.addressesOf(form)[at]
      if (lastYear || item === undefined || address === undefined) continue
      found.set(address, { address, label: labelsOf(form, item).join('·') })
    }
  }
  return [...found.values()]
}
