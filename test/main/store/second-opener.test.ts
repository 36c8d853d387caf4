import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Store } from '../../../src/core/ports.ts'
import { collectionFiles } from '../../../src/main/store/look.ts'
import { lockPath } from '../../../src/main/store/lock-file.ts'
import { stores } from '../../../src/main/store/stores.ts'
import { errorText } from '../../../src/shared/words/say.ts'
import { CallError } from '../../../src/shared/result.ts'
import { readOnlyText } from '../../../src/shared/words/read-only.ts'
import { runCli } from '../run-cli.ts'
import { adoption, CONFIG, putBy, received, someBytes } from './material.ts'
import { codeOf, tempFolder } from './temp.ts'
import { startWriter } from './writer.ts'

function made(): { folder: string; path: string } {
  const folder = tempFolder()
  const path = join(folder, '青禾县.huishu')
  const store = stores.create(path)
  store.setConfig(CONFIG)
  store.append(adoption(1))
  store.close()
  return { folder, path }
}

async function opened(path: string): Promise<Store> {
  const store = await collectionFiles.openOrLook(path)
  onTestFinished(() => store.close())
  return store
}

/** The lock that an owner on another machine left, last heard of `silent` milliseconds ago. */
function lockFromElsewhere(path: string, silent: number): void {
  const kept = {
    taking: 'theirs',
    machine: 'another',
    person: '李四',
    user: 'lisi',
    host: '教育股2号机',
    since: '2025-11-03T01:12:00.000Z',
  }
  writeFileSync(lockPath(path), JSON.stringify(kept))
  const at = new Date(Date.now() - silent)
  utimesSync(lockPath(path), at, at)
}

test('who opens a collection second looks at it, is told who has it, and changes nothing', async () => {
  const { path } = made()
  const { child, said, ended } = startWriter(path, 'fifty')
  await said((line) => line === '50')
  const second = await opened(path)
  expect(second.readOnly()?.holder?.host).toBe(hostname())
  const readOnly = second.readOnly()
  expect(readOnly === null ? '' : readOnlyText('zh', readOnly)).toMatch(
    /^只能查看：.+（电脑 .+）自 \d{4}-\d\d-\d\d \d\d:\d\d 起正在使用它.*现在看到的是 /u,
  )
  expect(putBy(second.ledger())).toHaveLength(51)
  const writes = [
    () => second.append(adoption(2)),
    () => second.setConfig(CONFIG),
    () => second.putAsset('rules', 'rules.yaml', someBytes(1)),
    () => second.addFile(received(9, someBytes(9)), someBytes(9)),
  ]
  for (const write of writes) expect(codeOf(write)).toBe('read-only')
  const copy = join(tempFolder(), 'copy.huishu')
  second.copyTo(copy)
  expect(existsSync(copy)).toBe(true)
  child.kill('SIGKILL')
  await ended
  // The owner is gone: whoever comes next writes.
  const third = await opened(path)
  expect(third.readOnly()).toBeNull()
  third.append(adoption(52))
  expect(putBy(third.ledger())).toHaveLength(52)
})

test('while one looks at a collection its owner goes on writing', async () => {
  const { path } = made()
  const { lines, said } = startWriter(path, 'append')
  await said((line) => Number(line) >= 5)
  const second = await opened(path)
  const before = second.ledger().length
  const reached = Number(lines.at(-1))
  await said((line) => Number(line) >= reached + 20)
  expect(second.ledger()).toHaveLength(before)
})

test('where the database’s lock does not work, the lock file keeps the second out', async () => {
  const { folder, path } = made()
  lockFromElsewhere(path, 30_000)
  const second = await opened(path)
  expect(second.readOnly()).toMatchObject({
    why: 'in-use',
    holder: { person: '李四', host: '教育股2号机', since: '2025-11-03T01:12:00.000Z' },
  })
  expect(codeOf(() => second.append(adoption(2)))).toBe('read-only')
  expect(readFileSync(lockPath(path), 'utf8')).toContain('李四')
  expect(readdirSync(folder).toSorted()).toEqual(['青禾县.huishu', '青禾县.huishu.lock'])
})

test('the lock of an owner on another machine who gives no sign of life is taken over', async () => {
  const { folder, path } = made()
  lockFromElsewhere(path, 600_000)
  const store = await opened(path)
  expect(store.readOnly()).toBeNull()
  store.append(adoption(2))
  store.close()
  expect(readdirSync(folder)).toEqual(['青禾县.huishu'])
})

test('an owner whose collection was taken over meanwhile writes nothing more', async () => {
  const { path } = made()
  const store = await opened(path)
  lockFromElsewhere(path, 0)
  const error = thrown(() => store.append(adoption(2)))
  expect(error.code).toBe('collection-taken')
  expect(errorText('zh', error)).toContain('李四（电脑 教育股2号机）')
  expect(store.ledger()).toHaveLength(1)
  store.close()
  // The lock is the other's.
  expect(readFileSync(lockPath(path), 'utf8')).toContain('李四')
})

test('a lock file that was tidied away is put back; one that is no text stops nobody', async () => {
  const { path } = made()
  writeFileSync(lockPath(path), Buffer.from([0, 255, 1, 2]))
  const store = await opened(path)
  rmSync(lockPath(path))
  store.append(adoption(2))
  expect(existsSync(lockPath(path))).toBe(true)
})

test('a file that is removed or replaced under the program: a sentence, and what is open can be saved', async () => {
  const { folder, path } = made()
  const store = await opened(path)
  rmSync(path)
  expect(codeOf(() => store.append(adoption(2)))).toBe('collection-gone')
  const copy = join(folder, 'saved.huishu')
  store.copyTo(copy)
  store.close()
  const saved = await opened(copy)
  expect(saved.ledger()).toHaveLength(1)
})

test('the command line looks at what is in use and says so; it does not write to it', async () => {
  const { path } = made()
  const { said } = startWriter(path, 'wait')
  await said((line) => line === 'open')
  const check = await runCli(['check', path])
  expect([check.code, check.out]).toEqual([0, ''])
  expect(check.err).toMatch(/^只能查看：.*起正在使用它/u)
  const change = await runCli(['particulars', path, 'title=新名', '--reason', '改名'])
  expect(change.code).toBe(1)
  expect(change.err).toMatch(/起正在使用它.*这个统计库现在只能查看，没有写入。$/mu)
})

function thrown(work: () => unknown): CallError {
  try {
    work()
  } catch (error) {
    if (error instanceof CallError) return error
  }
  throw new Error('nothing was thrown')
}
