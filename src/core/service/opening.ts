import type { Collection } from '../collection/collection.ts'
import { Kept } from '../memory/kept.ts'
import type { Session } from './session.ts'

const OPENINGS = new Kept<Collection, string>()
let openings = 0

/** Which opening of which collection it is: revisions are counted anew with each, so that those of another say nothing. */
export function openingOf(session: Session): string {
  return OPENINGS.of(session.current(), () => {
    openings += 1
    return `${session.ports.clock.now()} ${String(openings)}`
  })
}
