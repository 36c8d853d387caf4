import type { DatabaseSync } from 'node:sqlite'

/** Hashes of bytes that lines of the ledger say were removed for good. */
export function removedBy(bodies: Iterable<string | null>): Set<string> {
  const removed = new Set<string>()
  for (const body of bodies) {
    // Most lines say nothing of the kind; only those that may are taken apart.
    if (body?.includes('"remove-personal"') !== true) continue
    for (const sha256 of hashesIn(body)) removed.add(sha256)
  }
  return removed
}

function hashesIn(body: string): string[] {
  try {
    const line = JSON.parse(body) as { kind?: unknown; payload?: { files?: unknown } }
    const files = line.kind === 'remove-personal' ? line.payload?.files : null
    return Array.isArray(files)
      ? files.map((file: unknown) => String((file as { sha256?: unknown } | null)?.sha256))
      : []
  } catch {
    return []
  }
}

/** Whether a blob's row says that its bytes were removed: nothing is ever kept as no bytes at all. */
export function isEmptied(data: unknown): boolean {
  return data instanceof Uint8Array && data.length === 0
}

/**
 * Removes kept bytes for good; their hash and size stay. To be called in a transaction, with the
 * line that says so. What may not be changed by anybody else is changed here and only here.
 */
export function emptyBlobs(db: DatabaseSync, hashes: readonly string[]): void {
  const guard = 'blob_is_not_changed'
  const made = db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').get(guard)?.['sql']
  if (typeof made !== 'string') throw new TypeError(`no ${guard}`)
  db.exec('PRAGMA secure_delete = ON')
  db.exec(`DROP TRIGGER ${guard}`)
  const empty = db.prepare('UPDATE blob SET data = zeroblob(0) WHERE sha256 = ?')
  for (const sha256 of hashes) empty.run(sha256)
  db.exec(made)
}
