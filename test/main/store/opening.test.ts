import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { stores } from '../../../src/main/store/stores.ts'
import { APPLICATION_ID } from '../../../src/main/store/schema.ts'
import { CallError } from '../../../src/shared/result.ts'
import { errorText } from '../../../src/shared/words/say.ts'
import { adoption, CONFIG, received, someBytes } from './material.ts'
import { codeOf, tempFolder } from './temp.ts'

/** A closed collection with enough in it to have many pages. */
function filled(folder: string): string {
  const path = join(folder, 'a.huishu')
  const store = stores.create(path)
  store.setConfig(CONFIG)
  for (let seed = 0; seed < 60; seed += 1) {
    const bytes = Uint8Array.from({ length: 3_000 }, (_, i) => (i * i * (seed + 7)) % 251)
    store.addFile(received(seed, bytes), bytes)
    store.append(adoption(seed))
  }
  store.close()
  return path
}

test.each([
  ['an empty file', new Uint8Array()],
  ['a text', new TextEncoder().encode('学校,人数\n一小,12\n'.repeat(20))],
  ['a zip', Uint8Array.from([0x50, 0x4b, 3, 4, ...Array.from({ length: 200 }, () => 7)])],
])('%s is not a collection and stays as it is', (_, bytes) => {
  const folder = tempFolder()
  const path = join(folder, 'a.huishu')
  writeFileSync(path, bytes)
  expect(codeOf(() => stores.open(path))).toBe('not-a-collection')
  expect(new Uint8Array(readFileSync(path))).toEqual(bytes)
  expect(readdirSync(folder)).toEqual(['a.huishu'])
})

test("another program's SQLite file and a folder are not collections", () => {
  const folder = tempFolder()
  const path = join(folder, 'other.db')
  const db = new DatabaseSync(path)
  db.exec('CREATE TABLE t (x)')
  db.close()
  const before = readFileSync(path)
  expect(codeOf(() => stores.open(path))).toBe('not-a-collection')
  expect(readFileSync(path)).toEqual(before)
  expect(codeOf(() => stores.open(folder))).toBe('not-a-collection')
})

test('a file that is not there is no-such-file and is not made', () => {
  const folder = tempFolder()
  expect(codeOf(() => stores.open(join(folder, 'none.huishu')))).toBe('no-such-file')
  expect(readdirSync(folder)).toEqual([])
})

test('a collection of a newer version stays byte for byte as it is', () => {
  const folder = tempFolder()
  const path = filled(folder)
  const db = new DatabaseSync(path)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA user_version = 99')
  db.close()
  const before = readFileSync(path)
  expect(() => stores.open(path)).toThrow(
    expect.objectContaining({
      code: 'newer-version',
      params: expect.objectContaining({ version: 99 }) as unknown,
    }) as Error,
  )
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(folder)).toEqual(['a.huishu'])
})

test.each([0.25, 0.5, 0.9])('a collection cut off at %f of its length is damaged', (part) => {
  const path = filled(tempFolder())
  truncateSync(path, Math.floor(readFileSync(path).length * part))
  expect(codeOf(() => stores.open(path))).toBe('damaged-collection')
})

test('a collection with overwritten pages is damaged', () => {
  const path = filled(tempFolder())
  const bytes = readFileSync(path)
  for (let page = 2; page * 4096 < bytes.length; page += 3)
    bytes.fill(0xa5, page * 4096, page * 4096 + 64)
  writeFileSync(path, bytes)
  expect(codeOf(() => stores.open(path))).toBe('damaged-collection')
})

test('a damaged collection is named with what of it can still be read, and stays as it is', () => {
  const folder = tempFolder()
  const path = filled(folder)
  const whole = readFileSync(path)
  for (let page = 1; page * 16_384 < whole.length; page += 1) {
    const bytes = Buffer.from(whole).fill(0xa5, page * 16_384, (page + 1) * 16_384)
    writeFileSync(path, bytes)
    const { code, params } = caught(() => stores.open(path))
    expect(code).toBe('damaged-collection')
    const { lines, files } = params
    // 60 of each; one page holds of one of them only.
    expect(Math.max(Number(lines), Number(files))).toBe(60)
    expect(errorText('zh', { code, params })).toMatch(
      /已损坏.*还能读出 \d+ 条记录、\d+ 份收到的文件。$/u,
    )
    expect(readFileSync(path).equals(bytes)).toBe(true)
  }
  expect(readdirSync(folder)).toEqual(['a.huishu'])
})

