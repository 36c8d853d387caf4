import type { Collection } from '../collection/collection.ts'
import { Kept } from '../memory/kept.ts'
import type { Session } from './session.ts'

const COUNTS = new Kept<Session, { openings: number }>()
const OPENINGS = new Kept<Collection, string>()

/** Which opening of which collection it is: revisions are counted anew with each, so that those of another say nothing. */
function openingOf(session: Session): string {
  return OPENINGS.of(session.current(), () => {
    const count = COUNTS.of(session, () => ({ openings: 0 }))
    count.openings += 1
    return `${session.ports.clock.now()} ${String(count.openings)}`
  })
}

/** What of an earlier answer still serves: its revision where it is of this opening; null for nothing. */
export function knownSince(
  session: Session,
  known: { opened: string; revision: number } | undefined,
): { opened: string; since: number | null } {
  const opened = openingOf(session)
  return { opened, since: known?.opened === opened ? known.revision : null }
}
