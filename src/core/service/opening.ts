import type { Collection } from '../collection/collection.ts'
import { Kept } from '../memory/kept.ts'
import type { Session } from './session.ts'

const COUNTS = new Kept<Session, { openings: number }>()
const OPENINGS = new Kept<Collection, string>()

/** Which opening of which collection it is: revisions are counted anew with each, so that those of another say nothing. */
export function openingOf(session: Session): string {
  return OPENINGS.of(session.current(), () => {
    const count = COUNTS.of(session, () => ({ openings: 0 }))
    count.openings += 1
    return `${session.ports.clock.now()} ${String(count.openings)}`
  })
}
