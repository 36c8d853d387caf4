import type { StateDifferences } from '../../../shared/snapshots.ts'
import { CallError } from '../../../shared/result.ts'
import { differencesOf, publishedState } from './published.ts'
import type { Years } from '../summary/quoted.ts'

/**
 * What the county would say otherwise if a return that waits were accepted: totals of its tables,
 * indicators and sentences at published rounding. The collection stays as it is; the same files
 * are judged a second time with the other decision.
 *
 * @throws CallError no-such-file
 */
export function ifAccepted(years: Years, id: number): StateDifferences {
  const { collection } = years
  const file = collection.file(id)
  if (file === null) throw new CallError('no-such-file', { path: String(id) })
  const { held, taken, withdrawn } = collection.ledger
  const stillHeld = new Set([...held].filter((one) => one !== id))
  const then = collection.supposing({
    held: stillHeld,
    taken: new Set([...taken, id]),
    withdrawn,
  })
  const tables = new Set(file.reading.tables.map(({ form }) => form))
  const forms = collection.forms.filter((form) => tables.has(form.id))
  return differencesOf(
    publishedState(years, 'adopted', forms),
    publishedState({ ...years, collection: then }, 'adopted', forms),
  )
}
