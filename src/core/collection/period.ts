import { parsePeriod, periodWords } from '../../shared/period.ts'
import type { PeriodWords } from '../../shared/period.ts'
import type { Collection } from './collection.ts'

/** What the collection's period and those that it is compared with are called. */
export function periodWordsOf({ config, ledger, store }: Collection): PeriodWords {
  const period = parsePeriod(config.period ?? '')
  const roles = new Set(store.assets().map(({ role }) => role))
  const own = roles.has('prior-same') && (roles.has('prior') || ledger.lastYear !== null)
  return periodWords(period, own)
}
