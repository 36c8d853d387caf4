import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { inspect } from '../../../src/main/store/repair.ts'
import { stores } from '../../../src/main/store/stores.ts'
import { isWhole } from '../../../src/shared/repair.ts'
import { wholenessLines } from '../../../src/shared/words/wholeness.ts'
import { adoption, CONFIG, putBy, received, someBytes } from './material.ts'
import { codeOf, tempFolder } from './temp.ts'

const N = 40
const PAGE = 16_384

function filled(folder: string): string {
  const path = join(folder, 'a.huishu')
  const store = stores.create(path)
  store.setConfig(CONFIG)
  store.setSchools([])
  store.setForms([])
  for (let seed = 1; seed <= N; seed += 1) {
    const bytes = Uint8Array.from({ length: 3_000 }, (_, i) => (i * i * (seed + 7)) % 251)
    store.addFile(received(seed, bytes), bytes)
    store.append(adoption(seed))
  }
  store.close()
  return path
}

/** Changes a collection with another program, the triggers put back as they were. */
function tampered(path: string, attack: string): void {
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: false })
  const triggers = db.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all()
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${String(name)}`)
  db.exec(attack)
  for (const { sql } of triggers) db.exec(String(sql))
  db.close()
}

test('a whole collection is found whole, and saving it gives all of it', () => {
  const folder = tempFolder()
  const path = filled(folder)
  const found = inspect(path)
  if (found === null) throw new Error('not looked into')
  expect(isWhole(found)).toBe(true)
  expect(wholenessLines('zh', found)[0]).toBe('完好。')
  const to = join(folder, 'b.huishu')
  expect(stores.repair(path, to)).toEqual(found)
  const [before, after] = [stores.open(path), stores.open(to)]
  expect(after.files()).toEqual(before.files())
  expect(after.ledger()).toEqual(before.ledger())
  expect(after.config()).toEqual(before.config())
  before.close()
  after.close()
})

test('whichever page is spoilt, everything that does not stand on it is saved, the rest is named', () => {
  const folder = tempFolder()
  const path = filled(folder)
  const whole = readFileSync(path)
  const lossless: number[] = []
  for (let page = 1; page * PAGE < whole.length; page += 1) {
    writeFileSync(path, Buffer.from(whole).fill(0xa5, page * PAGE, (page + 1) * PAGE))
    const to = join(folder, `saved-${page}.huishu`)
    const found = stores.repair(path, to)
    if (found === null) throw new Error('not looked into')
    expect(found.pages).not.toBe('')
    expect(found.lines.whole + found.lines.lost.length).toBe(N)
    expect(found.files.whole + found.files.lost.length).toBe(N)
    const db = new DatabaseSync(to, { readOnly: true })
    const kept = db.prepare('SELECT id, path FROM file ORDER BY id').all()
    expect(kept.map(({ id }) => `returns/第${String(id)}小学.xlsx`)).toEqual(
      kept.map((row) => row['path']),
    )
    db.close()
    if (found.parts.includes('config')) continue
    const saved = stores.open(to)
    expect(saved.files()).toHaveLength(found.files.whole)
    for (const file of saved.files()) expect(saved.blob(file.sha256)).toHaveLength(3_000)
    const lines = saved.ledger()
    expect(lines.filter((one) => one.kind === 'lost').map(({ id }) => id)).toEqual(found.lines.lost)
    expect(putBy(lines)).toEqual(
      Array.from({ length: N }, (_, at) => at + 1)
        .filter((id) => !found.lines.lost.includes(id))
        .map(String),
    )
    saved.close()
    if (found.lines.lost.length + found.files.lost.length === 0) lossless.push(page)
  }
  // Some pages hold nothing that cannot be had otherwise, but not all.
  expect(lossless.length).toBeLessThan(whole.length / PAGE - 2)
})

test.each([
  ['altered', `UPDATE ledger SET body = replace(body, '"to":"7"', '"to":"70"') WHERE id = 7`],
  ['no JSON any more', `UPDATE ledger SET body = '{' WHERE id = 7`],
  ['taken out', 'DELETE FROM ledger WHERE id = 7'],
])('a line that was %s is lost, and no other', (_, attack) => {
  const folder = tempFolder()
  const path = filled(folder)
  tampered(path, attack)
  expect(inspect(path)?.lines).toEqual({ whole: N - 1, lost: [7] })
  const to = join(folder, 'b.huishu')
  stores.repair(path, to)
  const saved = stores.open(to)
  expect(saved.ledger().map(({ kind }) => kind)).toEqual(
    Array.from({ length: N }, (__, at) => (at === 6 ? 'lost' : 'adopt')),
  )
  saved.close()
})

test.each([
  ['bytes altered', `UPDATE blob SET data = x'504b00' WHERE rowid = 3`, [3], []],
  ['another file’s bytes', `UPDATE file SET sha256 = 'x' WHERE id = 5`, [5], []],
  ['its reading spoilt', `UPDATE reading SET packed = x'0100' WHERE file = 9`, [], [9]],
  ['a table of it spoilt', `UPDATE reading_table SET packed = x'01' WHERE file = 9`, [], [9]],
])('a received file with %s is named', (_, attack, lost, unread) => {
  const path = filled(tempFolder())
  tampered(path, attack)
  const found = inspect(path)
  const named = (ids: readonly number[]): string[] => ids.map((id) => `returns/第${id}小学.xlsx`)
  expect([found?.files.lost, found?.unread]).toEqual([named(lost), named(unread)])
})

test.each([
  [
    'a trigger of somebody else’s',
    `CREATE TRIGGER evil AFTER INSERT ON asset BEGIN DELETE FROM document; END`,
    'evil',
  ],
  ['a view', 'CREATE VIEW ledger_view AS SELECT * FROM ledger', 'ledger_view'],
  ['an index over an expression', 'CREATE INDEX i ON file (abs(size))', 'i'],
  ['a table too many', 'CREATE TABLE more (x)', 'more'],
  ['a trigger taken away', 'DROP TRIGGER file_is_not_changed', 'file_is_not_changed'],
  [
    'a trigger that does nothing any more',
    `DROP TRIGGER blob_is_not_changed;
     CREATE TRIGGER blob_is_not_changed BEFORE UPDATE ON blob BEGIN SELECT 1; END`,
    'blob_is_not_changed',
  ],
  [
    'a table that computes a column',
    `ALTER TABLE document ADD COLUMN x TEXT AS (name || 'x')`,
    'document',
  ],
])('a collection with %s is not opened, by name, and can be saved', (_, attack, name) => {
  const folder = tempFolder()
  const path = filled(folder)
  const db = new DatabaseSync(path)
  db.exec(attack)
  db.close()
  expect(codeOf(() => stores.open(path))).toBe('altered-collection')
  expect(inspect(path)?.strange).toEqual([name])
  const to = join(folder, 'b.huishu')
  stores.repair(path, to)
  const saved = stores.open(to)
  expect(saved.files()).toHaveLength(N)
  expect(saved.ledger()).toHaveLength(N)
  saved.close()
})

test('what is no database gives nothing, and makes nothing', () => {
  const folder = tempFolder()
  const path = join(folder, 'a.huishu')
  writeFileSync(path, someBytes(1, 900))
  expect(inspect(path)).toBeNull()
  const to = join(folder, 'b.huishu')
  expect(stores.repair(path, to)).toBeNull()
  expect(codeOf(() => stores.open(to))).toBe('no-such-file')
})

test('saving over a file that is there is refused, and the file stays', () => {
  const folder = tempFolder()
  const path = filled(folder)
  const to = join(folder, 'b.txt')
  writeFileSync(to, 'mine')
  expect(codeOf(() => stores.repair(path, to))).toBe('collection-exists')
  expect(readFileSync(to, 'utf8')).toBe('mine')
})
