import type { SchoolNews, SchoolRow } from '../../../shared/intake.ts'
import type { Collection } from '../../collection/collection.ts'
import { Kept } from '../../memory/kept.ts'
import { schoolRows } from './file-rows.ts'

/** The rows as they were given last, each with the revision since which it is so. */
interface Given {
  revision: number
  /** Since when these schools stand in this order. */
  whole: number
  rows: { id: string; text: string; since: number }[]
}

const GIVEN = new Kept<Collection, Given>()

/**
 * The schools' rows that changed, whatever changed them: each is held against the one given before.
 *
 * @param since a revision of this opening that is known; null: nothing is
 */
export function schoolNews(
  collection: Collection,
  since: number | null,
): Omit<SchoolNews, 'opened'> {
  const given = GIVEN.of(collection, () => ({ revision: 0, whole: 0, rows: [] }))
  const next = given.revision + 1
  const now = schoolRows(collection)
  const rows = now.map((row, at) => {
    const text = JSON.stringify(row)
    const before = given.rows[at]
    return before?.text === text ? before : { id: row.school.id, text, since: next }
  })
  const others =
    rows.length !== given.rows.length || rows.some(({ id }, at) => id !== given.rows[at]?.id)
  if (others) given.whole = next
  if (others || rows.some((row) => row.since === next)) given.revision = next
  given.rows = rows
  const known = since !== null && since >= given.whole ? since : null
  const news = now.flatMap((row, at): { at: number; row: SchoolRow }[] =>
    known === null || (rows[at]?.since ?? 0) > known ? [{ at, row }] : [],
  )
  return { revision: given.revision, since: known, rows: news }
}
