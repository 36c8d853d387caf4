import type { SchoolNews } from '../../../shared/intake.ts'
import type { Collection } from '../../collection/collection.ts'
import { Kept } from '../../memory/kept.ts'
import { Told } from '../../memory/told.ts'
import { schoolRows } from './file-rows.ts'

const TOLD = new Kept<Collection, Told>()

/**
 * The schools' rows that changed, whatever changed them.
 *
 * @param since a revision of this opening that is known; null: nothing is
 */
export function schoolNews(
  collection: Collection,
  since: number | null,
): Omit<SchoolNews, 'opened'> {
  const told = TOLD.of(collection, () => new Told())
  const turn = told.round()
  const now = schoolRows(collection)
  // Rows are told by their places, which hold only among the same schools in the same order.
  const order = turn(
    '',
    now.map(({ school }) => school.id),
  )
  const known = since !== null && since >= order ? since : null
  const rows = now
    .map((row, at) => ({ at, row, changed: turn(row.school.id, row) }))
    .filter(({ changed }) => known === null || changed > known)
    .map(({ at, row }) => ({ at, row }))
  return { revision: told.revision, since: known, rows }
}
