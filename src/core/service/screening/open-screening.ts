import type { LastYear } from '../../last-year/last-year.ts'
import { Kept } from '../kept.ts'
import { lastYearIn } from '../last-year/years.ts'
import type { Session } from '../session.ts'
import { Screening } from './screening.ts'

interface Made {
  screening: Screening
  settings: string
  indicators: string | null
  prior: LastYear
}

const MADE = new Kept<Made | null>()

/** What is suspected beyond the rules. Holds until a text of its is edited or another last year chosen. */
export function screeningIn(session: Session): Screening {
  const collection = session.current()
  const settings = collection.text('screening') ?? session.ports.screening
  const indicators = collection.text('indicators')
  const prior = lastYearIn(session)
  const made = MADE.of(collection, () => null)
  if (
    made !== null &&
    made.settings === settings &&
    made.indicators === indicators &&
    made.prior === prior
  )
    return made.screening
  const screening = new Screening(collection, settings, prior)
  MADE.put(collection, { screening, settings, indicators, prior })
  return screening
}
