import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stores } from '../../../src/main/store/stores.ts'
import { adoption, putBy, reading } from './material.ts'
import { codeOf, tempFolder } from './temp.ts'
import { startWriter } from './writer.ts'

test.each([1, 7, 60])(
  'everything acknowledged before kill -9 is there afterwards (after %d stores)',
  async (count) => {
    const folder = tempFolder()
    const path = join(folder, 'a.huishu')
    stores.create(path).close()
    const { child, lines, said, ended } = startWriter(path, 'append')
    await said((line) => Number(line) >= count)
    child.kill('SIGKILL')
    await ended
    const acknowledged = Number(lines.at(-1))
    expect(acknowledged).toBeGreaterThanOrEqual(count)

    const store = stores.open(path)
    const ledger = store.ledger()
    const files = store.files()
    // One more may have been stored than was acknowledged, never fewer, and never half of one.
    expect(ledger.length).toBeGreaterThanOrEqual(acknowledged)
    expect(ledger.length).toBeLessThanOrEqual(acknowledged + 1)
    expect(files).toHaveLength(ledger.length)
    expect(putBy(ledger)).toEqual(ledger.map((_, index) => String(index + 1)))
    expect(files.map((file) => file.reading)).toEqual(files.map((_, index) => reading(index + 1)))
    for (const file of files) expect(store.blob(file.sha256)).toHaveLength(file.size)
    store.append(adoption(0))
    store.close()
    expect(readdirSync(folder)).toEqual(['a.huishu'])
  },
)

test('a collection open in another process is in use until that process is gone', async () => {
  const path = join(tempFolder(), 'a.huishu')
  stores.create(path).close()
  const { child, said, ended } = startWriter(path, 'wait')
  await said((line) => line === 'open')
  expect(codeOf(() => stores.open(path))).toBe('collection-in-use')
  expect(codeOf(() => stores.create(path))).toBe('collection-exists')
  child.kill('SIGKILL')
  await ended
  const store = stores.open(path)
  store.append(adoption(1))
  store.close()
})

test('a collection open in this process is in use, and stays locked against others', async () => {
  const path = join(tempFolder(), 'a.huishu')
  const store = stores.create(path)
  expect(codeOf(() => stores.open(path))).toBe('collection-in-use')
  const { child, ended } = startWriter(path, 'wait')
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
  await ended
  expect(code).toBe(1)
  store.append(adoption(1))
  store.close()
  const again = stores.open(path)
  expect(again.ledger()).toHaveLength(1)
  again.close()
})
