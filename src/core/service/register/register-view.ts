import { codeOf } from '../../../shared/register.ts'
import type { RegisterView } from '../../../shared/register.ts'
import type { Collection } from '../../collection/collection.ts'
import { closedWord } from '../../register/difference.ts'
import { openNotesOf } from './open-notes.ts'

/** The register besides its schools: its headings, what they mean, and what is not as it should be. */
export function registerView(collection: Collection): RegisterView {
  const { config, schools, everybody, revision } = collection
  const { key, name, shortName, type, status, active } = config.register
  const own = [...new Set(schools.flatMap(({ attributes }) => Object.keys(attributes)))]
  const dimensions = config.dimensions.map((one) => config.dimensionFields[one] ?? one)
  return {
    revision,
    // Also what no school has yet, but groups and the choice of a blank go by.
    columns: [...new Set([...own, key, name, ...dimensions, type, status])],
    roles: { key, name, shortName, type, status },
    active,
    closed: closedWord(schools, active),
    types: Object.entries(config.formsByType).map(([code, blanks]) => ({
      type: code,
      workbook: typeof blanks === 'string' ? blanks : blanks.join('、'),
    })),
    merged: everybody.flatMap((school) =>
      school.mergedInto === undefined
        ? []
        : [{ id: school.id, code: codeOf(school), name: school.name, into: school.mergedInto }],
    ),
    notes: openNotesOf(collection),
  }
}
