import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { watchWork } from '../../src/main/work-time.ts'

/** A thread that says so when it stands, and then does what it is told to. */
async function thread(code: string): Promise<Worker> {
  const told = `const { parentPort } = require('node:worker_threads'); parentPort.postMessage('there'); parentPort.once('message', () => { ${code} })`
  const worker = new Worker(told, { eval: true })
  onTestFinished(async () => void (await worker.terminate()))
  await once(worker, 'message')
  return worker
}

/** What came first: the thread's answer, or the end of its time. */
function first(worker: Worker, milliseconds: number): Promise<string> {
  return new Promise((resolve) => {
    const unwatch = watchWork(worker, milliseconds, () => resolve('late'))
    worker.once('message', () => {
      unwatch()
      resolve('answered')
    })
    worker.postMessage('go')
  })
}

const WAIT = (ms: number): string =>
  `Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${String(ms)}); parentPort.postMessage('done')`

test('a thread that is kept from working for longer than its limit is not late', async () => {
  expect(await first(await thread(WAIT(600)), 300)).toBe('answered')
})

test('one that goes on working is late', async () => {
  expect(await first(await thread('for (;;);'), 100)).toBe('late')
})

test('one that waits for ever is late by the clock', async () => {
  expect(await first(await thread(WAIT(600_000)), 50)).toBe('late')
})

test('a thread that is gone says so itself; the watch over it ends at its time', async () => {
  const worker = await thread('')
  await worker.terminate()
  expect(await first(worker, 20)).toBe('late')
})
