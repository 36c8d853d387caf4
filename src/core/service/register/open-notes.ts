import type { Fault } from '../../../shared/faults.ts'
import type { Collection } from '../../collection/collection.ts'
import { openNotes, sharedCodes } from '../../register/notes.ts'
import type { OpenNote } from '../../register/notes.ts'

/** What of the register in force is still not as it should be. */
export function openNotesOf({ config, ledger, everybody }: Collection): OpenNote[] {
  return openNotes(config.registerNotes ?? [], ledger.registerNotes, everybody, config)
}

/** The same as faults, with codes that two schools bear since the register was changed. */
export function registerFaults(collection: Collection): Fault[] {
  const noted = openNotesOf(collection)
    .filter(({ note }) => note.code !== 'no-school-row')
    .map(({ note: { code, sheet, cell, params } }): Fault => ({
      kind: 'register',
      id: `${sheet}!${cell}`,
      code: `register-${code}`,
      params,
    }))
  const shared = sharedCodes(collection.schools, collection.config).map(
    ({ code, schools }): Fault => ({
      kind: 'register',
      id: code,
      code: 'register-code-shared',
      params: { code, names: schools.map(({ name }) => name).join('、') },
    }),
  )
  return [...noted, ...shared]
}
