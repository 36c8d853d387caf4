import type { Fault } from '../../../shared/faults.ts'
import { listLibraryOf } from '../../collection/form-index.ts'
import type { Collection } from '../../collection/collection.ts'
import { PLANNED } from '../../model/external-figure.ts'
import { ownList } from '../../last-year/last-year.ts'
import { listFaults } from '../../lists/list-faults.ts'
import { parseScreening } from '../../screening/settings.ts'
import type { Years } from '../summary/quoted.ts'

/**
 * What of the settings, of lists.yaml and of the screening's text is not as it was meant: a key that
 * nobody reads, a file that is named and not there. Figures may lack it without looking so.
 */
export function settingsFaults(years: Years): Fault[] {
  const { collection } = years
  return [...setupFaults(years), ...listTextFaults(collection), ...screeningFaults(collection)]
}

/** What was found when the collection was made, as long as nothing else has taken its place. */
function setupFaults({ collection, prior, external }: Years): Fault[] {
  const here: Record<string, boolean> = {
    rules: collection.text('rules') !== null,
    indicators: collection.text('indicators') !== null,
    summary: collection.text('summary') !== null,
    lists: collection.text('lists') !== null,
    prior: ownList(prior, 'last') !== null,
    same: ownList(prior, 'same') !== null,
    previous: ownList(prior, 'previous') !== null,
    external: external.length > 0,
    plans: external.some(({ name }) => name.startsWith(PLANNED)),
    screening: collection.text('screening') !== null,
    register: collection.ledger.registerNotes !== null,
  }
  return (collection.config.setupNotes ?? [])
    .filter(({ role }) => role === '' || here[role] !== true)
    .map(({ code, params }): Fault => ({
      kind: 'settings',
      id: String(params['path'] ?? params['key'] ?? ''),
      code: `settings-${code}`,
      params,
    }))
}

function listTextFaults(collection: Collection): Fault[] {
  return listFaults(listLibraryOf(collection), collection.forms).map(
    ({ line, id, code, params }): Fault => ({
      kind: 'list',
      id,
      code: `list-${code}`,
      params: { ...params, line },
    }),
  )
}

function screeningFaults(collection: Collection): Fault[] {
  const text = collection.text('screening')
  if (text === null) return []
  return parseScreening(text).problems.map((detail): Fault => ({
    kind: 'screening',
    id: '',
    code: 'screening-entry',
    params: { detail },
  }))
}
