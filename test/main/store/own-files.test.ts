import { spawn } from 'node:child_process'
import { linkSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ReadReturn, Store } from '../../../src/core/ports.ts'
import { defaultConfig } from '../../../src/core/setup/config.ts'
import { writeWhole } from '../../../src/main/files/stream.ts'
import { copyWhole } from '../../../src/main/files/whole.ts'
import { expandPaths } from '../../../src/main/grants.ts'
import { stores } from '../../../src/main/store/stores.ts'
import { createReader } from '../../../src/main/workbook/reader.ts'
import { writeLists } from '../../../src/main/workbook/lists.ts'
import { adoption } from './material.ts'
import { codeOf, tempFolder } from './temp.ts'

/** An open collection with a line that is not in the one file yet, in a folder of its own. */
function openCollection(): { folder: string; path: string; store: Store } {
  const folder = tempFolder()
  const path = join(folder, 'a.huishu')
  const store = stores.create(path)
  store.append(adoption(1))
  onTestFinished(() => store.close())
  return { folder, path, store }
}

async function readFolder(folder: string): Promise<Map<string, ReadReturn['reading']>> {
  const reader = createReader()
  const found = new Map<string, ReadReturn['reading']>()
  const context = { forms: [], schools: [], config: defaultConfig() }
  const each = (file: { path: string }, result: ReadReturn) => found.set(file.path, result.reading)
  await reader.readReturns(await expandPaths([folder]), context, each, { cancelled: false })
  await reader.close()
  return found
}

/** Whether another process is kept out of the collection. */
async function lockedForOthers(path: string): Promise<boolean> {
  const script = join(import.meta.dirname, 'append-forever.ts')
  const child = spawn(process.execPath, ['--no-warnings', script, path, 'wait'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const open = new Promise<boolean>((resolve) => {
    child.stdout.on('data', () => resolve(false))
    child.on('exit', () => resolve(true))
  })
  const locked = await open
  child.kill('SIGKILL')
  return locked
}

test('a folder that holds the open collection is received without opening it', async () => {
  const { folder, path, store } = openCollection()
  linkSync(path, join(folder, 'hard link.xlsx'))
  linkSync(path, join(folder, 'hard link.zip'))
  symlinkSync(path, join(folder, 'link.xls'))
  writeFileSync(join(folder, 'other.txt'), 'x')
  const readings = await readFolder(folder)
  const own = [...readings].filter(([name]) => name !== 'other.txt')
  for (const name of ['a.huishu', 'hard link.xlsx', 'hard link.zip', 'link.xls'])
    expect(own.map(([one]) => one)).toContain(name)
  for (const [name, reading] of own) {
    expect([name, reading.status]).toEqual([name, 'ignored'])
    expect(reading.reasons.map((reason) => reason.code)).toEqual(['own-collection'])
  }
  expect(readings.get('other.txt')?.reasons[0]?.code).toBe('not-a-workbook')
  expect(await lockedForOthers(path)).toBe(true)
  store.append(adoption(2))
  store.close()
  const again = stores.open(path)
  expect(again.ledger()).toHaveLength(2)
  again.close()
})

test('the open collection under another name is in use, and stays locked', async () => {
  const { folder, path } = openCollection()
  linkSync(path, join(folder, 'b.huishu'))
  expect(codeOf(() => stores.open(join(folder, 'b.huishu')))).toBe('collection-in-use')
  expect(await lockedForOthers(path)).toBe(true)
})

const signal = { cancelled: false }
test.each([
  ['a copy', (from: string, to: string) => copyWhole(from, to)],
  ['a text', (_: string, to: string) => writeWhole(to, ['figures'], signal)],
  ['a workbook', (_: string, to: string) => writeLists([], to)],
])('%s is not written over a collection, open or closed', async (_what, write) => {
  const { folder, path, store } = openCollection()
  const from = join(folder, 'export.xlsx')
  writeFileSync(from, 'figures')
  linkSync(path, join(folder, 'link.xlsx'))
  for (const target of [path, join(folder, 'link.xlsx')])
    await expect(write(from, target)).rejects.toMatchObject({ code: 'over-collection' })
  expect(await lockedForOthers(path)).toBe(true)
  store.close()
  const before = readFileSync(path)
  await expect(write(from, path)).rejects.toMatchObject({ code: 'over-collection' })
  expect(readFileSync(path).equals(before)).toBe(true)
})
