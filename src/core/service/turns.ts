import { CallError } from '../../shared/result.ts'
import type { Session } from './session.ts'

/** Seconds of work before others get their turn. */
const TURN = 0.03

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
    let since = clock.seconds()
    const done = await work(async () => {
      if (clock.seconds() - since < TURN) return true
      await clock.wait(0)
      since = clock.seconds()
      return session.isOpen && session.current() === collection && collection.revision === revision
    })
    if (done !== null) return done
  }
}
