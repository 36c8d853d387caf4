import type { LastYearView } from '../../../shared/last-year.ts'
import { labelOf } from '../../forms/form-index.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import type { ActiveEntry } from '../../ledger/entry.ts'
import type { Collection } from '../../collection/collection.ts'

/** How last year's list was lined up with this year's forms, and what was done to its lines and cells. */
export function lastYearView(collection: Collection, year: LastYear): LastYearView {
  const { index } = collection
  return {
    revision: collection.revision,
    source: year.source,
    tables: year.pairings.map((table) => ({
      sheet: table.sheet,
      form: table.form,
      state: !table.known ? 'gone' : table.fits ? 'taken' : 'asked',
      confirmed: confirmationOf(collection, table.form),
      pairs: table.pairs.map(({ item, ...pair }) => {
        const place = item === null ? null : index.place(item)
        return { ...pair, item, label: place === null ? '' : labelOf(place.form, place.item) }
      }),
    })),
    notes: year.notes,
  }
}

/** The entry by which a person said that the codes fit; null where nobody did, or it no longer counts. */
function confirmationOf({ ledger }: Collection, form: string): number | null {
  if (!ledger.fittingCodes.has(form)) return null
  const said = ledger.entries.findLast(
    (entry: ActiveEntry) =>
      entry.active && entry.kind === 'confirm-last-year' && entry.payload.form === form,
  )
  return said?.id ?? null
}
