import type { VerifyApi } from '../../../shared/verify.ts'
import { ownAnchors } from '../../collection/own-anchors.ts'
import type { BackupsApi, BackupsView } from '../../../shared/backups.ts'
import { CallError } from '../../../shared/result.ts'
import { readOnlyParams } from '../../../shared/words/read-only.ts'
import { Collection } from '../../collection/collection.ts'
import type { Session } from '../session.ts'
import { backupDifference } from './difference.ts'

/** Backups of a collection: made, looked at, put in its place. */
export function backupsCases(session: Session): BackupsApi & VerifyApi {
  const { backups, grants } = session.ports
  const pathOf = (grant: string | null): string =>
    grant === null ? session.current().store.path : grants.collectionPath(grant)
  const view = (): BackupsView => backups.view(session.current().store.path)
  return {
    async backups({ grant }) {
      return backups.view(pathOf(grant))
    },
    async verify() {
      const collection = session.current()
      return session.verify.run(collection.store, ownAnchors(collection))
    },
    async verification() {
      session.current()
      return session.verify.last
    },
    async backUp() {
      const readOnly = session.current().store.readOnly()
      if (readOnly !== null) throw new CallError('read-only', readOnlyParams(readOnly))
      await session.backups.make()
      return view()
    },
    async setBackupFolder({ folder }) {
      backups.setSecond(folder.trim())
      return view()
    },
    async backupDifference({ id }) {
      const collection = session.current()
      const { path } = collection.store
      const row = backups.view(path).rows.find((one) => one.id === id)
      if (row === undefined) throw new CallError('no-such-backup')
      const store = backups.open(path, id)
      try {
        return backupDifference(collection, new Collection(store), row)
      } finally {
        store.close()
      }
    },
    async restoreBackup({ grant, id, reason }) {
      if (reason.trim() === '') throw new CallError('reason-missing')
      const path = pathOf(grant)
      const row = backups.view(path).rows.find((one) => one.id === id)
      if (row === undefined) throw new CallError('no-such-backup')
      const readOnly = grant === null ? session.current().store.readOnly() : null
      if (readOnly !== null) throw new CallError('read-only', readOnlyParams(readOnly))
      session.close()
      try {
        backups.restore(path, id, session.ports.clock.now())
      } catch (error) {
        // The one that was open is what it was; the person goes on in it.
        if (grant === null) await session.openPath(path)
        throw error
      }
      await session.openPath(path)
      const payload = { at: row.at, lines: row.lines }
      return session.write({ kind: 'restore', payload, reason: reason.trim() })
    },
  }
}
