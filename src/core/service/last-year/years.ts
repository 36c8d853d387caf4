import type { Collection } from '../../collection/collection.ts'
import { Kept } from '../../memory/kept.ts'
import type { ExternalFigure } from '../../model/external-figure.ts'
import { noLastYear } from '../../last-year/last-year.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import type { Touch } from '../../ledger/touch.ts'
import type { Session } from '../session.ts'
import { withBack } from './earlier.ts'
import { externalFile, lastYearOf, saidLastYearOf, withEdits } from './last-year.ts'

const LAST_YEAR = new Kept<Collection, LastYear>()
const SAID = new Kept<Collection, ReadonlyMap<string, string>>()
const EXTERNAL = new Kept<Collection, ExternalFigure[]>()
const ENTERED = new Kept<Collection, ExternalFigure[]>()

/** Last year's values by school, with the schools' names then; empty when there are none. */
export function lastYearIn(session: Session): LastYear {
  session.mustBeReady()
  return LAST_YEAR.of(session.current(), noLastYear)
}

/** What explained findings last year, by finding. */
export function saidIn(session: Session): ReadonlyMap<string, string> {
  session.mustBeReady()
  return SAID.of(session.current(), () => new Map())
}

/**
 * Figures from other offices, as entered last. The same list as before while they are the same, so
 * that what follows from them holds; the ledger is read anew at every change.
 */
export function externalsIn(session: Session): ExternalFigure[] {
  const collection = session.current()
  session.mustBeReady()
  const read = EXTERNAL.of(collection, () => [])
  const now = withEdits(read, collection.ledger.externals)
  const before = ENTERED.of(collection, () => now)
  if (JSON.stringify(before) === JSON.stringify(now)) return before
  ENTERED.put(collection, now)
  return now
}

/** Takes last year's values anew, after others were chosen. */
async function readLastYear(session: Session): Promise<void> {
  const collection = session.current()
  const last = await lastYearOf(collection, session.ports.reader)
  LAST_YEAR.put(collection, withBack(collection, last))
}

/** Reads what a collection holds in workbooks beside its returns, when it is opened. */
export async function readYears(session: Session): Promise<void> {
  const collection = session.current()
  const { reader } = session.ports
  await readLastYear(session)
  SAID.put(collection, await saidLastYearOf(collection, reader))
  EXTERNAL.put(collection, await externalFile(collection, reader))
}

/**
 * Takes last year's values anew where others were chosen or their codes confirmed, where that was
 * taken back, where a form was corrected (its items are matched by what the form says) and where the
 * register was changed: its schools are.
 */
export async function yearsTouched(session: Session, touches: readonly Touch[]): Promise<void> {
  const is = (...kinds: Touch['what'][]): boolean =>
    touches.some(({ what }) => kinds.includes(what))
  const descent = session.current().ledger.earlierYears.size > 0 && is('links')
  if (descent || is('last-year', 'earlier-years', 'form', 'register', 'particulars'))
    await readLastYear(session)
  if (is('register')) {
    const collection = session.current()
    SAID.put(collection, await saidLastYearOf(collection, session.ports.reader))
  }
}
