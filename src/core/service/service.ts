import type { Api } from '../../shared/api.ts'
import type { Ports } from '../ports.ts'
import { collectionsCases } from './cases/collections.ts'
import { consolidateCases, keptByRevision } from './cases/consolidate.ts'
import { figuresCases } from './cases/figures.ts'
import { formsCases } from './cases/forms.ts'
import { indicatorsCases } from './cases/indicators.ts'
import { intakeCases } from './cases/intake.ts'
import { ledgerCases } from './cases/ledger.ts'
import { queriesCases } from './cases/queries.ts'
import { reconcileCases } from './cases/reconcile.ts'
import { snapshotsCases } from './cases/snapshots.ts'
import { summaryCases } from './cases/summary.ts'
import { textsCases } from './cases/texts.ts'
import type { Collection } from './collection.ts'
import { Session } from './session.ts'

/** The use cases behind the workbench, for every host. */
export interface Service extends Api {
  /** Stops jobs and closes the open collection. */
  close(): void
  /** The open collection, for hosts that write its results themselves (command line). */
  current(): Collection
}

/** Puts the use cases together over a host's ports. */
export function createService(ports: Ports): Service {
  const session = new Session(ports)
  const consolidation = keptByRevision(session)
  return {
    close: () => session.close(),
    current: () => session.current(),
    ...collectionsCases(session),
    ...intakeCases(session),
    ...formsCases(session),
    ...figuresCases(session, consolidation),
    ...reconcileCases(session),
    ...consolidateCases(session, consolidation),
    ...indicatorsCases(session, consolidation),
    ...queriesCases(session),
    ...textsCases(session),
    ...summaryCases(session),
    ...snapshotsCases(session),
    ...ledgerCases(session),
  }
}
