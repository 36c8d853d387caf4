import { setImmediate } from 'node:timers/promises'
import { CallError } from '../../../shared/result.ts'

/** Rows written between two looks at the clock of the outside world. */
const STEP = 32

/** Counts rows for the progress bar, lets other work run, and stops a cancelled export. */
export class Pace {
  private done = 0
  private readonly total: number
  private readonly progress: (done: number, total: number, current: string) => void
  private readonly signal: { cancelled: boolean }

  constructor(
    total: number,
    progress: (done: number, total: number, current: string) => void,
    signal: { cancelled: boolean },
  ) {
    this.total = total
    this.progress = progress
    this.signal = signal
  }

  /** One row of sheet `current` is written. Throws CallError cancelled. */
  async row(current: string): Promise<void> {
    this.done++
    if (this.done % STEP === 0) await this.look(current)
  }

  /** Reports, and gives the disk and the cancel button a chance. Throws CallError cancelled. */
  async look(current: string): Promise<void> {
    this.progress(this.done, this.total, current)
    await setImmediate()
    if (this.signal.cancelled) throw new CallError('cancelled')
  }
}
