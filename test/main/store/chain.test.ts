import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/core/ports.ts'
import type { Anchor, Verification } from '../../../src/shared/verify.ts'
import { lookAt } from '../../../src/main/store/look.ts'
import { sealOf } from '../../../src/main/store/ledger.ts'
import { stores } from '../../../src/main/store/stores.ts'
import { adoption, CONFIG, reading, received, someBytes } from './material.ts'
import { tempFolder } from './temp.ts'

function check(store: Store, anchors: readonly Anchor[] = []): Verification {
  const steps = store.verification(anchors)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** A collection with two files, an asset, register and forms, closed; and the end of its chain. */
function made(): { path: string; anchor: Anchor } {
  const path = join(tempFolder(), 'a.huishu')
  const store = stores.create(path)
  store.transaction(() => {
    store.setConfig(CONFIG)
    store.setSchools([])
    store.setForms([])
    store.putAsset('rules', 'rules.yaml', someBytes(7))
    store.append(adoption(1))
  })
  for (const seed of [1, 2])
    store.transaction(() => {
      store.addFile(received(seed, someBytes(seed)), someBytes(seed))
      store.append(adoption(seed + 1))
    })
  store.setReading(1, reading(5))
  const anchor = { ...store.chain(), at: '2025-10-01T00:00:00Z', where: '锚' }
  expect(check(store, [anchor]).troubles).toEqual([])
  store.close()
  return { path, anchor }
}

/** Does something to the file as somebody with a database program does, the guards taken off and put back. */
function behind(path: string, work: (db: DatabaseSync) => void): void {
  const db = new DatabaseSync(path)
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${String(name)}`)
  db.exec('PRAGMA foreign_keys = OFF')
  work(db)
  for (const { sql } of triggers) db.exec(String(sql))
  db.close()
}

function troublesOf(path: string, anchors: readonly Anchor[] = []): string[] {
  const store = lookAt(path)
  try {
    return check(store, anchors).troubles.map(
      ({ kind, what, by }) => `${kind} ${what}${by && ` by ${by}`}`,
    )
  } finally {
    store.close()
  }
}

/** Seals written anew, as by somebody who knows how. */
function resealed(db: DatabaseSync, table: 'ledger' | 'holding'): void {
  let before = ''
  for (const { id, body } of db.prepare(`SELECT id, body FROM ${table} ORDER BY id`).all()) {
    before = sealOf(before, String(body))
    db.prepare(`UPDATE ${table} SET seal = ? WHERE id = ?`).run(before, Number(id))
  }
}

test('a collection as the program leaves it is as its record says, opened again too', () => {
  const { path, anchor } = made()
  expect(troublesOf(path, [anchor])).toEqual([])
  const store = stores.open(path)
  store.append(adoption(9))
  expect(check(store, [anchor])).toMatchObject({ troubles: [], lines: 4, files: 3, anchors: 1 })
  store.close()
})

describe('what another hand did is noticed and named', () => {
  const SECOND = '(SELECT packed FROM reading_table WHERE file = 2 AND place = 0)'
  test.each<[string, (db: DatabaseSync) => void, string[]]>([
    [
      'figures of a return exchanged for another’s',
      (db) => db.exec(`UPDATE reading_table SET packed = ${SECOND} WHERE file = 1 AND place = 0`),
      ['altered file:returns/第1小学.xlsx'],
    ],
    [
      'a table of a return deleted',
      (db) => db.exec('DELETE FROM reading_table WHERE file = 2 AND place = 1'),
      ['altered file:returns/第2小学.xlsx'],
    ],
    [
      'a file said to have come at another time',
      (db) => db.exec("UPDATE file SET received_at = '2020-01-01' WHERE id = 1"),
      ['altered file:returns/第1小学.xlsx'],
    ],
    [
      'a file pointed at other bytes',
      (db) =>
        db.exec('UPDATE file SET sha256 = (SELECT sha256 FROM file WHERE id = 2) WHERE id = 1'),
      ['altered file:returns/第1小学.xlsx'],
    ],
    ['a file deleted', (db) => db.exec('DELETE FROM file WHERE id = 2'), ['gone file:2']],
    [
      'an asset pointed at other bytes',
      (db) => db.exec('UPDATE asset SET sha256 = (SELECT sha256 FROM file WHERE id = 1)'),
      ['altered asset:rules/rules.yaml'],
    ],
    [
      'an asset slipped in',
      (db) =>
        db.exec(
          "INSERT INTO asset (role, name, sha256) SELECT 'summary', 's.md', sha256 FROM file WHERE id = 1",
        ),
      ['added asset:summary/s.md'],
    ],
    [
      'the register exchanged',
      (db) =>
        db.exec(
          "UPDATE document SET packed = (SELECT packed FROM document WHERE name = 'config') WHERE name = 'schools'",
        ),
      ['altered document:schools'],
    ],
    [
      'bytes replaced',
      (db) =>
        db.exec(
          "UPDATE blob SET data = x'504b' WHERE sha256 = (SELECT sha256 FROM file WHERE id = 1)",
        ),
      ['bytes returns/第1小学.xlsx'],
    ],
    [
      'a line altered, its seal too',
      (db) => {
        db.exec("UPDATE ledger SET body = replace(body, '2025', '2024') WHERE id = 2")
        resealed(db, 'ledger')
      },
      ['rewritten 2'],
    ],
    ['the ledger’s end cut off', (db) => db.exec('DELETE FROM ledger WHERE id = 3'), ['cut 3']],
    [
      'both ends cut off, so that they fit each other',
      (db) =>
        db.exec(
          'DELETE FROM holding WHERE id = 4; DELETE FROM reading_table; DELETE FROM reading; DELETE FROM holding WHERE id = 3; DELETE FROM ledger WHERE id = 3',
        ),
      ['cut 3', 'cut 4', 'altered file:returns/第1小学.xlsx', 'added file:returns/第2小学.xlsx'],
    ],
    [
      'the whole chain taken away',
      (db) => db.exec("DELETE FROM holding; UPDATE file SET path = 'x' WHERE id = 1"),
      ['cut 4'],
    ],
    [
      'the whole chain taken away, and that there was one',
      (db) => db.exec("DELETE FROM holding; DELETE FROM sqlite_sequence WHERE name = 'holding'"),
      ['cut 1'],
    ],
    [
      'a line added with a right seal',
      (db) => {
        db.exec('INSERT INTO ledger (body, seal) SELECT body, seal FROM ledger WHERE id = 3')
        resealed(db, 'ledger')
      },
      ['unsealed 4'],
    ],
    [
      'a link altered',
      (db) =>
        db.exec(`UPDATE holding SET body = replace(body, '"lines":2', '"lines":1') WHERE id = 2`),
      ['link 2'],
    ],
  ])('%s', (_what, work, said) => {
    const { path } = made()
    behind(path, work)
    expect(troublesOf(path)).toEqual(said)
  })
})

test('an end cut off or written anew together with its chain is known by an anchor outside', () => {
  const { path, anchor } = made()
  const cut = join(tempFolder(), 'cut.huishu')
  copyFileSync(path, cut)
  behind(cut, (db) =>
    db.exec(
      'DELETE FROM holding WHERE id > 2; DELETE FROM ledger WHERE id > 2; DELETE FROM file WHERE id = 2; DELETE FROM reading_table WHERE file = 2; DELETE FROM reading WHERE file = 2',
    ),
  )
  expect(troublesOf(cut, [anchor])).toContain('cut 4 by 锚')
  behind(path, (db) => {
    db.exec("UPDATE holding SET body = replace(body, '{', '{ ') WHERE id = 4")
    resealed(db, 'holding')
  })
  expect(troublesOf(path)).toEqual([])
  expect(troublesOf(path, [anchor])).toEqual(['rewritten 4 by 锚'])
})

test('what was rolled back is in no link, and what stood before a savepoint is', () => {
  const path = join(tempFolder(), 'a.huishu')
  const store = stores.create(path)
  store.append(adoption(1))
  const fails = (work: () => void): void =>
    expect(() =>
      store.transaction(() => {
        work()
        throw new Error('no')
      }),
    ).toThrow('no')
  fails(() => store.putAsset('rules', 'rules.yaml', someBytes(1)))
  store.transaction(() => {
    store.setConfig(CONFIG)
    fails(() => {
      store.putAsset('rules', 'rules.yaml', someBytes(2))
      store.append(adoption(2))
    })
  })
  expect(check(store).troubles).toEqual([])
  store.close()
  behind(path, (db) => db.exec("UPDATE document SET packed = x'00' WHERE name = 'config'"))
  const looked = new DatabaseSync(path)
  expect(looked.prepare('SELECT count(*) AS n FROM holding').get()).toEqual({ n: 2 })
  looked.close()
})
