import { DatabaseSync } from 'node:sqlite'
import { migrate } from './migrate.ts'
import { STEPS } from './schema.ts'

/**
 * What the database keeps for itself, as it makes it; never of a collection's making. Its name alone says
 * nothing: whoever writes the schema by hand can give a trigger a name of the database's own.
 */
const OWN = new Set([
  'table sqlite_sequence CREATE TABLE sqlite_sequence(name,seq)',
  'table sqlite_stat1 CREATE TABLE sqlite_stat1(tbl,idx,stat)',
  'table sqlite_stat4 CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)',
])

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
  const strange = [...found].flatMap(([key, sql]) => (wanted.get(key) === sql ? [] : [key]))
  const missing = [...wanted.keys()].filter((key) => !found.has(key))
  const names = [...strange, ...missing].map((key) => key.slice(key.indexOf(' ') + 1))
  return [...new Set(names)]
}

/** What a collection of a version consists of: kind and name → how it was made. */
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
  const found = new Map<string, string>()
  for (const row of rows) {
    const [type, name, table, sql] = ['type', 'name', 'tbl_name', 'sql'].map((key) =>
      String(row[key]),
    )
    // What keeps a table's key; it has no text of its own, and the database holds it against the table's.
    const isKey = type === 'index' && sql === 'null' && name?.startsWith('sqlite_autoindex_')
    if (isKey === true || OWN.has(`${type} ${name} ${sql}`)) continue
    // A trigger may bear a table's name; what is there twice is nothing that we make.
    const key = `${type} ${name}`
    const made = `${table} ${sql}`.replaceAll(/\s+/gu, ' ').trim()
    found.set(key, found.has(key) ? '' : made)
  }
  return found
}
