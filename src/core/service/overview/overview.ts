import { periodWordsOf } from '../../collection/period.ts'
import type { LedgerEntry } from '../../../shared/ledger.ts'
import type { Overview } from '../../../shared/overview.ts'
import type { FileStatus, ReasonCode, SchoolState } from '../../../shared/model.ts'
import { coverageOf } from '../../collection/coverage.ts'
import { dimensionNames, groupSchools, schoolsFirst } from '../../consolidate/groups.ts'
import type { Verdict } from '../../intake/verdicts.ts'
import type { ActiveEntry } from '../../ledger/entry.ts'
import type { Collection } from '../../collection/collection.ts'
import { perObjectGiven } from '../../memory/per-object-given.ts'
import { beginChecking, isChecked } from '../findings/checking.ts'
import type { Findings } from '../findings/findings.ts'
import { incompleteIn } from '../../collection/incomplete.ts'
import { faultsIn } from '../faults/open-faults.ts'
import { findingsIn } from '../findings/open-findings.ts'
import { openConflicts } from '../collections/join-conflicts.ts'
import type { Session } from '../session.ts'
import { unreadIn } from '../intake/unread.ts'
import { unreadableOf } from '../intake/file-rows.ts'
import { saidByEnd } from '../../collection/said-entry.ts'
import { redoTarget, undoTarget } from '../../collection/ledger-state.ts'

/** The open collection in figures; what is still being checked comes later. */
export function overviewIn(session: Session): Overview {
  const known = isChecked(session)
  if (!known) void beginChecking(session)
  const collection = session.current()
  return {
    ...(known
      ? overviewOf(collection, findingsIn(session), faultsIn(session).length)
      : overviewOf(collection, null, null)),
    backup: session.backups.last,
    troubles: session.verify.last.found?.troubles.length ?? 0,
  }
}

/**
 * The collection in figures: coverage, files, what waits.
 *
 * @param findings null while they are being worked out
 * @param faults how many things could not be used; null while that is not known
 */
export function overviewOf(
  collection: Collection,
  findings: Findings | null,
  faults: number | null = 0,
): Omit<Overview, 'backup' | 'troubles'> {
  const { config, expected } = collection
  const said = (entry: ActiveEntry | null): LedgerEntry | null =>
    entry === null ? null : saidByEnd(collection, entry)
  return {
    title: config.title,
    county: config.county,
    schoolYear: config.schoolYear,
    period: config.period ?? '',
    periodWords: periodWordsOf(collection),
    referenceDate: config.referenceDate,
    dueDate: config.dueDate,
    revision: collection.revision,
    ...ofReturns(collection, collection.returnedRevision),
    findings: findings?.counts('adopted') ?? null,
    faults,
    unreadable: expected.reduce((sum, school) => sum + unreadableOf(collection, school), 0),
    unread: unreadIn(collection),
    adopted: collection.corrections().length,
    receivedRevision: collection.returnedRevision,
    joinConflicts: openConflicts(collection),
    person: collection.ledger.person,
    undo: said(undoTarget(collection.ledger.entries)),
    redo: said(redoTarget(collection.ledger.entries)),
    unreadableLines: collection.ledger.faults.length,
    incomplete: incompleteIn(collection),
    readOnly: collection.store.readOnly(),
  }
}

type OfReturns = Pick<
  Overview,
  'coverage' | 'states' | 'fileCounts' | 'unclaimed' | 'held' | 'dimensions' | 'forms'
>

/** What corrections leave as it is: counted once for each state of the returns. */
const ofReturns = perObjectGiven<Collection, [returned: number], OfReturns>((collection) => {
  const { config, expected } = collection
  const states: Record<SchoolState, number> = { reported: 0, queried: 0, rejected: 0, missing: 0 }
  for (const school of expected) states[collection.stateOfSchool(school)]++
  const fileCounts: Record<FileStatus, number> = {
    accepted: 0,
    queried: 0,
    rejected: 0,
    duplicate: 0,
    superseded: 0,
    ignored: 0,
  }
  let unclaimed = 0
  let held = 0
  for (const verdict of collection.allVerdicts()) {
    fileCounts[verdict.status]++
    if (verdict.reasons.some(({ code }) => WAITS.has(code))) held++
    if (isUnclaimed(verdict)) unclaimed++
  }
  return {
    coverage: coverageOf(collection),
    states,
    fileCounts,
    unclaimed,
    held,
    dimensions: dimensionNames(config, collection.schools).map((name) => ({
      name,
      groups: [...groupSchools(schoolsFirst(collection.schools), name, config).keys()],
    })),
    forms: collection.forms.map((form) => ({
      id: form.id,
      title: form.title,
      unit: form.unit,
      items: form.items.length,
    })),
  }
})

/** Reasons for which a return waits to be taken. */
const WAITS: ReadonlySet<ReasonCode> = new Set<ReasonCode>(['newer-return', 'merged-return'])

/** A file with figures that belong to no school yet. */
function isUnclaimed(verdict: Verdict): boolean {
  return verdict.status === 'queried' && verdict.school === null
}
