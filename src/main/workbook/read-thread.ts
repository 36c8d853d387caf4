import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ReadContext } from '../../core/ports.ts'
import type { Answer, Order } from './read-protocol.ts'

/** How an order ended: with an answer, or with the thread gone; `limit` is what it broke ("> 10 s"). */
export type Ending =
  Answer | { kind: 'overrun'; by: 'size' | 'time' | 'memory'; limit: string } | { kind: 'gone' }

/** The limits for one file. */
export interface ThreadLimits {
  milliseconds: number
  /** Heap and buffers of its thread together. */
  megabytes: number
}

/** How often a thread at work is asked for its memory: it can take some 50 MB between two looks. */
const LOOK_MS = 50
/**
 * Heap at which V8 itself gives up. Well above our own limit, because V8 may take the whole program
 * down with it when one large piece of memory is what breaks it; no higher, because below it V8
 * takes its time to collect what is not needed any more.
 */
function lastResort({ megabytes }: ThreadLimits): number {
  return Math.max(512, megabytes * 2)
}

/**
 * One thread that reads one file at a time. A file that takes too long or too much memory takes
 * its thread with it; the next file gets a new one.
 */
export class ReadThread {
  private worker: Worker | null = null
  private ready: Promise<unknown> = Promise.resolve()
  /** The context that the running worker has been told. */
  private told: ReadContext | null = null
  /** Heap that the running worker can have at most. */
  private ceiling = 0
  /** Whether a file took so much that the worker had better give it back: V8 keeps what it once had. */
  private grown = false

  /**
   * Reads one file. Rejects only when no thread can be started: that says nothing about the
   * file. Not to be called again before it has ended.
   */
  async run(
    order: Exclude<Order, { kind: 'context' }>,
    context: ReadContext | null,
    limits: ThreadLimits,
  ): Promise<Ending> {
    if (lastResort(limits) > this.ceiling) await this.close()
    const worker = (this.worker ??= this.start(lastResort(limits)))
    worker.ref()
    // Starting does not count against the first file's time.
    await this.ready
    if (context !== null && this.told !== context) {
      worker.postMessage({ kind: 'context', context } satisfies Order)
      this.told = context
    }
    const ending = await this.answerTo(worker, order, limits)
    if (this.worker !== worker) return ending
    if (this.grown) await this.close()
    else worker.unref()
    return ending
  }

  /** Starts the thread ahead of its first file; not to be called while it reads. */
  warm(limits: ThreadLimits): void {
    if (this.worker !== null) return
    this.worker = this.start(lastResort(limits))
    // Whether it can be started is for the first file to find out.
    this.ready.catch(() => undefined)
    this.worker.unref()
  }

  async close(): Promise<void> {
    const { worker } = this
    this.forget()
    await worker?.terminate()
  }

  private answerTo(worker: Worker, order: Order, limits: ThreadLimits): Promise<Ending> {
    return new Promise((resolve) => {
      const end = (ending: Ending) => {
        clearTimeout(timer)
        clearInterval(watch)
        worker.off('message', end).off('error', failed).off('exit', exited)
        const over = ending.kind === 'overrun' || ending.kind === 'gone'
        if (over && this.worker === worker) {
          this.forget()
          void worker.terminate()
        }
        resolve(ending)
      }
      const limit = `> ${limits.megabytes} MB`
      const tooMuch = { kind: 'overrun', by: 'memory', limit } as const
      const failed = (error: unknown) => {
        const memory =
          error instanceof Error && 'code' in error && /MEMORY/.test(String(error.code))
        end(memory ? tooMuch : { kind: 'gone' })
      }
      const exited = () => end({ kind: 'gone' })
      const timer = setTimeout(
        () => end({ kind: 'overrun', by: 'time', limit: `> ${limits.milliseconds / 1000} s` }),
        limits.milliseconds,
      )
      const watch = setInterval(() => {
        memoryOf(worker).then(
          (megabytes) => {
            this.grown ||= megabytes > limits.megabytes / 2
            if (megabytes > limits.megabytes) end(tooMuch)
          },
          // Gone meanwhile: the listeners below have said so.
          () => undefined,
        )
      }, LOOK_MS)
      worker.on('message', end).on('error', failed).on('exit', exited)
      worker.postMessage(order)
    })
  }

  private start(ceiling: number): Worker {
    const worker = new Worker(workerPath(), {
      execArgv: ['--no-warnings'],
      resourceLimits: { maxOldGenerationSizeMb: ceiling, maxYoungGenerationSizeMb: 32 },
    })
    this.told = null
    this.ceiling = ceiling
    this.ready = new Promise((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('the reading thread ended at its start')))
    })
    // Also between two files: an error that nobody listens to would end the program.
    worker.on('error', () => this.worker === worker && this.forget())
    worker.on('exit', () => this.worker === worker && this.forget())
    return worker
  }

  private forget(): void {
    this.worker = null
    this.grown = false
    this.told = null
  }
}

/** Memory of a thread, also while it is busy. Rejects when it is gone. */
async function memoryOf(worker: Worker): Promise<number> {
  const { used_heap_size: heap, external_memory: buffers } = await worker.getHeapStatistics()
  return (heap + buffers) / 2 ** 20
}

/** The worker beside this file: its source, or its bundle (bundled code may stand one folder deeper). */
function workerPath(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  if (import.meta.url.endsWith('.ts')) return join(here, 'reader.worker.ts')
  const beside = join(here, 'reader.worker.js')
  return existsSync(beside) ? beside : join(here, '..', 'reader.worker.js')
}
