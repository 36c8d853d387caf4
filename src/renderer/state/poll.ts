import type { HostEvent } from '../../shared/jobs.ts'
import { attempt, takeOverview } from './actions.ts'
import type { Session } from './session.ts'

const WAIT_MS = 20_000
const RETRY_MS = 2_000

/**
 * Listens to the program until stopped: a change refreshes the overview (and with its revision
 * every view), a job's progress goes into the status line.
 */
export function listen(session: Session): () => void {
  let stopped = false
  void (async () => {
    let after = 0
    while (!stopped) {
      try {
        const { last, events } = await session.api.events({ after, waitMs: WAIT_MS })
        after = last
        session.store.set({ lost: false })
        if (!stopped) await take(session, events)
      } catch {
        session.store.set({ lost: true })
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
      }
    }
  })()
  return () => {
    stopped = true
  }
}

async function take(session: Session, events: HostEvent[]): Promise<void> {
  const job = events.findLast((event) => event.job !== null)?.job
  if (job) session.store.set({ job })
  const now = session.store.get().overview
  if (!now) return
  const newest = Math.max(0, ...events.map((event) => event.revision))
  const jobEnded = job !== undefined && job !== null && job.state !== 'running'
  if (newest <= now.revision && !jobEnded) return
  const overview = await attempt(session, () => session.api.overview({}))
  if (overview && session.store.get().overview) takeOverview(session, overview)
}
