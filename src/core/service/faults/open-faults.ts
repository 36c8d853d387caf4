import type { Fault } from '../../../shared/faults.ts'
import { findingsIn } from '../findings/open-findings.ts'
import { Kept } from '../kept.ts'
import { yearsOf } from '../summary/quoted.ts'
import type { Years } from '../summary/quoted.ts'
import type { Session } from '../session.ts'
import { faultsOf } from './faults.ts'

interface Known {
  revision: number
  prior: Years['prior']
  faults: Fault[]
}

const kept = new Kept<Known>()

/** What of the open collection could not be used; worked out once per revision. */
export function faultsIn(session: Session): Fault[] {
  const years = yearsOf(session)
  const { collection, prior } = years
  const make = (): Known => ({
    revision: collection.revision,
    prior,
    faults: faultsOf(years, findingsIn(session)),
  })
  const known = kept.of(collection, make)
  if (known.revision === collection.revision && known.prior === prior) return known.faults
  const made = make()
  kept.put(collection, made)
  return made.faults
}
