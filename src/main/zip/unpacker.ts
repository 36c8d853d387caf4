import { Worker } from 'node:worker_threads'
import { mayEnd, newFlag } from '../workbook/termination.ts'
import type { Flag } from '../workbook/termination.ts'
import { watchWork } from '../work-time.ts'
import { workerPath } from '../worker-path.ts'
import { ZIP_LIMITS } from './limits.ts'
import type { UnpackAnswer, UnpackOrder } from './unpack-protocol.ts'

/** How an order ended: with an answer, or with its thread ended because it took too long or too much. */
export type Unpacked = Exclude<UnpackAnswer, { kind: 'ready' }> | { kind: 'overrun' }

/** An idle thread is ended after this, and gives back its memory. */
const IDLE_MS = 2_000
/** Heap of the thread: directories of the most members fit easily; inflated bytes are beside it. */
const HEAP_MB = 256

/** A thread at work, with the flag under which it may be ended. */
interface Thread {
  worker: Worker
  flag: Flag
  ready: Promise<unknown>
}

/**
 * A thread that looks into zips, so that whatever their bytes do to it, it can be ended: that costs
 * the one order, those after it get a new thread. One order at a time, in their order.
 */
export class Unpacker {
  private thread: Thread | null = null
  private last: Promise<unknown> = Promise.resolve()
  private waiting = 0
  private idle: NodeJS.Timeout | undefined
  private readonly milliseconds: number

  /** @param milliseconds most time of work for one order */
  constructor(milliseconds: number = ZIP_LIMITS.milliseconds) {
    this.milliseconds = milliseconds
  }

  /** Carries out one order. Rejects only when no thread can be started. */
  run(order: UnpackOrder): Promise<Unpacked> {
    this.waiting += 1
    const done = this.last.then(() => this.carryOut(order))
    this.last = done.then(
      () => this.ended(),
      () => this.ended(),
    )
    return done
  }

  private ended(): void {
    this.waiting -= 1
    clearTimeout(this.idle)
    if (this.waiting === 0) this.idle = setTimeout(() => void this.close(), IDLE_MS).unref()
  }

  /** Ends the thread; the next order gets a new one. */
  async close(): Promise<void> {
    const { thread } = this
    if (thread === null || this.waiting > 0) return
    this.thread = null
    await end(thread)
  }

  private async carryOut(order: UnpackOrder): Promise<Unpacked> {
    clearTimeout(this.idle)
    const thread = (this.thread ??= started())
    thread.worker.ref()
    try {
      await thread.ready
      const answer = await answered(thread.worker, order, this.milliseconds)
      if (answer !== null) {
        thread.worker.unref()
        return answer
      }
    } catch (error) {
      this.thread = null
      throw error
    }
    this.thread = null
    await end(thread)
    return { kind: 'overrun' }
  }
}

function started(): Thread {
  const flag = newFlag()
  const worker = new Worker(workerPath(import.meta.url, 'unpack.worker'), {
    workerData: flag,
    execArgv: ['--no-warnings'],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 16 },
  })
  const ready = new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('exit', () => reject(new Error('the unpacking thread ended at its start')))
    // Also between two orders: an error that nobody listens to would end the program.
    worker.on('error', reject)
  })
  ready.catch(() => undefined)
  return { worker, flag, ready }
}

/** The thread's answer; null when it is gone or late. */
function answered(
  worker: Worker,
  order: UnpackOrder,
  milliseconds: number,
): Promise<Exclude<UnpackAnswer, { kind: 'ready' }> | null> {
  return new Promise((resolve) => {
    const done = (answer: UnpackAnswer | null): void => {
      unwatch()
      worker.off('message', done)
      worker.off('exit', gone)
      resolve(answer?.kind === 'ready' ? null : answer)
    }
    const gone = (): void => done(null)
    const unwatch = watchWork(worker, milliseconds, gone)
    worker.on('message', done)
    worker.on('exit', gone)
    worker.postMessage(order)
  })
}

async function end({ worker, flag }: Thread): Promise<void> {
  await mayEnd(flag)
  await worker.terminate()
}
