import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { migrate, schemaVersion } from '../../../src/main/store/migrate.ts'
import { pack } from '../../../src/main/store/packing.ts'
import { APPLICATION_ID, STEPS } from '../../../src/main/store/schema.ts'
import { stores } from '../../../src/main/store/stores.ts'
import { adoption, CONFIG } from './material.ts'
import { tempFolder } from './temp.ts'

test('a file of version 1 is brought up to date with everything in it', () => {
  const path = join(tempFolder(), 'a.huishu')
  const old = new DatabaseSync(path)
  old.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
  migrate(old, STEPS.slice(0, 1))
  old.prepare('INSERT INTO document VALUES (?, ?)').run('config', pack(CONFIG))
  old.close()

  const store = stores.open(path)
  expect(store.config()).toEqual(CONFIG)
  store.append(adoption(1))
  store.close()

  const db = new DatabaseSync(path)
  expect(schemaVersion(db)).toBe(STEPS.length)
  expect(() => db.exec('DELETE FROM ledger')).toThrow('append-only')
  db.close()
})

test('a step that fails leaves the file at the version it had', () => {
  const db = new DatabaseSync(':memory:')
  migrate(db, ['CREATE TABLE one (x)'])
  expect(() => migrate(db, ['', 'CREATE TABLE two (x)', 'NOT SQL'])).toThrow('syntax error')
  expect(schemaVersion(db)).toBe(1)
  expect(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()).toEqual([
    { name: 'one' },
  ])
  db.close()
})

test('steps already taken are not taken again', () => {
  const db = new DatabaseSync(':memory:')
  migrate(db, ['CREATE TABLE one (x)'])
  migrate(db, ['CREATE TABLE one (x)', 'CREATE TABLE two (x)'])
  expect(schemaVersion(db)).toBe(2)
  db.close()
})

test('a collection of an earlier version has a chain from its first opening on, over all that is in it', () => {
  const path = join(tempFolder(), 'a.huishu')
  const old = new DatabaseSync(path)
  old.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
  migrate(old, STEPS.slice(0, 4))
  old.prepare('INSERT INTO document VALUES (?, ?)').run('config', pack(CONFIG))
  old.close()
  const store = stores.open(path)
  expect(store.chain().links).toBe(1)
  store.close()

  const db = new DatabaseSync(path)
  db.prepare('UPDATE document SET packed = ?').run(pack({ ...CONFIG, title: '别的' }))
  db.close()
  const again = stores.open(path)
  const steps = again.verification([])
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  expect(step.value.troubles).toEqual([{ kind: 'altered', what: 'document:config', by: '' }])
  again.close()
})
