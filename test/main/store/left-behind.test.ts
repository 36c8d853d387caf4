import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { dropLeftBehind, ownTemp } from '../../../src/main/files/own-temp.ts'
import { places } from '../../../src/main/places.ts'
import { createPorts } from '../../../src/main/ports.ts'
import { writeWhole } from '../../../src/main/files/stream.ts'
import { writeLists } from '../../../src/main/workbook/lists.ts'
import { copyCollection } from '../../../src/main/store/copy-collection.ts'
import { collectionFiles } from '../../../src/main/store/look.ts'
import { lockPath } from '../../../src/main/store/lock-file.ts'
import { stores } from '../../../src/main/store/stores.ts'
import { runCli, startCli } from '../run-cli.ts'
import { adoption, CONFIG } from './material.ts'
import { codeOf, tempFolder } from './temp.ts'

const LONG_AGO = new Date(Date.now() - 3_600_000)

function half(folder: string, name: string, at: Date = LONG_AGO): void {
  writeFileSync(join(folder, name), 'figures of schools')
  utimesSync(join(folder, name), at, at)
}

test('what killed runs left half made beside a file goes with the next writing, and nothing else', async () => {
  const folder = tempFolder()
  half(folder, '汇总表.xlsx.part')
  half(folder, 'values.csv.0a1b2c3d.tmp')
  half(folder, 'values.csv.99999999.tmp', new Date())
  half(folder, 'values.csv.old.tmp')
  half(folder, 'values.csv')
  await writeWhole(join(folder, 'values.csv'), ['a'], { cancelled: false })
  await writeLists([], join(folder, '汇总表.xlsx'))
  expect(readdirSync(folder).toSorted()).toEqual(
    ['values.csv', 'values.csv.99999999.tmp', 'values.csv.old.tmp', '汇总表.xlsx'].toSorted(),
  )
})

test('opening a collection removes what was left beside it', () => {
  const folder = tempFolder()
  const path = join(folder, 'a.huishu')
  stores.create(path).close()
  for (const end of ['.0a1b2c3d.tmp', '.0a1b2c3d.tmp-wal', '.lock.0a1b2c3d'])
    half(folder, `a.huishu${end}`)
  half(folder, 'b.huishu.0a1b2c3d.tmp')
  stores.open(path).close()
  expect(readdirSync(folder).toSorted()).toEqual(['a.huishu', 'b.huishu.0a1b2c3d.tmp'])
})

test('collections that a killed run left half made are gone at the next start; whole ones and others’ files stay', async () => {
  const folder = tempFolder()
  half(folder, '甲县.huishu.0a1b2c3d.tmp')
  half(folder, '甲县.huishu.0a1b2c3d.tmp.lock')
  half(folder, '甲县.huishu.0a1b2c3d.tmp-journal')
  half(folder, '乙县.huishu.0a1b2c3d.tmp', new Date())
  half(folder, '丙县.huishu')
  half(folder, '丙县.huishu.old')
  half(folder, '别的.0a1b2c3d.tmp')
  const ports = createPorts({ host: 'memory', ...places(), dataFolder: folder })
  await ports.close()
  expect(readdirSync(folder).toSorted()).toEqual(
    ['乙县.huishu.0a1b2c3d.tmp', '丙县.huishu', '丙县.huishu.old', '别的.0a1b2c3d.tmp'].toSorted(),
  )
})

test('temporary folders of runs that are no more are removed at the next start; those at work stay', async () => {
  const mine = ownTemp()
  const stem = basename(mine).replace(/\d+-[^-]*$/u, '')
  const child = startCli(['--version'])
  const { pid } = child
  await new Promise((resolve) => child.on('close', resolve))
  const dead = join(tmpdir(), `${stem}${String(pid)}-abcdef`)
  mkdirSync(join(dead, 's-1'), { recursive: true })
  writeFileSync(join(dead, 's-1', '汇总表.xlsx'), 'figures')
  const parent = join(tmpdir(), `${stem}${String(process.ppid)}-abcdef`)
  mkdirSync(parent, { recursive: true })
  dropLeftBehind()
  expect([existsSync(dead), existsSync(parent), existsSync(mine)]).toEqual([false, true, true])
  expect(dirname(mine)).toBe(tmpdir())
})

test('a collection whose place cannot be written to is looked at', async () => {
  const folder = tempFolder()
  const path = join(folder, 'a.huishu')
  const store = stores.create(path)
  store.setConfig(CONFIG)
  store.append(adoption(1))
  store.close()
  // No lock can be put beside it.
  mkdirSync(join(lockPath(path), 'x'), { recursive: true })
  const before = readFileSync(path)
  const looked = await collectionFiles.openOrLook(path)
  expect(looked.readOnly()).toMatchObject({ why: 'unwritable', holder: null })
  expect(looked.ledger()).toHaveLength(1)
  expect(codeOf(() => looked.append(adoption(2)))).toBe('read-only')
  looked.close()
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('a path too long for a collection is a sentence that says what to do, and nothing is made', async () => {
  const folder = tempFolder()
  const deep = join(folder, ...Array.from({ length: 14 }, () => '乡镇学校上报数据汇总文件夹'))
  mkdirSync(deep, { recursive: true })
  expect(deep.length + 600).toBeGreaterThan(790)
  expect(codeOf(() => stores.create(join(deep, 'a.huishu')))).toBe('path-too-long')
  expect(readdirSync(deep)).toEqual([])
  writeFileSync(join(deep, 'a.huishu'), 'x')
  const { code, err } = await runCli(['check', join(deep, 'a.huishu')])
  expect(code).toBe(1)
  expect(err).toMatch(/路径太长（\d+ 字节）.*请移到上层/u)
})

test('a clock that has gone back keeps nobody from copying or from taking a dead owner’s lock', async () => {
  const folder = tempFolder()
  const path = join(folder, 'a.huishu')
  const store = stores.create(path)
  store.append(adoption(1))
  store.close()
  const ahead = new Date(Date.now() + 86_400_000)
  utimesSync(path, ahead, ahead)
  const started = performance.now()
  await copyCollection(path, join(folder, 'b.huishu'))
  expect(performance.now() - started).toBeLessThan(10_000)
  writeFileSync(lockPath(path), JSON.stringify({ taking: 't', machine: 'another', host: 'x' }))
  utimesSync(lockPath(path), ahead, ahead)
  const again = await collectionFiles.openOrLook(path)
  expect(again.readOnly()).toBeNull()
  again.append(adoption(2))
  again.close()
})
