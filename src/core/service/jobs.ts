import type { JobState } from '../../shared/jobs.ts'
import { CallError } from '../../shared/result.ts'
import type { Log } from '../ports.ts'

/** What a running job may do with its own state. */
export interface JobHandle {
  readonly signal: { cancelled: boolean }
  update(
    change: Partial<Pick<JobState, 'done' | 'total' | 'current' | 'output' | 'left' | 'verdicts'>>,
  ): void
}

interface Running {
  state: JobState
  signal: { cancelled: boolean }
}

/** Long jobs: one at a time each, watched by number, cancellable, never leaving anything half done. */
export class Jobs {
  private last = 0
  private readonly jobs = new Map<number, Running>()
  private readonly report: (job: JobState) => void
  private readonly seconds: () => number
  private readonly log: Log

  /**
   * @param seconds a clock for rates; any origin
   * @param log keeps the stack of what ended a job; the job's state has only words for it
   */
  constructor(report: (job: JobState) => void, seconds: () => number, log: Log) {
    this.report = report
    this.seconds = seconds
    this.log = log
  }

  /** Starts `work`; its failure becomes the job's state, never an unhandled rejection. */
  start(kind: JobState['kind'], work: (job: JobHandle) => Promise<void>): number {
    const id = ++this.last
    const signal = { cancelled: false }
    const state: JobState = {
      id,
      kind,
      state: 'running',
      done: 0,
      total: 0,
      current: '',
      rate: 0,
      error: null,
      output: null,
      left: [],
      verdicts: {},
    }
    this.jobs.set(id, { state, signal })
    const started = this.seconds()
    const handle: JobHandle = {
      signal,
      update: (change) => {
        Object.assign(state, change)
        const elapsed = this.seconds() - started
        state.rate = elapsed > 0 ? Math.round((state.done / elapsed) * 10) / 10 : 0
        this.report(state)
      },
    }
    this.report(state)
    void this.run(state, signal, work(handle))
    return id
  }

  private async run(
    state: JobState,
    signal: { cancelled: boolean },
    work: Promise<void>,
  ): Promise<void> {
    try {
      await work
      state.state = signal.cancelled ? 'cancelled' : 'done'
    } catch (error) {
      const known = error instanceof CallError
      state.state = known && error.code === 'cancelled' ? 'cancelled' : 'failed'
      if (state.state === 'failed') {
        this.log.write(known ? 'warning' : 'error', `job ${state.kind}`, error)
        state.error = known
          ? { code: error.code, params: error.params }
          : {
              code: 'internal',
              params: { message: error instanceof Error ? error.message : String(error) },
            }
      }
    }
    this.report(state)
  }

  state(id: number): JobState {
    return { ...this.find(id).state }
  }

  cancel(id: number): JobState {
    const job = this.find(id)
    job.signal.cancelled = true
    return { ...job.state }
  }

  /** Whether a job is under way that writes to the collection. */
  get busy(): boolean {
    return [...this.jobs.values()].some(
      ({ state }) => state.state === 'running' && state.kind !== 'city',
    )
  }

  /** Whether a job of a kind is under way. */
  isRunning(kind: JobState['kind']): boolean {
    for (const { state } of this.jobs.values())
      if (state.kind === kind && state.state === 'running') return true
    return false
  }

  cancelAll(): void {
    for (const job of this.jobs.values()) job.signal.cancelled = true
  }

  private find(id: number): Running {
    const job = this.jobs.get(id)
    if (job === undefined) throw new CallError('no-such-job', { id })
    return job
  }
}
