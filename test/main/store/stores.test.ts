import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stores } from '../../../src/main/store/stores.ts'
import { adoption, CONFIG, putBy, reading, received, someBytes } from './material.ts'
import { codeOf, tempFolder } from './temp.ts'

test('what was put into a collection is there after closing and opening', () => {
  const path = join(tempFolder(), '青禾县.huishu')
  const bytes = someBytes(1)
  const school = {
    id: '2190001001',
    name: '第一小学',
    shortName: '一小',
    type: '211',
    status: '正常',
    active: true,
    attributes: { 乡镇: '沙河镇' },
  }
  const store = stores.create(path)
  store.setConfig(CONFIG)
  store.setSchools([school])
  store.setForms([])
  const asset = store.putAsset('form', '小学.xlsx', bytes)
  const file = store.addFile(received(1, bytes), bytes)
  const entry = store.append(adoption(12))
  store.close()

  const again = stores.open(path)
  expect(again.config()).toEqual(CONFIG)
  expect(again.schools()).toEqual([school])
  expect(again.forms()).toEqual([])
  expect(again.assets()).toEqual([asset])
  expect(again.blob(asset.sha256)).toEqual(bytes)
  expect(again.files()).toEqual([file])
  expect(again.ledger()).toEqual([entry])
  again.close()
})

test('bytes that were never put in are null', () => {
  const store = stores.create(join(tempFolder(), 'a.huishu'))
  expect(store.blob('0'.repeat(64))).toBeNull()
  store.close()
})

test('the same bytes twice are two files and one blob', () => {
  const store = stores.create(join(tempFolder(), 'a.huishu'))
  const bytes = someBytes(1)
  store.addFile(received(1, bytes), bytes)
  store.addFile({ ...received(1, bytes), path: 'returns/副本.xlsx' }, bytes)
  expect(store.files().map((file) => file.path)).toEqual([
    'returns/第1小学.xlsx',
    'returns/副本.xlsx',
  ])
  expect(store.blob(received(1, bytes).sha256)).toEqual(bytes)
  store.close()
})

test('an asset of the same role and name is replaced, the earlier bytes stay', () => {
  const store = stores.create(join(tempFolder(), 'a.huishu'))
  const first = store.putAsset('rules', 'rules.yaml', someBytes(1))
  const second = store.putAsset('rules', 'rules.yaml', someBytes(2))
  expect(store.assets()).toEqual([second])
  expect(store.blob(first.sha256)).toEqual(someBytes(1))
  store.close()
})

test('a reading can be replaced, with fewer tables too; an unknown file is no-such-file', () => {
  const store = stores.create(join(tempFolder(), 'a.huishu'))
  const bytes = someBytes(1)
  const file = store.addFile(received(1, bytes, 3), bytes)
  store.setReading(file.id, reading(7, 1))
  expect(store.files()).toEqual([{ ...file, reading: reading(7, 1) }])
  expect(codeOf(() => store.setReading(99, reading(1)))).toBe('no-such-file')
  store.close()
})

test('bytes under the hash of others are refused and nothing is stored', () => {
  const store = stores.create(join(tempFolder(), 'a.huishu'))
  const wrong = received(1, someBytes(1))
  expect(() => store.addFile(wrong, someBytes(2))).toThrow(TypeError)
  expect(store.files()).toEqual([])
  store.close()
})

test('a transaction that throws leaves nothing, inner ones included', () => {
  const store = stores.create(join(tempFolder(), 'a.huishu'))
  const bytes = someBytes(1)
  store.append(adoption(1))
  expect(() =>
    store.transaction(() => {
      store.addFile(received(1, bytes), bytes)
      store.append(adoption(2))
      throw new Error('cancelled')
    }),
  ).toThrow('cancelled')
  expect(store.files()).toEqual([])
  expect(store.blob(received(1, bytes).sha256)).toBeNull()
  store.append(adoption(3))
  expect(putBy(store.ledger())).toEqual(['1', '3'])
  store.close()
})

test('an inner transaction that is caught loses its own work only', () => {
  const store = stores.create(join(tempFolder(), 'a.huishu'))
  store.transaction(() => {
    store.append(adoption(1))
    expect(() =>
      store.transaction(() => {
        store.append(adoption(2))
        throw new Error('inner')
      }),
    ).toThrow('inner')
    store.append(adoption(3))
  })
  expect(putBy(store.ledger())).toEqual(['1', '3'])
  store.close()
})

test('a transaction that would wait is refused', () => {
  const store = stores.create(join(tempFolder(), 'a.huishu'))
  expect(() =>
    store.transaction(() => {
      store.append(adoption(1))
      return Promise.resolve()
    }),
  ).toThrow(TypeError)
  expect(store.ledger()).toEqual([])
  store.close()
})

test('a closed collection is one file that can be copied to a stick', () => {
  const folder = tempFolder()
  const store = stores.create(join(folder, 'a.huishu'))
  store.setConfig(CONFIG)
  store.append(adoption(5))
  store.close()
  expect(readdirSync(folder)).toEqual(['a.huishu'])
  copyFileSync(join(folder, 'a.huishu'), join(folder, 'stick.huishu'))
  const copy = stores.open(join(folder, 'stick.huishu'))
  expect(copy.ledger()).toHaveLength(1)
  copy.close()
})

test('closing twice is fine; asking a closed collection is no-collection', () => {
  const store = stores.create(join(tempFolder(), 'a.huishu'))
  store.close()
  store.close()
  expect(codeOf(() => store.ledger())).toBe('no-collection')
  expect(codeOf(() => store.append(adoption(1)))).toBe('no-collection')
})

test('a thousand files of ten tables are all there', () => {
  const path = join(tempFolder(), 'a.huishu')
  const store = stores.create(path)
  for (let seed = 0; seed < 1000; seed += 1) {
    const bytes = someBytes(seed, 6_000)
    store.addFile(received(seed, bytes, 10), bytes)
  }
  store.close()
  const again = stores.open(path)
  const files = again.files()
  again.close()
  expect(files).toHaveLength(1000)
  expect(files.reduce((sum, file) => sum + file.reading.tables.length, 0)).toBe(10_000)
  expect(files[999]?.reading).toEqual(reading(999, 10))
})
