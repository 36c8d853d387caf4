import type { DatabaseSync } from 'node:sqlite'

/** This long after the last write the one file is made whole: within a second, with time to spare. */
const REST_MS = 400

/**
 * Sees to it that a collection at rest is one whole file, which may be copied as it stands, and that
 * a copy taken while it is being written can be told: only while there is more in the log beside
 * it does its header say that there is one (https://www.sqlite.org/fileformat.html §1.3.3).
 */
export class Rest {
  private readonly db: DatabaseSync
  private timer: NodeJS.Timeout | undefined
  private atRest = true

  /** @param db no log is kept beside it (journal_mode DELETE) */
  constructor(db: DatabaseSync) {
    this.db = db
  }

  /** To be called before a transaction: what is written goes into a log beside the file first. */
  disturb(): void {
    if (!this.atRest) return
    this.db.exec('PRAGMA journal_mode = WAL')
    this.atRest = false
  }

  /** To be called after a transaction. */
  soon(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      try {
        this.now()
      } catch {
        // Nothing is lost: it stands in the log, and is tried again.
        this.soon()
      }
    }, REST_MS).unref()
  }

  /** Writes everything into the one file. Throws what SQLite throws. */
  now(): void {
    clearTimeout(this.timer)
    if (this.atRest) return
    this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    const mode = this.db.prepare('PRAGMA journal_mode = DELETE').get()?.['journal_mode']
    if (mode !== 'delete') throw new Error('the log is still in use')
    this.atRest = true
  }

  /** Nothing is done by itself any more. */
  end(): void {
    clearTimeout(this.timer)
  }
}
