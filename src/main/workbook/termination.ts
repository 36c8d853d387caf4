/**
 * A thread that is ended while it sets up zlib takes the whole program down with it (an assertion
 * in Node: "close before init"). So the two take turns: who inflates holds the thread's flag, and
 * whoever ends the thread takes the flag first and never gives it back.
 */
const FREE = 0
const INFLATING = 1
const ENDING = 2
/** A part inflates in a fraction of this; a thread that takes longer is gone. */
const PATIENCE_MS = 2_000

/** The flag of a thread, shared with it. */
export type Flag = Int32Array<SharedArrayBuffer>

export function newFlag(): Flag {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
}

/** Of the thread that this module runs in; null in one that nobody ends. */
let own: Flag | null = null

/** Called by a thread that may be ended, before it reads anything. */
export function underFlag(flag: Flag): void {
  own = flag
}

/** Does what must not be interrupted by the end of the thread. */
export function uninterrupted<T>(work: () => T): T {
  const flag = own
  if (flag === null) return work()
  // When it is ending, it waits here until it has ended.
  while (Atomics.compareExchange(flag, 0, FREE, INFLATING) !== FREE) Atomics.wait(flag, 0, ENDING)
  try {
    return work()
  } finally {
    Atomics.store(flag, 0, FREE)
    Atomics.notify(flag, 0)
  }
}

/** Resolves when the thread may be ended; it does not get beyond its next `uninterrupted` then. */
export async function mayEnd(flag: Flag): Promise<void> {
  const giveUp = performance.now() + PATIENCE_MS
  while (Atomics.compareExchange(flag, 0, FREE, ENDING) === INFLATING) {
    if (performance.now() > giveUp) return
    const wait = Atomics.waitAsync(flag, 0, INFLATING, PATIENCE_MS)
    if (wait.async) await wait.value
  }
}
