import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type { QueryBook } from '../../core/model/query-book.ts'
import type { Reading } from '../../core/model/reading.ts'
import type { ReadOutcome } from '../../core/model/sheet.ts'
import type { Log, ReadContext, Reader, ReadReturn, SourceFile } from '../../core/ports.ts'
import { CallError } from '../../shared/result.ts'
import type { Reason } from '../../shared/model.ts'
import { LIMITS } from './limits.ts'
import { fromWire } from './read-protocol.ts'
import type { QueryFiles } from './read-protocol.ts'
import { megabytes } from './megabytes.ts'
import type { Ending, FileOrder, ThreadLimits } from './read-thread.ts'
import { ReadThread } from './read-thread.ts'
import { Turns } from './turns.ts'
import { unpackedSize } from './package.ts'

/** Files read or being read whose turn to be delivered has not come; bounds the memory. */
const AHEAD = 32
/** The same in bytes, unless a single one is larger: each is kept whole until then. */
const AHEAD_BYTES = 96 * 2 ** 20

/** A text in YAML below this is taken apart in no time, whatever stands in it. */
const QUICK_TEXT = 10_000

/** The reader with what only this side asks of the threads. */
export interface ReadingThreads extends Reader {
  /** A school's query workbook. Throws where it cannot be put together within the limits. */
  queryBook(book: QueryBook, files: QueryFiles): Promise<Uint8Array>
  close(): Promise<void>
}

/** Files that a thread has at a time: one at work, one that waits for its end. */
const AT_A_TIME = 2

/**
 * Reads workbooks in threads of their own, at most four, started when first needed.
 * `close` ends them; a reader that is idle does not keep the program running.
 *
 * @param limits for tests: of a file beside others, and of one read alone; LIMITS apply otherwise
 * @param log keeps the stacks of faults in threads; the file's reasons have only words for them
 */
