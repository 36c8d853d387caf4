import type { ImpactApi, ImpactView } from '../../../shared/impact.ts'
import type { Collection } from '../../collection/collection.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import { perObjectGiven } from '../../memory/per-object-given.ts'
import type { ExternalFigure } from '../../model/external-figure.ts'
import { Impact } from './impact.ts'
import type { Findings } from '../findings/findings.ts'
import { checked } from '../findings/checking.ts'
import { findingsIn } from '../findings/open-findings.ts'
import { externalsIn, lastYearIn } from '../last-year/years.ts'
import type { Session } from '../session.ts'
import { inTurns } from '../turns.ts'

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
      return inTurns(session, async (pause) => {
        await checked(session)
        return current().view(pause)
      })
    },
  }
}
