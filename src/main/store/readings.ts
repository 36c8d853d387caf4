import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { tableOf, textOf } from '../../core/model/table-text.ts'
import type { Reading } from '../../core/model/reading.ts'
import { seal, unseal } from './packing.ts'

type Head = Omit<Reading, 'tables'>

/** What was read of each file: a small block for the file, one more per table. */
export class Readings {
  private readonly putHead: StatementSync
  private readonly dropTables: StatementSync
  private readonly putTable: StatementSync
  private readonly allHeads: StatementSync
  private readonly allTables: StatementSync

  constructor(db: DatabaseSync) {
    this.putHead = db.prepare(
      'INSERT INTO reading (file, packed) VALUES (?, ?) ON CONFLICT (file) DO UPDATE SET packed = excluded.packed',
    )
    this.dropTables = db.prepare('DELETE FROM reading_table WHERE file = ?')
    this.putTable = db.prepare(
      'INSERT INTO reading_table (file, place, form, packed) VALUES (?, ?, ?, ?)',
    )
    this.allHeads = db.prepare('SELECT file, packed FROM reading')
    this.allTables = db.prepare('SELECT file, packed FROM reading_table ORDER BY file, place')
  }

  /** Stores or replaces the reading of a file. */
  put(file: number, reading: Reading): void {
    const { tables, ...head } = reading
    this.putHead.run(file, seal(JSON.stringify(head satisfies Head)))
    this.dropTables.run(file)
    for (const [place, table] of tables.entries()) {
      this.putTable.run(file, place, table.form, seal(textOf(table)))
    }
  }

  /** Every reading, by file id. */
  all(): Map<number, Reading> {
    const readings = new Map<number, Reading>()
    for (const row of this.allHeads.iterate()) {
      const head = JSON.parse(unseal(row['packed'] as Uint8Array)) as Head
      readings.set(Number(row['file']), { ...head, tables: [] })
    }
    for (const row of this.allTables.iterate()) {
      const table = tableOf(unseal(row['packed'] as Uint8Array))
      readings.get(Number(row['file']))?.tables.push(table)
    }
    return readings
  }
}
