import { parsePeriod, periodWords, withDay } from '../../shared/period.ts'
import type { PeriodWords } from '../../shared/period.ts'
import type { Earlier } from '../../shared/last-year.ts'
import { EARLIER_ROLES } from '../model/asset-role.ts'
import type { Collection } from './collection.ts'

/** What the collection's period and those that it is compared with are called. */
export function periodWordsOf({ config, ledger, store }: Collection): PeriodWords {
  const period = parsePeriod(config.period ?? '')
  const roles = new Set(store.assets().map(({ role }) => role))
  const has = (of: Earlier): boolean => {
    const chosen = ledger.earlier.get(of)
    return chosen === undefined ? roles.has(EARLIER_ROLES[of]) : chosen.sha256 !== null
  }
  return withDay(periodWords(period, has('same') && has('last')), config.referenceDate)
}