export function createReader(
  limits?: ThreadLimits,
  limitsAlone = limits,
  log: Pick<Log, 'write'> = { write: () => undefined },
): ReadingThreads {
  const threads = Array.from(
    { length: Math.max(1, Math.min(availableParallelism(), 4)) },
    () => new ReadThread(),
  )
  const turns = new Turns(threads.length * AT_A_TIME)

  let asked = 0
  /**
   * With the second file all threads are started: a collection is set up by reading some, and hundreds
   * follow. One that comes alone needs no more than its own.
   */
  function warm(): void {
    asked += 1
    if (asked !== 2) return
    for (const thread of threads) thread.warm(limits ?? limitsFor(false, 'return'))
  }

  /**
   * Reads one file beside others; a heavy one alone, and so one that turns out to need more memory
   * than its share.
   */
  async function inThread(order: FileOrder, context: ReadContext | null): Promise<Ending> {
    const { length } = order.bytes
    // Not even copied to a thread.
    if (length > LIMITS.fileBytes) return { kind: 'overrun', by: 'size', limit: megabytes(length) }
    const alone = limitsAlone ?? limitsFor(true, order.kind)
    if (unpackedSize(order.bytes) > LIMITS.heavyBytes) {
      return read(order, context, alone, true)
    }
    const beside = limits ?? limitsFor(false, order.kind)
    const ending = await read(order, context, beside, false)
    const outgrown = ending.kind === 'overrun' && ending.by === 'memory'
    if (!outgrown || beside.megabytes >= alone.megabytes) return ending
    // With the whole time once more: how long the first try took says how busy the machine was.
    return read(order, context, alone, true)
  }

  /**
   * Reads one file in the thread that has least to do.
   *
   * @param alone while no other one is read, in a thread that ends with it and gives back its memory
   */
  async function read(
    order: FileOrder,
    context: ReadContext | null,
    within: ThreadLimits,
    alone: boolean,
  ): Promise<Ending> {
    const share = alone ? threads.length * AT_A_TIME : 1
    await turns.take(share)
    try {
      // What the threads keep of earlier files makes room.
      if (alone) await Promise.all(threads.map((one) => one.close()))
      else warm()
      const thread = threads.reduce((least, one) => (one.load < least.load ? one : least))
      const ending = await thread.run(order, context, within)
      if (alone) await thread.close()
      if (ending.kind === 'fault') log.write('error', 'reading thread', ending)
      return ending
    } finally {
      turns.give(share)
    }
  }

  async function readOne(file: SourceFile, context: ReadContext): Promise<ReadReturn> {
    let bytes: Uint8Array
    try {
      bytes = await file.bytes()
    } catch (error) {
      return { ...received(new Uint8Array()), reading: unhad(error) }
    }
    const reason = file.refused?.() ?? null
    if (reason !== null) return { ...received(bytes), reading: refused(reason) }
    const order = { kind: 'return', bytes, path: file.path } as const
    const ending = await inThread(order, context)
    return { ...received(bytes), reading: readingOf(ending) }
  }

  return {
    async read(bytes, path) {
      const order = { kind: 'workbook', bytes, path } as const
      return outcomeOf(await inThread(order, null))
    },

    async draft(bytes, name) {
      const ending = await inThread({ kind: 'draft', bytes, path: name }, null)
      if (ending.kind === 'draft') return ending.draft
      if (ending.kind === 'refused') throw new CallError(ending.error.code, ending.error.params)
      const { code, detail } = failure(ending)
      throw new CallError(code === 'too-large' ? 'draft-too-large' : 'draft-damaged', {
        path: name,
        detail,
      })
    },

    async analysis(text, name) {
      const order = { kind: 'analysis', bytes: new Uint8Array(), path: name, text } as const
      const ending = await inThread(order, null)
      if (ending.kind === 'analysis') return ending.analysis
      throw new CallError('draft-too-large', { path: name, detail: failure(ending).detail })
    },

    async yamlLimit(bytes, name) {
      if (bytes.length < QUICK_TEXT) return null
      const ending = await inThread({ kind: 'yaml', bytes, path: name }, null)
      return ending.kind === 'yaml' ? null : failure(ending).detail
    },

    async unlock(bytes, password) {
      const ending = await inThread({ kind: 'unlock', bytes, path: '', password }, null)
      return ending.kind === 'unlock' ? ending.opened : null
    },

    async queryBook(book, files) {
      const [base] = book.sent
      const found = base === undefined ? undefined : files.get(base.file)
      const bytes = found?.bytes ?? new Uint8Array()
      const path = book.school.name
      const ending = await inThread({ kind: 'query', bytes, path, book, files }, null)
      if (ending.kind === 'query') return ending.bytes
      throw new Error(failure(ending).detail)
    },

    async readReturns(files, context, each, signal) {
      const pending: { file: SourceFile; result: Promise<ReadReturn> }[] = []
      let next = 0
      let held = 0
      while (!signal.cancelled) {
        for (; pending.length < AHEAD; next += 1) {
          const file = files[next]
          if (file === undefined) break
          const { size = 0 } = file
          if (pending.length > 0 && held + size > AHEAD_BYTES) break
          held += size
          const result = readOne(file, context)
          // When an earlier file ends the run, nobody waits for this one any more.
          result.catch(() => undefined)
          pending.push({ file, result })
        }
        const first = pending.shift()
        if (first === undefined) return
        const result = await first.result
        held -= first.file.size ?? 0
        if (!signal.cancelled) each(first.file, result)
      }
    },

    async close() {
      await Promise.all(threads.map((thread) => thread.close()))
    },
  }
}

function limitsFor(heavy: boolean, kind: FileOrder['kind']): ThreadLimits {
  const { milliseconds, ownMilliseconds, ownMegabytes, heavyMegabytes, lightMegabytes } = LIMITS
  // What writes a workbook needs its library beside the file.
  if (kind === 'query') return { milliseconds: ownMilliseconds, megabytes: heavyMegabytes }
  // A book of 300 pages has ten thousand figures.
  if (kind === 'analysis' && !heavy)
    return { milliseconds: ownMilliseconds, megabytes: heavyMegabytes }
  if (!heavy) return { milliseconds, megabytes: lightMegabytes }
  if (kind === 'return') return { milliseconds, megabytes: heavyMegabytes }
  return { milliseconds: ownMilliseconds, megabytes: ownMegabytes }
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
  if (ending.kind === 'return') return fromWire(ending.reading)
  const { code, detail } = failure(ending)
  return unread(code, detail)
}

function failure(ending: Ending): { code: 'too-large' | 'damaged'; detail: string } {
  if (ending.kind === 'overrun') return { code: 'too-large', detail: ending.limit }
  return { code: 'damaged', detail: ending.kind === 'fault' ? ending.message : '?' }
}

/** The reading of a file that was not looked into. */
function refused(reason: Reason): Reading {
  return { ...unread('damaged', ''), reasons: [reason], unopened: true }
}

/** The reading of a file whose bytes were not had. */
function unhad(error: unknown): Reading {
  if (error instanceof CallError && error.code === 'open-collection') {
    return { ...refused({ code: 'own-collection', params: {} }), status: 'ignored' }
  }
  return unread('damaged', error instanceof Error ? error.message : String(error))
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
