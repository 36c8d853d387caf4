import { DatabaseSync } from 'node:sqlite'
import { migrate } from './migrate.ts'
import { STEPS } from './schema.ts'

/** What the database keeps for itself; never of a collection's making. */
const OWN = /^sqlite_(?:autoindex_|sequence$|stat\d$)/u

const shapes = new Map<number, ReadonlyMap<string, string>>()

/**
 * The tables and triggers of a collection that are not as this program makes them: altered, missing,
 * or of somebody else's making. A trigger or view from elsewhere would run with every write, and
 * one taken away lets received figures be changed; so this is asked before anything else of a file.
 *
 * @param version schema steps that the file says it has taken
 * @returns their names, in the database's order, then those missing; empty when all is as it should be
 */
export function strangeIn(db: DatabaseSync, version: number): string[] {
  const wanted = shapeOf(version)
  const found = objectsOf(db)
  const strange = [...found].flatMap(([name, sql]) => (wanted.get(name) === sql ? [] : [name]))
  const missing = [...wanted.keys()].filter((name) => !found.has(name))
  return [...strange, ...missing]
}

/** What a collection of a version consists of: name → how it was made. */
function shapeOf(version: number): ReadonlyMap<string, string> {
  const known = shapes.get(version)
  if (known !== undefined) return known
  const db = new DatabaseSync(':memory:')
  try {
    migrate(db, STEPS.slice(0, version))
    const shape = objectsOf(db)
    shapes.set(version, shape)
    return shape
  } finally {
    db.close()
  }
}

function objectsOf(db: DatabaseSync): Map<string, string> {
  const rows = db
    .prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid')
    .all()
  return new Map(
    rows.flatMap((row) => {
      const name = String(row['name'])
      if (OWN.test(name)) return []
      const made = [row['type'], row['tbl_name'], row['sql']].map(String).join(' ')
      return [[name, made.replaceAll(/\s+/gu, ' ').trim()]]
    }),
  )
}
