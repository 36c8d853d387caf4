import type { HostEvent } from '../../shared/jobs.ts'
import { refresh } from './actions.ts'
import type { Desk } from './desk.ts'

const WAIT_MS = 20_000
const RETRY_MS = 2_000

/**
 * Listens to the program until stopped: a change refreshes the overview (and with its revision
 * every view), a job's progress goes into the status line.
 */
export function listen(desk: Desk): () => void {
  let stopped = false
  void (async () => {
    let after = 0
    while (!stopped) {
      try {
        const { last, events } = await desk.api.events({ after, waitMs: WAIT_MS })
        after = last
        desk.store.set({ lost: false })
        if (!stopped) await take(desk, events)
      } catch {
        desk.store.set({ lost: true })
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
      }
    }
  })()
  return () => {
    stopped = true
  }
}

async function take(desk: Desk, events: HostEvent[]): Promise<void> {
  const job = events.findLast((event) => event.job !== null)?.job
  if (job) desk.store.set({ job })
  const now = desk.store.get().overview
  if (!now) return
  const newest = Math.max(0, ...events.map((event) => event.revision))
  const jobEnded = job !== undefined && job !== null && job.state !== 'running'
  const backup = events.some((event) => event.type === 'backup')
  if (newest <= now.revision && !jobEnded && !backup) return
  await refresh(desk)
}
