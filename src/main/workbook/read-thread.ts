import { Worker } from 'node:worker_threads'
import type { ReadContext } from '../../core/ports.ts'
import type { Answer, Order } from './read-protocol.ts'
import { LIMITS } from './limits.ts'
import { mayEnd, newFlag } from './termination.ts'
import type { Flag } from './termination.ts'
import { watchWork } from '../work-time.ts'
import { workerPath } from '../worker-path.ts'

export type FileOrder = Exclude<Order, { kind: 'context' }>

/** How an order ended: with an answer, or with the thread gone; `limit` is what it broke ("> 10 s"). */
export type Ending =
  Answer | { kind: 'overrun'; by: 'size' | 'time' | 'memory'; limit: string } | { kind: 'gone' }

/** The limits for one file. */
export interface ThreadLimits {
  /** Of its thread's own work. */
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

/** A file handed over to a thread. */
interface Job {
  order: FileOrder
  context: ReadContext | null
  limits: ThreadLimits
  end: (ending: Ending) => void
  fail: (error: unknown) => void
}

/**
 * One thread that reads one file after the other. Files may be handed over ahead, so that the
 * thread need not wait for the calling one between two. A file that takes too long or too much
 * memory takes its thread with it; those that wait get a new one.
 */
export class ReadThread {
  private worker: Worker | null = null
  private flag: Flag = newFlag()
  /** Until the worker before it has given back its memory. */
  private dropped: Promise<void> = Promise.resolve()
  private ready: Promise<unknown> = Promise.resolve()
  /** The context that the running worker has been told. */
  private told: ReadContext | null = null
  /** Heap that the running worker can have at most. */
  private ceiling = 0
  /** Whether a file took so much that the worker had better give it back: V8 keeps what it once had. */
  private grown = false
  /** Files not ended; the first one is at work. */
  private readonly jobs: Job[] = []
  /** How many of them the running worker has been given. */
  private given = 0
  /** Ends the watch over the file at work. */
  private unwatch: () => void = () => undefined

  /** Files handed over and not ended. */
  get load(): number {
    return this.jobs.length
  }

  /** Reads one file. Rejects only when no thread can be started: that says nothing about the file. */
  run(order: FileOrder, context: ReadContext | null, limits: ThreadLimits): Promise<Ending> {
    return new Promise((end, fail) => {
      this.jobs.push({ order, context, limits, end, fail })
      if (this.jobs.length === 1) void this.begin()
      else if (this.given > 0) this.give()
    })
  }

  /** Starts the thread ahead of its first file; not to be called while it reads. */
  warm(limits: ThreadLimits): void {
    if (this.worker !== null) return
    this.worker = this.start(lastResort(limits))
    // Whether it can be started is for the first file to find out.
    this.ready.catch(() => undefined)
    this.worker.unref()
  }

  /** Ends the thread, and with it what it reads. */
  async close(): Promise<void> {
    const jobs = this.jobs.splice(0)
    await this.drop()
    for (const job of jobs) job.end({ kind: 'gone' })
  }

  /** Sets a worker to the files that wait, a new one where there is none that will do. */
  private async begin(): Promise<void> {
    // Two workers at a time would take the memory of two.
    await this.dropped
    if (this.grown || !this.fits(this.jobs[0])) await this.drop()
    const [first] = this.jobs
    if (first === undefined) return
    const worker = (this.worker ??= this.start(lastResort(first.limits)))
    worker.ref()
    try {
      // Starting does not count against the first file's time.
      await this.ready
    } catch (error) {
      for (const job of this.jobs.splice(0)) job.fail(error)
      return
    }
    if (this.worker !== worker) return this.begin()
    this.give()
    this.watch()
  }

  /** Gives the worker the files that it can be given: those that need no larger heap than it has. */
  private give(): void {
    for (; this.given < this.jobs.length; this.given += 1) {
      const job = this.jobs[this.given]
      if (job === undefined || !this.fits(job)) return
      if (job.context !== null && this.told !== job.context) {
        this.worker?.postMessage({ kind: 'context', context: job.context } satisfies Order)
        this.told = job.context
      }
      this.worker?.postMessage(job.order)
    }
  }

