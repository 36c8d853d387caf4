import type { Api, Method } from '../../shared/api.ts'
import type { DraftReport, DraftText } from '../../shared/draft.ts'
import type { Anchor, Verification } from '../../shared/verify.ts'
import type { Ports } from '../ports.ts'
import type { PlaceSaid } from '../lake/place.ts'
import type { LakePartition } from '../model/lake.ts'
import { backupsCases } from './backups/cases.ts'
import { joinCases } from './collections/join-cases.ts'
import { cityCases } from './city/cases.ts'
import { cityDraftCases } from './city/draft-cases.ts'
import { cityTextCases } from './city/text-cases.ts'
import { Cities } from './city/open-cities.ts'
import { collectionsCases } from './collections/cases.ts'
import { consolidateCases, consolidationIn } from './consolidate/cases.ts'
import type { Consolidation } from './consolidate/consolidation.ts'
import { commentsCases } from './comments/cases.ts'
import { controlsCases } from './controls/cases.ts'
import { draftCases } from './draft/cases.ts'
import { reportOver } from './draft/draft-view.ts'
import { figuresCases } from './data/cases.ts'
import { formsCases } from './forms/cases.ts'
import { listsCases } from './data/lists-cases.ts'
import { impactCases } from './impact/cases.ts'
import { indicatorsCases } from './indicators/cases.ts'
import { intakeCases } from './intake/cases.ts'
import { ledgerCases } from './ledger/cases.ts'
import { lakeCases } from './lake/cases.ts'
import { lakePartition } from './lake/partition.ts'
import { resultsCases } from './compile/cases.ts'
import { logCases } from './log/cases.ts'
import { personalCases } from './personal/cases.ts'
import { queriesCases } from './queries/cases.ts'
import { checkCases } from './findings/cases.ts'
import { faultsIn } from './faults/open-faults.ts'
import { checked } from './findings/checking.ts'
import { rulesCases } from './findings/rules-cases.ts'
import { registerCases } from './register/cases.ts'
import { shownCases } from './shown/cases.ts'
import { seriesCases } from './series/cases.ts'
import { screeningCases } from './screening/cases.ts'
import { snapshotsCases } from './snapshots/cases.ts'
import { summaryCases } from './summary/cases.ts'
import { textsCases } from './summary/texts-cases.ts'
import type { Collection } from '../collection/collection.ts'
import { readYears, yearsTouched } from './last-year/years.ts'
import { overviewIn } from './overview/overview.ts'
import { Session } from './session.ts'

/** The use cases behind the workbench, for every host. */
export interface Service extends Api {
  /** Waits until all that the open collection holds is read; the methods of `Api` wait by themselves. */
  ready(): Promise<void>
  /** Stops jobs and closes the open collection. */
  close(): void
  /** The open collection, for hosts that write its results themselves (command line). */
  current(): Collection
  /** Holds the open collection against its record and these anchors too (command line). */
  verifyAgainst(anchors: readonly Anchor[]): Promise<Verification>
  /** The open collection as a partition of the columnar export (command line). */
  lakePartition(said: PlaceSaid): LakePartition
  /** A draft that is not kept, checked against the open collection (command line). */
  checkDraft(draft: DraftText): DraftReport
}

/** Puts the use cases together over a host's ports. */
export function createService(ports: Ports): Service {
  const session = new Session(ports, {
    opened: readYears,
    touched: yearsTouched,
    overview: overviewIn,
  })
  const cities = new Cities(ports)
  const consolidation = (): Consolidation => consolidationIn(session)
  const api: Api = {
    ...collectionsCases(session),
    ...joinCases(session),
    ...backupsCases(session),
    ...intakeCases(session),
    ...formsCases(session),
    ...registerCases(session),
    ...figuresCases(session, consolidation),
    ...listsCases(session),
    ...checkCases(session, () => faultsIn(session)),
    ...rulesCases(session),
    ...personalCases(session),
    ...queriesCases(session),
    ...consolidateCases(session, consolidation),
    ...indicatorsCases(session, consolidation),
    ...seriesCases(session, consolidation),
    ...screeningCases(session, async (basis) => (await checked(session)).view(basis).findings),
    ...controlsCases(session),
    ...impactCases(session),
    ...textsCases(session),
    ...summaryCases(session, consolidation),
    ...draftCases(session),
    ...snapshotsCases(session, consolidation),
    ...resultsCases(session),
    ...shownCases(session),
    ...lakeCases(session),
    ...cityCases(session, cities),
    ...cityTextCases(session, cities),
    ...cityDraftCases(session, cities),
    ...ledgerCases(session),
    ...commentsCases(session),
    ...logCases(ports.log),
  }
  return {
    close: () => {
      session.close()
      cities.close()
    },
    ready: () => session.ready(),
    current: () => session.current(),
    verifyAgainst: (anchors) => session.verify.run(session.current().store, anchors),
    lakePartition: (said) => lakePartition(session, said),
    checkDraft: (draft) => reportOver(session, draft),
    ...waiting(session, api),
  }
}

/**
 * What is answered while the rest of a large collection is still being read, or where it could not be:
 * none of it needs that, or it is about other collections.
 */
const EARLY: ReadonlySet<string> = new Set<Method>([
  'about',
  'overview',
  'openCollection',
  'openSample',
  'openCity',
  'openKnownCity',
  'reopenCity',
  'city',
  'closeCity',
  'openCounty',
  'planCollection',
  'createCollection',
  'repairCollection',
  'discardCollection',
  'closeCollection',
  'events',
  'job',
  'cancelJob',
  'files',
  'schools',
  'forms',
  'ledger',
  'comments',
])

/** An Api whose methods wait until what they work with is read. */
function waiting(session: Session, api: Api): Api {
  const method =
    ([name, call]: [string, (args: never) => Promise<unknown>]) =>
    async (args: never): Promise<unknown> => {
      if (!EARLY.has(name) && session.isOpen && !session.isReady) await session.ready()
      return call(args)
    }
  const methods = Object.entries<(args: never) => Promise<unknown>>({ ...api }).map((one) => [
    one[0],
    method(one),
  ])
  // Each method keeps its name, arguments and value.
  return Object.fromEntries(methods) as Api
}
