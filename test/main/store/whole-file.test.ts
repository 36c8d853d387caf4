import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { copyCollection } from '../../../src/main/store/copy-collection.ts'
import { stores } from '../../../src/main/store/stores.ts'
import { runCli } from '../run-cli.ts'
import { adoption, CONFIG, putBy, received, someBytes } from './material.ts'
import { codeOf, tempFolder } from './temp.ts'
import { startWriter } from './writer.ts'

const CORRECTIONS = Array.from({ length: 50 }, (_, n) => String(n + 1))

function made(): { folder: string; path: string; copy: string } {
  const folder = tempFolder()
  const path = join(folder, 'a.huishu')
  const store = stores.create(path)
  store.setConfig(CONFIG)
  store.close()
  return { folder, path, copy: join(folder, 'b.huishu') }
}

/** What a collection has and lacks. */
function looked(path: string) {
  const store = stores.open(path)
  try {
    return { put: putBy(store.ledger()), incomplete: store.incomplete() }
  } finally {
    store.close()
  }
}

test('copied by hand a second after the last of 50 corrections, while open: all 50 are in it', async () => {
  const { path, copy } = made()
  const { said } = startWriter(path, 'fifty')
  await said((line) => line === '50')
  await pause(1_000)
  copyFileSync(path, copy)
  expect(looked(copy)).toEqual({ put: CORRECTIONS, incomplete: null })
  // Resting is not letting go.
  expect(codeOf(() => stores.open(path))).toBe('collection-in-use')
})

test('copied by hand without its log while it is being written: the copy says so, again and again', async () => {
  const { folder, path, copy } = made()
  const { child, said, ended } = startWriter(path, 'append')
  await said((line) => line === '20')
  copyFileSync(path, copy)
  child.kill('SIGKILL')
  await ended
  for (let times = 0; times < 2; times += 1) {
    const { put, incomplete } = looked(copy)
    expect(put.length).toBeLessThan(20)
    expect(incomplete).toEqual({ lines: put.length, at: put.length === 0 ? '' : adoption(1).at })
  }
  // The original, whose log lies beside it, lacks nothing.
  expect(looked(path).incomplete).toBeNull()
  const { code, err } = await runCli(['check', copy])
  expect([code, err]).toEqual([0, expect.stringContaining('在使用中被复制')])
  expect(readdirSync(folder).toSorted()).toEqual(['a.huishu', 'b.huishu'])
})

test('“huishu copy” while another process writes: whole, with all that had been acknowledged', async () => {
  const { folder, path, copy } = made()
  const { child, lines, said, ended } = startWriter(path, 'append')
  await said((line) => Number(line) >= 30)
  const before = Number(lines.at(-1))
  expect(await runCli(['copy', path, '--out', copy])).toEqual({ code: 0, out: '', err: '' })
  child.kill('SIGKILL')
  await ended
  const { put, incomplete } = looked(copy)
  expect(put.length).toBeGreaterThanOrEqual(before)
  expect(put).toEqual(put.map((_, n) => String(n + 1)))
  expect(incomplete).toBeNull()
  expect(looked(path).put.slice(0, put.length)).toEqual(put)
  expect(readdirSync(folder).toSorted()).toEqual(['a.huishu', 'b.huishu'])
})

test('a copy of what was killed has what stood in its log, and leaves the original as it is', async () => {
  const { path, copy } = made()
  const { child, said, ended } = startWriter(path, 'fifty')
  await said((line) => line === '50')
  child.kill('SIGKILL')
  await ended
  const parts = [path, `${path}-wal`].filter((part) => existsSync(part))
  const before = parts.map((part) => readFileSync(part))
  expect(await copyCollection(path, copy)).toBeNull()
  expect(parts.map((part) => readFileSync(part))).toEqual(before)
  expect(looked(copy).put).toEqual(CORRECTIONS)
})

test('an open collection copies itself at any time', () => {
  const { path, copy } = made()
  const store = stores.open(path)
  for (let n = 1; n <= 50; n += 1) store.append(adoption(n))
  const bytes = someBytes(1)
  const { sha256 } = store.addFile(received(1, bytes), bytes)
  store.copyTo(copy)
  store.append(adoption(51))
  expect(looked(copy)).toEqual({ put: CORRECTIONS, incomplete: null })
  const copied = stores.open(copy)
  expect(copied.blob(sha256)).toEqual(bytes)
  copied.close()
  store.close()
})

test('a copy is refused over a collection and of what is none; nothing is left behind', async () => {
  const { folder, path, copy } = made()
  const store = stores.create(copy)
  store.append(adoption(1))
  store.close()
  const text = join(folder, 'c.txt')
  writeFileSync(text, 'mine')
  await expect(copyCollection(path, copy)).rejects.toMatchObject({ code: 'over-collection' })
  await expect(copyCollection(path, path)).rejects.toMatchObject({ code: 'over-collection' })
  await expect(copyCollection(text, join(folder, 'd'))).rejects.toMatchObject({
    code: 'not-a-collection',
  })
  await expect(copyCollection(join(folder, 'x'), text)).rejects.toMatchObject({
    code: 'no-such-file',
  })
  await expect(copyCollection(path, join(folder, 'none', 'd'))).rejects.toMatchObject({
    code: 'cannot-write',
  })
  expect(readFileSync(text, 'utf8')).toBe('mine')
  expect(looked(copy).put).toEqual(['1'])
  expect(readdirSync(folder).toSorted()).toEqual(['a.huishu', 'b.huishu', 'c.txt'])
})
