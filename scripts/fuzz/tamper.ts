import { readFileSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { SQLOutputValue } from 'node:sqlite'
import type { Random } from '../county/random.ts'

type Row = Record<string, SQLOutputValue>

/**
 * A collection as somebody leaves it who opens it with another SQLite program: triggers away, a value
 * altered, a row taken out, doubled or exchanged with another, and the triggers put back as they were.
 *
 * @param path for the file while it is worked on
 */
export function tampered(bytes: Uint8Array, path: string, random: Random): Uint8Array {
  writeFileSync(path, bytes)
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: false })
  try {
    // It is read back at once; nothing of it must last.
    db.exec('PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY')
    const triggers = db.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all()
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${String(name)}`)
    for (let step = random.int(1, 2); step > 0; step -= 1) edit(db, random)
    for (const { sql } of triggers) db.exec(String(sql))
  } finally {
    db.close()
  }
  return readFileSync(path)
}

function edit(db: DatabaseSync, random: Random): void {
  const tables = db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .all()
    .map(({ name }) => String(name))
  const table = random.pick(tables)
  const rows = db.prepare(`SELECT * FROM ${table}`).all()
  if (rows.length === 0) return
  const [row, other] = [random.pick(rows), random.pick(rows)]
  const column = random.pick(Object.keys(row))
  try {
    switch (random.int(0, 9)) {
      case 0:
        remove(db, table, row)
        break
      case 1:
        db.exec(`DELETE FROM ${table}`)
        break
      case 2:
        insert(db, table, { ...row, [column]: altered(row[column] ?? null, random) })
        break
      case 3:
        set(db, table, row, column, other[column] ?? null)
        set(db, table, other, column, row[column] ?? null)
        break
      default:
        set(db, table, row, column, altered(row[column] ?? null, random))
    }
  } catch {
    // The database itself refuses: a key twice, a value of another type.
  }
}

function altered(value: SQLOutputValue, random: Random): SQLOutputValue {
  if (typeof value === 'number' || typeof value === 'bigint')
    return random.chance(0.5) ? Number(value) + random.int(-2, 2) : random.int(0, 99)
  if (value === null) return 'x'
  const bytes = Buffer.from(value as Uint8Array | string)
  if (bytes.length === 0) return value
  const at = random.int(0, bytes.length - 1)
  // A digit for a digit: what is altered so reads as well as before.
  const digits = [...bytes.keys()].filter((n) => (bytes[n] ?? 0) >= 0x30 && (bytes[n] ?? 0) <= 0x39)
  if (digits.length > 0 && random.chance(0.5)) bytes[random.pick(digits)] = 0x30 + random.int(0, 9)
  else if (random.chance(0.8)) bytes[at] = random.int(0x20, 0x7e)
  else if (typeof value !== 'string') return bytes.subarray(0, at)
  return typeof value === 'string' ? bytes.toString('utf8') : bytes
}

/** Which row: all its values. */
function where(row: Row): { text: string; values: SQLOutputValue[] } {
  const names = Object.keys(row)
  return { text: names.map((name) => `${name} IS ?`).join(' AND '), values: Object.values(row) }
}

function set(db: DatabaseSync, table: string, row: Row, column: string, to: SQLOutputValue): void {
  const { text, values } = where(row)
  db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${text}`).run(to, ...values)
}

function remove(db: DatabaseSync, table: string, row: Row): void {
  const { text, values } = where(row)
  db.prepare(`DELETE FROM ${table} WHERE ${text}`).run(...values)
}

function insert(db: DatabaseSync, table: string, row: Row): void {
  const names = Object.keys(row)
  const marks = names.map(() => '?').join(', ')
  db.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`).run(
    ...Object.values(row),
  )
}
