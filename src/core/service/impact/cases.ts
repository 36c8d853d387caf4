import type { ImpactApi, ImpactView } from '../../../shared/impact.ts'
import type { Collection } from '../../collection/collection.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import { perObjectGiven } from '../../memory/per-object-given.ts'
import type { ExternalFigure } from '../../model/external-figure.ts'
import { Impact } from './impact.ts'
import type { Findings } from '../findings/findings.ts'
import { findingsIn } from '../findings/open-findings.ts'
import { externalsIn, lastYearIn } from '../last-year/years.ts'
import type { Session } from '../session.ts'

/** Seconds of work before others get their turn. */
const TURN = 0.03

type Given = [
  findings: Findings,
  prior: LastYear,
  external: ExternalFigure[],
  index: Collection['index'],
  indicators: string | null,
  summary: string | null,
]

const made = perObjectGiven<Collection, Given, Impact>(
  (collection, findings, prior, external) => new Impact(collection, findings, prior, external),
)

/** Impact order: how far the open findings can move the headline figures. */
export function impactCases(session: Session): ImpactApi {
  /** Holds as long as findings, forms, figures of other offices and the texts that make headlines are the same. */
  function current(): Impact {
    const collection = session.current()
    return made(
      collection,
      findingsIn(session),
      lastYearIn(session),
      externalsIn(session),
      collection.index,
      collection.text('indicators'),
      collection.text('summary'),
    )
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
