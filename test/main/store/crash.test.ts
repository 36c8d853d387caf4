import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { stores } from '../../../src/main/store/stores.ts'
import { adoption, putBy, reading } from './material.ts'
import { codeOf, tempFolder } from './temp.ts'

/** Starts append-forever.ts on a collection; `said` resolves when a line fulfils `when`. */
function start(path: string, mode: string) {
  const script = join(import.meta.dirname, 'append-forever.ts')
  const child = spawn(process.execPath, ['--no-warnings', script, path, mode], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  const ended = new Promise<void>((resolve) => reader.on('close', resolve))
  const said = (when: (line: string) => boolean) =>
    new Promise<void>((resolve) => {
      reader.on('line', (line) => {
        lines.push(line)
        if (when(line)) resolve()
      })
    })
  return { child, lines, said, ended }
}

test.each([1, 7, 60])(
  'everything acknowledged before kill -9 is there afterwards (after %d stores)',
  async (count) => {
    const folder = tempFolder()
    const path = join(folder, 'a.huishu')
    stores.create(path).close()
    const { child, lines, said, ended } = start(path, 'append')
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
  const { child, said, ended } = start(path, 'wait')
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
  const { child, ended } = start(path, 'wait')
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
  await ended
  expect(code).toBe(1)
  store.append(adoption(1))
  store.close()
  const again = stores.open(path)
  expect(again.ledger()).toHaveLength(1)
  again.close()
})
