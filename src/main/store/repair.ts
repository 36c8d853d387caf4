import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { SQLInputValue } from 'node:sqlite'
import type { Reading } from '../../core/model/reading.ts'
import type { Wholeness } from '../../shared/repair.ts'
import { asCallError } from './failure.ts'
import { sealOf } from './ledger.ts'
import { seal } from './packing.ts'
import { surveyed } from './survey.ts'
import type { Survey } from './survey.ts'

/** How whole a collection file is; null when it cannot be looked into at all. Nothing is written. */
export function inspect(path: string): Wholeness | null {
  return surveyed(path, wholenessOf)
}

/**
 * Saves what is whole of a collection into a new one; the damaged file stays as it is. Numbers of
 * files and lines are kept, for entries speak of them. A line that is lost leaves a line that says so.
 *
 * @param target where nothing is yet
 * @param create makes an empty collection there
 * @returns what was lost; null when the file cannot be looked into at all, and nothing is made
 * @throws CallError collection-exists, cannot-write
 */
export function repair(
  path: string,
  target: string,
  create: (path: string) => void,
): Wholeness | null {
  return surveyed(path, (survey) => {
    create(target)
    try {
      fill(target, survey)
    } catch (error) {
      rmSync(target, { force: true })
      throw asCallError(error, target)
    }
    return wholenessOf(survey)
  })
}

function wholenessOf(survey: Survey): Wholeness {
  const { pages, strange, lines, files, unread, assets, parts } = survey
  return { pages, strange, lines, files, unread, assets, parts }
}

function fill(target: string, survey: Survey): void {
  const db = new DatabaseSync(target)
  try {
    db.exec('PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; BEGIN IMMEDIATE')
    const wanted = [...survey.fileRows, ...survey.assetRows].map((row) => String(row['sha256']))
    for (const sha256 of new Set(wanted)) {
      const row = survey.blob(sha256)
      if (row !== null) put(db, 'blob', row)
    }
    for (const row of survey.documents) put(db, 'document', row)
    for (const row of survey.assetRows) put(db, 'asset', row)
    for (const row of survey.fileRows) put(db, 'file', row)
    for (const row of survey.readingRows) put(db, 'reading', row)
    for (const row of survey.tableRows) put(db, 'reading_table', row)
    const read = new Set(survey.readingRows.map((row) => row['file']))
    for (const { id } of survey.fileRows)
      if (!read.has(id ?? null))
        put(db, 'reading', { file: id ?? null, packed: seal(JSON.stringify(UNREAD)) })
    let before = ''
    for (const [at, body] of survey.bodies.entries()) {
      const text = body ?? JSON.stringify(LOST)
      before = sealOf(before, text)
      put(db, 'ledger', { id: at + 1, body: text, seal: before })
    }
    db.exec('COMMIT')
  } finally {
    db.close()
  }
}

/** Stands for a line that is lost; it is read as a line that nobody can read, and counts for nothing. */
const LOST = { at: '', person: '', kind: 'lost', reason: '', of: [], payload: {} }

/** Stands for a reading that is lost until the file is read again. */
const UNREAD: Omit<Reading, 'tables'> = {
  identity: { code: null, name: null },
  school: null,
  candidates: [],
  returnDate: null,
  status: 'queried',
  reasons: [],
  layout: [],
}

function put(db: DatabaseSync, table: string, row: Record<string, SQLInputValue>): void {
  const columns = Object.keys(row)
  db.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  ).run(...columns.map((column) => row[column] ?? null))
}
