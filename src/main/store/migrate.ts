import type { DatabaseSync } from 'node:sqlite'

/** PRAGMA user_version: the number of schema steps the file has taken. */
export function schemaVersion(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0)
}

/**
 * Takes the steps that the file has not taken yet, all of them in one transaction: a step that
 * fails leaves the file at the version it had. Throws what SQLite throws.
 *
 * @param after what else belongs to coming from an earlier version; not for a new file
 */
export function migrate(
  db: DatabaseSync,
  steps: readonly string[],
  after: () => void = () => undefined,
): void {
  const from = schemaVersion(db)
  if (from >= steps.length) return
  db.exec('BEGIN EXCLUSIVE')
  try {
    for (const step of steps.slice(from)) db.exec(step)
    db.exec(`PRAGMA user_version = ${steps.length}`)
    if (from > 0) after()
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}
