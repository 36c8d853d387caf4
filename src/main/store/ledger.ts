import { createHash } from 'node:crypto'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { NewEntry, StoredEntry } from '../../core/ledger/entry.ts'
import { readLine } from '../../core/ledger/read-line.ts'

/**
 * The append-only ledger. Each line carries a seal over its own text and the seal before it,
 * so a line that was altered, dropped or slipped in is noticed when the ledger is read.
 */
export class Ledger {
  private readonly put: StatementSync
  private readonly lastLine: StatementSync
  private readonly linesAfter: StatementSync
  private readonly originLine: StatementSync
  private readonly counted: StatementSync
  private last: string | null = null
  /** Lines whose seals were found to fit, and the last of these seals. */
  private sound: { entries: StoredEntry[]; seal: string } = { entries: [], seal: '' }

  constructor(db: DatabaseSync) {
    this.put = db.prepare('INSERT INTO ledger (body, seal) VALUES (?, ?)')
    this.lastLine = db.prepare('SELECT seal FROM ledger ORDER BY id DESC LIMIT 1')
    this.originLine = db.prepare(
      `SELECT seal FROM ledger WHERE id = 1 OR json_extract(body, '$.kind') = 'join' ORDER BY id DESC LIMIT 1`,
    )
    this.counted = db.prepare('SELECT count(*) AS n FROM ledger')
    this.linesAfter = db.prepare('SELECT id, body, seal FROM ledger WHERE id > ? ORDER BY id')
  }

  append(entry: NewEntry): StoredEntry {
    return this.appendText(JSON.stringify(entry))
  }

  appendText(body: string): StoredEntry {
    const seal = sealOf(this.lastSeal(), body)
    const id = Number(this.put.run(body, seal).lastInsertRowid)
    this.last = seal
    return readLine(id, JSON.parse(body))
  }

  /**
   * Lines from the first on. `broken` is the id of the first line whose seal does not fit, else
   * null. Lines found sound before are not read again: the file is locked, and append-only.
   */
  read(): { entries: StoredEntry[]; broken: number | null } {
    const { entries } = this.sound
    for (const row of this.linesAfter.iterate(entries.length)) {
      const body = String(row['body'])
      const seal = sealOf(this.sound.seal, body)
      if (seal !== row['seal'] || Number(row['id']) !== entries.length + 1) {
        return { entries: [...entries], broken: Number(row['id']) }
      }
      entries.push(readLine(Number(row['id']), JSON.parse(body)))
      this.sound.seal = seal
    }
    return { entries: [...entries], broken: null }
  }

  /** Every line as it is stored. */
  text(): { body: string; seal: string }[] {
    return this.linesAfter
      .all(0)
      .map((row) => ({ body: String(row['body']), seal: String(row['seal']) }))
  }

  /**
   * The seal by which a collection's file is known: of its first line, or where it was joined of the
   * line that says so, for its chain begins there; "" for none.
   */
  origin(): string {
    return String(this.originLine.get()?.['seal'] ?? '')
  }

  /** How many lines there are. */
  count(): number {
    return Number(this.counted.get()?.['n'] ?? 0)
  }

  /** After a rollback: only what the file says holds. */
  forget(): void {
    this.last = null
    this.sound = { entries: [], seal: '' }
  }

  private lastSeal(): string {
    return (this.last ??= String(this.lastLine.get()?.['seal'] ?? ''))
  }
}

/** The seal of a line: over the seal before it and its own text. */
export function sealOf(before: string, body: string): string {
  return createHash('sha256').update(before).update('\n').update(body).digest('hex')
}
