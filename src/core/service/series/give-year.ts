import { periodWords } from '../../../shared/period.ts'
import { CallError } from '../../../shared/result.ts'
import { foundYear, keptPast, periodOf, takenFor } from '../last-year/choose-last-year.ts'
import type { FoundYear } from '../last-year/choose-last-year.ts'
import { yearNumberOf } from '../last-year/earlier.ts'
import type { Deed } from '../../ledger/entry.ts'
import type { Session } from '../session.ts'

/**
 * Keeps an earlier year's figures in the open collection; the year before this one is its last year.
 *
 * @param year null: as its collection says of itself
 * @throws CallError year-unknown, year-not-earlier, year-differs, year-of-other-county, bad-prior, what
 *   opening a collection throws
 */
export async function yearGiven(
  session: Session,
  {
    grant,
    path,
    year,
    reason,
  }: { grant: string; path: string; year: number | null; reason: string },
): Promise<Deed> {
  const now = yearNumberOf(session.current())
  if (now === null) throw new CallError('no-next-year')
  const found = await foundYear(session, grant, path)
  const given = yearIn(session, found, year)
  if (given >= now) throw new CallError('year-not-earlier', { year: given, now })
  const kept = keptPast(session, found)
  return given === now - 1
    ? takenFor('last', kept, reason)
    : { kind: 'earlier-year', payload: { ...kept, year: given }, reason }
}

/** Which year a file is of: what its collection says stands above what a person says. */
function yearIn(session: Session, { about, source }: FoundYear, said: number | null): number {
  const { config } = session.current()
  if (about === null) {
    if (said === null) throw new CallError('year-unknown', { path: source })
    return said
  }
  const { period, county } = about
  if (county !== '' && config.county !== '' && county !== config.county) {
    throw new CallError('year-of-other-county', { path: source, other: county, own: config.county })
  }
  if (period === null) {
    if (said === null) throw new CallError('year-unknown', { path: source })
    return said
  }
  const own = periodOf(config)
  const wanted = said ?? period.year
  const same = own !== null && kindOf(own) === kindOf(period)
  if (!same || wanted !== period.year) {
    const year = own === null ? String(wanted) : periodWords({ ...own, year: wanted }).name
    throw new CallError('year-differs', { path: source, found: periodWords(period).name, year })
  }
  return period.year
}

/** What a period must share with this collection's so that both stand in one series. */
function kindOf({ kind, part, cumulative }: NonNullable<ReturnType<typeof periodOf>>): string {
  return `${kind} ${String(part)} ${String(cumulative)}`
}
