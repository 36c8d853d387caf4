import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { Reading } from '../../core/model/reading.ts'
import type { ReadOutcome } from '../../core/model/sheet.ts'
import type { ReadContext, Reader, ReadReturn, SourceFile } from '../../core/ports.ts'
import type { Ending, ThreadLimits } from './read-thread.ts'
import { ReadThread } from './read-thread.ts'

const LIMITS: ThreadLimits = { milliseconds: 10_000, megabytes: 1_024 }
/** Files read or being read whose turn to be delivered has not come; bounds the memory. */
const AHEAD = 32

/**
 * Reads workbooks in threads of their own, at most four, started when first needed.
 * `close` ends them; a reader that is idle does not keep the program running.
 */
export function createReader(limits: ThreadLimits = LIMITS): Reader & { close(): Promise<void> } {
  const threads = Array.from(
    { length: Math.max(1, Math.min(availableParallelism(), 4)) },
    () => new ReadThread(limits),
  )
  const free = [...threads]
  const waiting: ((thread: ReadThread) => void)[] = []

  async function withThread<T>(work: (thread: ReadThread) => Promise<T>): Promise<T> {
    const thread = free.pop() ?? (await new Promise<ReadThread>((resolve) => waiting.push(resolve)))
    try {
      return await work(thread)
    } finally {
      const next = waiting.shift()
      if (next === undefined) free.push(thread)
      else next(thread)
    }
  }

  async function readOne(file: SourceFile, context: ReadContext): Promise<ReadReturn> {
    let bytes: Uint8Array
    try {
      bytes = await file.bytes()
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      bytes = new Uint8Array()
      return { ...received(bytes), reading: unread('damaged', why) }
    }
    const order = { kind: 'return', bytes, path: file.path } as const
    const ending = await withThread((thread) => thread.run(order, context))
    return { ...received(bytes), reading: readingOf(ending) }
  }

  return {
    async read(bytes, path) {
      const order = { kind: 'workbook', bytes, path } as const
      return outcomeOf(await withThread((thread) => thread.run(order, null)))
    },

    async readReturns(files, context, each, signal) {
      const pending: { file: SourceFile; result: Promise<ReadReturn> }[] = []
      let next = 0
      while (!signal.cancelled) {
        for (; pending.length < AHEAD && next < files.length; next += 1) {
          const file = files[next]
          if (file === undefined) continue
          const result = readOne(file, context)
          // When an earlier file ends the run, nobody waits for this one any more.
          result.catch(() => undefined)
          pending.push({ file, result })
        }
        const first = pending.shift()
        if (first === undefined) return
        const result = await first.result
        if (!signal.cancelled) each(first.file, result)
      }
    },

    async close() {
      await Promise.all(threads.map((thread) => thread.close()))
    },
  }
}

function received(bytes: Uint8Array): Omit<ReadReturn, 'reading'> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { sha256, size: bytes.length, bytes }
}

function outcomeOf(ending: Ending): ReadOutcome {
  if (ending.kind === 'workbook') return ending.outcome
  const { code, detail } = failure(ending)
  return { ok: false, code, detail }
}

function readingOf(ending: Ending): Reading {
  if (ending.kind === 'return') return ending.reading
  const { code, detail } = failure(ending)
  return unread(code, detail)
}

function failure(ending: Ending): { code: 'too-large' | 'damaged'; detail: string } {
  if (ending.kind === 'overrun') return { code: 'too-large', detail: ending.limit }
  return { code: 'damaged', detail: ending.kind === 'fault' ? ending.message : '?' }
}

/** The reading of a file out of which nothing could be read. */
function unread(code: 'too-large' | 'damaged', detail: string): Reading {
  return {
    identity: { code: null, name: null },
    school: null,
    candidates: [],
    returnDate: null,
    status: 'rejected',
    reasons: [{ code, params: { detail } }],
    layout: [],
    tables: [],
  }
}
