import type { HostEvent, JobState } from '../../shared/jobs.ts'

const KEPT = 500

/**
 * What happened lately, for long polls. The timer comes from outside: the core has no clock.
 */
export class EventHub {
  private seq = 0
  private readonly recent: HostEvent[] = []
  private waiting: (() => void)[] = []
  private readonly wait: (ms: number) => Promise<void>

  constructor(wait: (ms: number) => Promise<void>) {
    this.wait = wait
  }

  changed(revision: number): void {
    this.push({ seq: ++this.seq, type: 'changed', revision, job: null })
  }

  /** A job's newest state takes the place of its older one: a poller needs only the last. */
  job(revision: number, job: JobState): void {
    const older = this.recent.findIndex((event) => event.job?.id === job.id)
    if (older >= 0) this.recent.splice(older, 1)
    this.push({ seq: ++this.seq, type: 'job', revision, job: { ...job } })
  }

  /** A backup was made, or failed; the check at opening has ended; what was being worked out is known. */
  told(revision: number): void {
    this.push({ seq: ++this.seq, type: 'backup', revision, job: null })
  }

  private push(event: HostEvent): void {
    this.recent.push(event)
    if (this.recent.length > KEPT) this.recent.shift()
    const wake = this.waiting
    this.waiting = []
    for (const resolve of wake) resolve()
  }

  /** Events after `after`; waits for one at most `waitMs`. */
  async after(after: number, waitMs: number): Promise<{ last: number; events: HostEvent[] }> {
    // A client of an earlier run may know a higher number; it starts anew.
    const from = after > this.seq ? 0 : after
    if (from === this.seq && waitMs > 0) {
      await Promise.race([
        this.wait(waitMs),
        new Promise<void>((resolve) => {
          this.waiting.push(resolve)
        }),
      ])
    }
    return { last: this.seq, events: this.recent.filter((event) => event.seq > from) }
  }
}
