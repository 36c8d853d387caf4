import { CallError } from '../../../shared/result.ts'
import type { SnapshotsApi } from '../../../shared/snapshots.ts'
import type { RecountApi } from '../../../shared/recount.ts'
import { ifAccepted } from './if-accepted.ts'
import { yearsOf } from '../summary/quoted.ts'
import type { Consolidation } from '../consolidate/consolidation.ts'
import { recount } from './recount.ts'
import type { Session } from '../session.ts'
import { compareSnapshots, openMatters, signOff, snapshotRows } from './snapshots.ts'

/** Signing off, comparing signed-off states, and making sure of the figures. */
export function snapshotsCases(
  session: Session,
  consolidation: () => Consolidation,
): SnapshotsApi & RecountApi {
  return {
    async signOff({ name, reason }) {
      if (name.trim() === '') throw new CallError('reason-missing')
      const overview = await signOff(session, name.trim(), reason.trim())
      session.backups.anchor()
      return overview
    },
    async openMatters() {
      return openMatters(session)
    },
    async snapshots() {
      return snapshotRows(session)
    },
    async compareSnapshots({ from, to }) {
      return compareSnapshots(session, from, to)
    },
    async ifAccepted({ file }) {
      return ifAccepted(yearsOf(session), file)
    },
    async recount({ basis }) {
      return recount(yearsOf(session), consolidation(), basis)
    },
  }
}
