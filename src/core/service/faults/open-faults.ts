import type { Fault } from '../../../shared/faults.ts'
import type { Collection } from '../../collection/collection.ts'
import { findingsIn } from '../findings/open-findings.ts'
import { Kept } from '../../memory/kept.ts'
import { yearsOf } from '../summary/quoted.ts'
import type { Years } from '../summary/quoted.ts'
import type { Session } from '../session.ts'
import { ruleFaults, textFaults } from './faults.ts'

interface Known {
  key: string
  prior: Years['prior']
  index: Collection['index']
  faults: Fault[]
}

const KEPT = new Kept<Collection, Known | null>()

/**
 * What of the open collection could not be used. What follows from its texts and from what other
 * offices gave is worked out only when one of these changes; figures of schools move only the rules.
 */
export function faultsIn(session: Session): Fault[] {
  const years = yearsOf(session)
  const { collection, prior, external } = years
  const texts = (['indicators', 'summary'] as const).map((role) => collection.text(role))
  const key = JSON.stringify([texts, external])
  const known = KEPT.of(collection, () => null)
  const same = known?.key === key && known.prior === prior && known.index === collection.index
  const faults = same ? known.faults : textFaults(years)
  if (!same) KEPT.put(collection, { key, prior, index: collection.index, faults })
  return [...ruleFaults(findingsIn(session), years), ...faults]
}