function caught(work: () => unknown): CallError {
  try {
    work()
  } catch (error) {
    if (error instanceof CallError) return error
  }
  throw new Error('nothing was thrown')
}

test('one flipped bit in stored bytes is noticed when they are asked for', () => {
  const path = join(tempFolder(), 'a.huishu')
  const store = stores.create(path)
  // A zip is stored as it is, so its bytes can be found in the file.
  const mark = new TextEncoder().encode('MARKMARKMARK')
  const bytes = Uint8Array.from([0x50, 0x4b, 3, 4, ...mark, ...someBytes(1, 9_000)])
  const { sha256 } = store.addFile(received(1, bytes), bytes)
  store.close()
  const content = readFileSync(path)
  const at = content.indexOf('MARKMARKMARK')
  content.writeUInt8(content.readUInt8(at) ^ 1, at)
  writeFileSync(path, content)
  const damaged = stores.open(path)
  expect(codeOf(() => damaged.blob(sha256))).toBe('damaged-collection')
  damaged.close()
})

test('a SQLite file that only carries the mark of a collection is none of ours', () => {
  const path = join(tempFolder(), 'a.huishu')
  const db = new DatabaseSync(path)
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 2; CREATE TABLE t (x)`)
  db.close()
  expect(codeOf(() => stores.open(path))).toBe('altered-collection')
})

test('making a collection over an existing file is refused and the file stays', () => {
  const path = join(tempFolder(), 'a.huishu')
  writeFileSync(path, 'mine')
  expect(codeOf(() => stores.create(path))).toBe('collection-exists')
  expect(readFileSync(path, 'utf8')).toBe('mine')
})

test('a place that cannot be written to is cannot-write and nothing is left there', () => {
  const folder = tempFolder()
  expect(codeOf(() => stores.create(join(folder, 'no folder', 'a.huishu')))).toBe('cannot-write')
  writeFileSync(join(folder, 'file'), '')
  expect(codeOf(() => stores.create(join(folder, 'file', 'a.huishu')))).toBe('cannot-write')
  // SQLite cannot keep its journal here: the name is taken by a folder.
  mkdirSync(join(folder, 'b.huishu-journal'))
  expect(codeOf(() => stores.create(join(folder, 'b.huishu')))).toBe('cannot-write')
  expect(readdirSync(folder).toSorted()).toEqual(['b.huishu-journal', 'file'])
})

/** A trigger that would run with each line of the ledger. */
const runs = (name: string): string =>
  `CREATE TRIGGER ${name} AFTER INSERT ON ledger BEGIN DELETE FROM reading; END`
const hide = (type: string, name: string, sql: string, rowid = 'NULL'): string =>
  `INSERT INTO sqlite_schema (rowid, type, name, tbl_name, rootpage, sql)
   VALUES (${rowid}, '${type}', '${name}', '${type === 'view' ? name : 'ledger'}', 0, '${sql}')`

test.each([
  [
    'a key that the database makes',
    [hide('trigger', 'sqlite_autoindex_x', runs('sqlite_autoindex_x'))],
  ],
  ['the database’s own counter', [hide('trigger', 'sqlite_sequence', runs('sqlite_sequence'))]],
  [
    'the database’s statistics',
    [hide('view', 'sqlite_stat1', 'CREATE VIEW sqlite_stat1 AS SELECT 1')],
  ],
  [
    'a table that comes after it',
    [
      `UPDATE sqlite_schema SET rowid = 901 WHERE name = 'reading'`,
      hide('trigger', 'reading', runs('reading'), '900'),
    ],
  ],
])('a trigger or view that calls itself like %s is seen, and does not run', (_, statements) => {
  const path = filled(tempFolder())
  const db = new DatabaseSync(path, { defensive: false })
  db.exec('PRAGMA writable_schema = ON')
  for (const statement of statements) db.exec(statement)
  db.close()
  const before = readFileSync(path)
  expect(codeOf(() => stores.open(path))).toBe('altered-collection')
  expect(readFileSync(path).equals(before)).toBe(true)
})
