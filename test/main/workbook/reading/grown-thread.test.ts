import type * as Threads from 'node:worker_threads'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ReadThread } from '../../../../src/main/workbook/read-thread.ts'
import { xlsx } from './made.ts'

const made = vi.hoisted(() => ({ started: 0, living: 0, mostAtOnce: 0 }))

/** Threads as Node starts them, counted. */
vi.mock('node:worker_threads', async (original) => {
  const real = await original<typeof Threads>()
  class Worker extends real.Worker {
    constructor(...given: ConstructorParameters<typeof real.Worker>) {
      super(...given)
      made.started += 1
      made.living += 1
      made.mostAtOnce = Math.max(made.mostAtOnce, made.living)
      this.on('exit', () => (made.living -= 1))
    }
  }
  return { ...real, Worker }
})

const LIMITS = { milliseconds: 60_000, megabytes: 1_024 }
const SMALL = xlsx({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' })
/** Takes well over 64 MB while it is read, and long enough for its memory to be looked at. */
const LARGE = xlsx({ rows: `<row>${'<c><v>1</v></c>'.repeat(100)}</row>`.repeat(12_000) })

function thread(): ReadThread {
  Object.assign(made, { started: 0, living: 0, mostAtOnce: 0 })
  const one = new ReadThread()
  onTestFinished(() => one.close())
  return one
}

const read = async (by: ReadThread, bytes: Uint8Array): Promise<string> =>
  (await by.run({ kind: 'workbook', bytes, path: 'a.xlsx' }, null, LIMITS)).kind

test('one thread serves one small file after the other', async () => {
  const by = thread()
  for (let n = 0; n < 5; n += 1) expect(await read(by, SMALL)).toBe('workbook')
  expect(made).toEqual({ started: 1, living: 1, mostAtOnce: 1 })
})

test('a file of a usual size, looked at while it is read, leaves its thread for the next', async () => {
  const by = thread()
  const usual = xlsx({ rows: `<row>${'<c><v>1</v></c>'.repeat(100)}</row>`.repeat(500) })
  for (let n = 0; n < 8; n += 1) expect(await read(by, usual)).toBe('workbook')
  expect(made).toEqual({ started: 1, living: 1, mostAtOnce: 1 })
})

test('a thread that grew over a file gives its memory back; the next file gets another one', async () => {
  const by = thread()
  expect(await read(by, LARGE)).toBe('workbook')
  await vi.waitFor(() => expect(made.living).toBe(0), 5_000)
  expect(await read(by, SMALL)).toBe('workbook')
  expect(made).toEqual({ started: 2, living: 1, mostAtOnce: 1 })
})

test('files that wait behind one that grew are read by another thread, never by two at once', async () => {
  const by = thread()
  const all = await Promise.all([read(by, LARGE), read(by, SMALL), read(by, SMALL)])
  expect(all).toEqual(['workbook', 'workbook', 'workbook'])
  expect(made).toEqual({ started: 2, living: 1, mostAtOnce: 1 })
})