  /** Whether the worker's heap is large enough for a file. */
  private fits(job: Job | undefined): boolean {
    return job === undefined || lastResort(job.limits) <= this.ceiling
  }

  /** Watches over time and memory of the file at work. */
  private watch(): void {
    const { worker } = this
    const limits = this.jobs[0]?.limits
    if (worker === null || limits === undefined) return
    this.unwatch()
    let watching = true
    const over = (by: 'time' | 'memory', limit: string) => {
      if (watching) this.end({ kind: 'overrun', by, limit })
    }
    const unwatchTime = watchWork(worker, limits.milliseconds, () =>
      over('time', `> ${limits.milliseconds / 1000} s`),
    )
    const look = setInterval(() => {
      memoryOf(worker).then(
        (megabytes) => {
          if (watching) this.grown ||= megabytes > LIMITS.keptMegabytes
          if (megabytes > limits.megabytes) over('memory', `> ${limits.megabytes} MB`)
        },
        // Gone meanwhile: its events say so.
        () => undefined,
      )
    }, LOOK_MS)
    this.unwatch = () => {
      watching = false
      unwatchTime()
      clearInterval(look)
    }
  }

  /** Ends the file at work and goes on to the next. */
  private end(ending: Ending): void {
    this.unwatch()
    const job = this.jobs.shift()
    this.given -= 1
    const over = ending.kind === 'overrun' || ending.kind === 'gone'
    if (over) void this.drop()
    job?.end(ending)
    const next = this.jobs.length > 0
    if (next && this.given > 0 && !this.grown) this.watch()
    else if (next) void this.begin()
    else if (this.grown) void this.drop()
    else this.worker?.unref()
  }

  private start(ceiling: number): Worker {
    this.flag = newFlag()
    const worker = new Worker(workerPath(import.meta.url, 'reader.worker'), {
      workerData: this.flag,
      execArgv: ['--no-warnings'],
      resourceLimits: { maxOldGenerationSizeMb: ceiling, maxYoungGenerationSizeMb: 16 },
    })
    this.ceiling = ceiling
    const gone = (ending: Ending) => {
      if (this.worker !== worker) return
      if (this.given > 0) this.end(ending)
      else this.forget()
    }
    this.ready = new Promise((resolve, reject) => {
      worker.on('message', (answer: Answer) => {
        if (answer.kind === 'ready') resolve(answer)
        else if (this.worker === worker) this.end(answer)
      })
      // Also between two files: an error that nobody listens to would end the program.
      worker.on('error', (error: unknown) => {
        reject(error)
        const memory =
          error instanceof Error && 'code' in error && /MEMORY/.test(String(error.code))
        const limit = `> ${this.jobs[0]?.limits.megabytes ?? 0} MB`
        gone(memory ? { kind: 'overrun', by: 'memory', limit } : { kind: 'gone' })
      })
      worker.on('exit', () => {
        reject(new Error('the reading thread ended at its start'))
        gone({ kind: 'gone' })
      })
    })
    return worker
  }

  /** Lets go of the worker; resolves when it has given back its memory. */
  private drop(): Promise<void> {
    const { worker, flag } = this
    this.forget()
    if (worker !== null)
      this.dropped = mayEnd(flag).then(async () => void (await worker.terminate()))
    return this.dropped
  }

  private forget(): void {
    this.unwatch()
    this.worker = null
    this.given = 0
    this.grown = false
    this.told = null
  }
}

/** Memory of a thread, also while it is busy. Rejects when it is gone. */
async function memoryOf(worker: Worker): Promise<number> {
  const { used_heap_size: heap, external_memory: buffers } = await worker.getHeapStatistics()
  return (heap + buffers) / 2 ** 20
}
