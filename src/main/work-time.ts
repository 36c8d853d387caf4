import type { Worker } from 'node:worker_threads'

/** So many times its limit a thread may take by the clock, where others keep it from working. */
const PATIENCE = 4
/** Between two looks at what a thread that was kept from working has worked by now. */
const AGAIN_MS = 250

/**
 * Calls `late` when a thread has worked for longer than it may. What counts is its own processor time:
 * on a PC that is busy with something else a good file takes long by the clock and is good all the same.
 * By the clock it ends at four times the limit, whatever it is waiting for.
 *
 * @param milliseconds most processor time from now on
 * @returns ends the watch
 */
export function watchWork(worker: Worker, milliseconds: number, late: () => void): () => void {
  let watching = true
  let heard: NodeJS.Immediate | undefined
  let timer: NodeJS.Timeout | undefined
  // What the worker has said meanwhile is heard first: it may be this thread that was late.
  const end = (): void => {
    if (watching) heard = setImmediate(late)
  }
  const workedAtFirst = workedBy(worker)
  const look = async (): Promise<void> => {
    const [before, now] = [await workedAtFirst, await workedBy(worker)]
    if (!watching) return
    const left = before === null || now === null ? 0 : milliseconds - (now - before)
    if (left <= 0) end()
    else timer = setTimeout(() => void look(), Math.max(left, AGAIN_MS))
  }
  timer = setTimeout(() => void look(), milliseconds)
  const clock = setTimeout(end, milliseconds * PATIENCE)
  return () => {
    watching = false
    clearTimeout(timer)
    clearTimeout(clock)
    clearImmediate(heard)
  }
}

/** Milliseconds of processor time of a thread, also while it is busy; null when it is gone. */
async function workedBy(worker: Worker): Promise<number | null> {
  try {
    const { user, system } = await worker.cpuUsage()
    return (user + system) / 1_000
  } catch {
    return null
  }
}
