import type { Clock } from '../ports.ts'
import { CallError } from '../../shared/result.ts'
import type { Session } from './session.ts'

/** Seconds of work before others get their turn. */
const TURN = 0.03

/**
 * What long work calls between its parts: others have their turn now and then.
 *
 * @param holds whether the work is still of use
 * @returns false where it is of no use any more
 */
export function pausing(
  clock: Pick<Clock, 'seconds' | 'wait'>,
  holds: () => boolean,
): () => Promise<boolean> {
  let since = clock.seconds()
  return async () => {
    if (clock.seconds() - since < TURN) return true
    await clock.wait(0)
    since = clock.seconds()
    return holds()
  }
}

/**
 * Long work on the open collection that holds nobody up: it lets others have their turn, and is
 * done again where the collection changed meanwhile.
 *
 * @param work what is done; it calls `pause` between its parts and comes to null where that says false
 * @throws CallError no-collection where it is closed meanwhile, also when another was opened
 */
export async function inTurns<T>(
  session: Session,
  work: (pause: () => Promise<boolean>) => Promise<T | null>,
): Promise<T> {
  const { clock } = session.ports
  const collection = session.current()
  for (;;) {
    // Work asked of one collection is not done again on another.
    if (session.current() !== collection) throw new CallError('no-collection')
    const { revision } = collection
    const done = await work(
      pausing(
        clock,
        () =>
          session.isOpen && session.current() === collection && collection.revision === revision,
      ),
    )
    if (done !== null) return done
  }
}
