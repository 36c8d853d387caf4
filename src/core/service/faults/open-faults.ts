import type { Fault } from '../../../shared/faults.ts'
import type { Collection } from '../../collection/collection.ts'
import { perObjectGiven } from '../../memory/per-object-given.ts'
import { findingsIn } from '../findings/open-findings.ts'
import { yearsOf } from '../summary/quoted.ts'
import type { Years } from '../summary/quoted.ts'
import type { Session } from '../session.ts'
import { figureFaults, ruleFaults, textFaults } from './faults.ts'

type Given = [
  prior: Years['prior'],
  external: Years['external'],
  index: Collection['index'],
  indicators: string | null,
  summary: string | null,
]

const ofTexts = perObjectGiven<Collection, Given, Fault[]>((collection, prior, external) =>
  textFaults({ collection, prior, external }),
)

/** Worked out anew when figures change: other figures make another revision. */
const ofFigures = perObjectGiven<Collection, [...Given, revision: number], Fault[]>(
  (collection, prior, external) => figureFaults({ collection, prior, external }),
)

/**
 * What of the open collection could not be used. What follows from its texts and from what other
 * offices gave is worked out only when one of these changes; figures of schools move only the rules.
 */
export function faultsIn(session: Session): Fault[] {
  const years = yearsOf(session)
  const { collection, prior, external } = years
  const [indicators, summary] = [collection.text('indicators'), collection.text('summary')]
  const given: Given = [prior, external, collection.index, indicators, summary]
  return [
    ...ruleFaults(findingsIn(session), years),
    ...ofTexts(collection, ...given),
    ...ofFigures(collection, ...given, collection.revision),
  ]
}
