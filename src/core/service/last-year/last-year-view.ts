import type { Earlier, EarlierList, LastYearView } from '../../../shared/last-year.ts'
import { EARLIER } from '../../../shared/last-year.ts'
import { isYearly, parsePeriod } from '../../../shared/period.ts'
import { labelOf } from '../../forms/form-index.ts'
import { noLastYear, ownList } from '../../last-year/last-year.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import type { ActiveEntry } from '../../ledger/entry.ts'
import { codesKey } from '../../ledger/state.ts'
import type { Collection } from '../../collection/collection.ts'

/**
 * How the list of last year, or of another earlier period, was lined up with this year's forms, and
 * what was done to its lines and cells; empty where there is none.
 */
export function lastYearView(collection: Collection, prior: LastYear, of: Earlier): LastYearView {
  const { index } = collection
  const year = ownList(prior, of) ?? noLastYear()
  return {
    revision: collection.revision,
    of,
    source: year.source,
    tables: year.pairings.map((table) => ({
      sheet: table.sheet,
      form: table.form,
      state: !table.known ? 'gone' : table.fits ? 'taken' : 'asked',
      confirmed: confirmationOf(collection, of, table.form),
      pairs: table.pairs.map(({ item, ...pair }) => {
        const place = item === null ? null : index.place(item)
        return { ...pair, item, label: place === null ? '' : labelOf(place.form, place.item) }
      }),
    })),
    notes: year.notes,
  }
}

/**
 * The earlier periods that a collection is compared with: of a year last year alone, unless it has
 * other lists; of a part of a year the same part a year ago and the part just before too.
 */
export function earlierLists(collection: Collection, prior: LastYear): EarlierList[] {
  const yearly = isYearly(parsePeriod(collection.config.period ?? ''))
  const stands = standInFor(prior, yearly)
  const lists = EARLIER.map((of): EarlierList => {
    const own = ownList(prior, of)
    if (own !== null) return { of, source: own.source, schools: own.values.size, standIn: null }
    return { of, source: '', schools: 0, standIn: stands(of) }
  })
  return yearly ? lists.filter(({ of, source }) => of === 'last' || source !== '') : lists
}

/** Whose values are taken where a period has none of its own (docs/contract.md §1). */
function standInFor(prior: LastYear, yearly: boolean): (of: Earlier) => Earlier | null {
  const has = (of: Earlier): boolean => ownList(prior, of) !== null
  return (of) => {
    if (of === 'last') return has('same') ? 'same' : null
    if (of === 'same') return has('last') ? 'last' : null
    return !yearly ? null : has('last') ? 'last' : has('same') ? 'same' : null
  }
}

/** The entry by which a person said that the codes fit; null where nobody did, or it no longer counts. */
function confirmationOf({ ledger }: Collection, of: Earlier, form: string): number | null {
  if (!ledger.fittingCodes.has(codesKey(of, form))) return null
  const said = ledger.entries.findLast(
    (entry: ActiveEntry) =>
      entry.active &&
      entry.kind === 'confirm-last-year' &&
      entry.payload.form === form &&
      (entry.payload.of ?? 'last') === of,
  )
  return said?.id ?? null
}
