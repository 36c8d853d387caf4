import type { Collection } from '../../collection/collection.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import { perObjectGiven } from '../../memory/per-object-given.ts'
import { lastYearIn } from '../last-year/years.ts'
import type { Session } from '../session.ts'
import { Screening } from './screening.ts'

type Given = [settings: string, indicators: string | null, prior: LastYear]

const made = perObjectGiven<Collection, Given, Screening>(
  (collection, settings, _, prior) => new Screening(collection, settings, prior),
)

/** What is suspected beyond the rules. Holds until a text of its is edited or another last year chosen. */
export function screeningIn(session: Session): Screening {
  const collection = session.current()
  const settings = collection.text('screening') ?? session.ports.screening
  return made(collection, settings, collection.text('indicators'), lastYearIn(session))
}
