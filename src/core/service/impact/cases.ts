import type { ImpactApi, ImpactView } from '../../../shared/impact.ts'
import { Impact } from './impact.ts'
import { findingsIn } from '../findings/open-findings.ts'
import { externalsIn, lastYearIn } from '../last-year/years.ts'
import type { Session } from '../session.ts'

/** Seconds of work before others get their turn. */
const TURN = 0.03

/** Impact order: how far the open findings can move the headline figures. */
export function impactCases(session: Session): ImpactApi {
  let known: { of: unknown[]; impact: Impact } | null = null

  /** Holds as long as findings, forms and the texts that make headlines are the same. */
  function current(): Impact {
    const collection = session.current()
    const findings = findingsIn(session)
    const of = [
      findings,
      collection.index,
      collection.text('indicators'),
      collection.text('summary'),
    ]
    if (known?.of.every((one, at) => one === of[at]) !== true) {
      const impact = new Impact(collection, findings, lastYearIn(session), externalsIn(session))
      known = { of, impact }
    }
    return known.impact
  }

  return {
    async impact(): Promise<ImpactView> {
      const { clock } = session.ports
      for (;;) {
        const collection = session.current()
        const { revision } = collection
        let since = clock.seconds()
        const pause = async (): Promise<boolean> => {
          if (clock.seconds() - since < TURN) return true
          await clock.wait(0)
          since = clock.seconds()
          return (
            session.isOpen && session.current() === collection && collection.revision === revision
          )
        }
        const view = await current().view(pause)
        // Something changed meanwhile: what was worked out is kept, and the rest is done again.
        if (view !== null) return view
      }
    },
  }
}
