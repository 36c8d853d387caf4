import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { stores } from '../../../src/main/store/stores.ts'
import { adoption, received, someBytes } from './material.ts'
import { codeOf, tempFolder } from './temp.ts'

function collection(): string {
  const path = join(tempFolder(), 'a.huishu')
  const store = stores.create(path)
  const bytes = someBytes(1)
  store.addFile(received(1, bytes), bytes)
  for (const value of [1, 2, 3]) store.append(adoption(value))
  store.close()
  return path
}

test.each([
  ['rewriting a ledger line', `UPDATE ledger SET body = '{}' WHERE id = 2`],
  ['deleting the last ledger line', 'DELETE FROM ledger WHERE id = 3'],
  ['replacing a ledger line', `INSERT OR REPLACE INTO ledger VALUES (2, '{}', '')`],
  ['changing received bytes', `UPDATE blob SET data = x'00'`],
  ['deleting received bytes', 'DELETE FROM blob'],
  ['replacing received bytes', `REPLACE INTO blob SELECT sha256, 1, x'00' FROM blob`],
  ['renaming a received file', `UPDATE file SET path = 'x'`],
  ['deleting a received file', 'DELETE FROM file'],
  ['replacing a received file', `REPLACE INTO file SELECT id, 'x', sha256, 1, '', NULL FROM file`],
])('%s with another SQLite program is refused', (_, attack) => {
  const path = collection()
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: false })
  expect(() => db.exec(attack)).toThrow('append-only')
  db.close()
  const store = stores.open(path)
  expect(store.ledger()).toHaveLength(3)
  expect(store.files().map((file) => file.path)).toEqual(['returns/第1小学.xlsx'])
  store.close()
})

test.each([
  ['a line altered', `UPDATE ledger SET body = replace(body, '"to":"2"', '"to":"20"')`],
  ['a line taken out', 'DELETE FROM ledger WHERE id = 2'],
  ['two lines swapped', 'UPDATE ledger SET id = CASE id WHEN 1 THEN -2 WHEN 2 THEN 1 ELSE id END'],
])('a ledger with %s behind the triggers is damaged', (_, attack) => {
  const path = collection()
  const db = new DatabaseSync(path)
  // Put back afterwards: a collection without its triggers is not even opened.
  const triggers = db.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all()
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${String(name)}`)
  db.exec(attack)
  for (const { sql } of triggers) db.exec(String(sql))
  db.close()
  const store = stores.open(path)
  expect(codeOf(() => store.ledger())).toBe('damaged-collection')
  store.close()
})
