import type { SaidSuccession, YearsView } from '../../../shared/series.ts'
import { kindOf } from '../../collection/links.ts'
import { labelOf } from '../../forms/form-index.ts'
import type { Consolidation } from '../consolidate/consolidation.ts'
import { successionsOf, yearNumberOf, yearsBefore } from '../last-year/earlier.ts'
import type { EarlierYear } from '../last-year/earlier.ts'

/** The years that a collection knows, and what was said of them. */
export function yearsView(consolidation: Consolidation): YearsView {
  const { collection, prior } = consolidation
  const { revision, index, ledger } = collection
  const now = yearNumberOf(collection)
  const years = yearsBefore(collection, prior)
  const names = namesIn(consolidation, years)
  const own = collection.expected.map(({ id, name }) => ({ id, name }))
  return {
    revision,
    year: now,
    years: years.map(({ year, list, entry }) => ({
      year,
      source: list.source,
      schools: list.values.size,
      forms: list.covered.size,
      entry,
      notes: list.notes,
      reworded: [...list.reworded].map(([item, was]) => {
        const place = index.place(item)
        return { item, was, label: place === null ? '' : labelOf(place.form, place.item) }
      }),
    })),
    successions: now === null ? [] : said(consolidation, now, years, names),
    schools: [
      ...years.map(({ year, list }) => ({
        year,
        schools: [...list.values.keys()].map((id) => ({ id, name: names(id, year) })),
      })),
      ...(now === null ? [] : [{ year: now, schools: own }]),
    ],
    breaks: [...ledger.breaks.values()].map((one) => ({
      ...one,
      title: titleOf(consolidation, one.about),
    })),
  }
}

/** What an item or indicator is called; its address or id where it is gone. */
export function titleOf(consolidation: Consolidation, about: string): string {
  const place = consolidation.collection.index.place(about)
  if (place !== null) return labelOf(place.form, place.item)
  return consolidation.indicatorList().find(({ id }) => id === about)?.title ?? about
}

/** What a school was called in a year: as that year's list says, else a later one, else the register. */
export function namesIn(
  consolidation: Consolidation,
  years: readonly EarlierYear[],
): (id: string, year: number) => string {
  return (id, year) => {
    const from = years.filter((one) => one.year >= year)
    const before = years.filter((one) => one.year < year).toReversed()
    const own = from.map(({ list }) => list.names.get(id)).find((name) => name !== undefined)
    if (own !== undefined && from[0]?.list.names.has(id) === true) return own
    const now = consolidation.nameNow(id)
    if (now !== id) return now
    return own ?? before.map(({ list }) => list.names.get(id)).find(Boolean) ?? id
  }
}

function said(
  consolidation: Consolidation,
  now: number,
  years: readonly EarlierYear[],
  names: (id: string, year: number) => string,
): SaidSuccession[] {
  const { collection } = consolidation
  const entries = new Map(
    collection.ledger.links.map(({ before, now: here, entry, year }) => [
      JSON.stringify([year ?? now, before, here]),
      entry,
    ]),
  )
  return successionsOf(collection, now, years).flatMap(({ year, before, now: here }) => {
    const nameThen = (id: string): string => names(id, year - 1)
    const nameHere = (id: string): string => names(id, year)
    const kind = kindOf({ before: [...before], now: [...here] }, nameThen, nameHere)
    if (kind === 'same') return []
    const entry = entries.get(JSON.stringify([year, before, here])) ?? null
    return [
      {
        year,
        kind,
        before: before.map((id) => ({ id, name: nameThen(id) })),
        now: here.map((id) => ({ id, name: nameHere(id) })),
        entry,
      },
    ]
  })
}
