import type { LedgerApi } from '../../../shared/corrections.ts'
import { CallError } from '../../../shared/result.ts'
import { checkedChanges } from './changes.ts'
import { withPath } from './entry-path.ts'
import { redoTarget, undoTarget } from '../../collection/ledger-state.ts'
import { withdrawEntry } from './withdraw.ts'
import type { Session } from '../session.ts'

/** Corrections, and taking back what was done. */
export function ledgerCases(session: Session): LedgerApi {
  return {
    async adopt({ changes, reason }) {
      if (reason.trim() === '') throw new CallError('reason-missing')
      session.append({
        kind: 'adopt',
        reason: reason.trim(),
        changes: checkedChanges(session.current(), changes),
      })
      session.current().refreshLedger()
      return session.changed()
    },
    async withdraw({ entry: id, reason }) {
      const entry = session.current().ledger.entries.find((candidate) => candidate.id === id)
      if (
        entry === undefined ||
        !entry.active ||
        entry.kind === 'receive' ||
        entry.kind === 'create'
      ) {
        throw new CallError('no-such-entry', { entry: id })
      }
      return withdrawEntry(session, entry, '', reason)
    },
    async undo() {
      const target = undoTarget(session.current().ledger.entries)
      if (target === null) throw new CallError('nothing-to-undo')
      return withdrawEntry(session, target, 'undo', '')
    },
    async redo() {
      const target = redoTarget(session.current().ledger.entries)
      if (target === null) throw new CallError('nothing-to-redo')
      return withdrawEntry(session, target, 'redo', '')
    },
    async ledger({ limit }) {
      const entries = session.current().ledger.entries.slice(-limit).reverse()
      return entries.map((entry) => withPath(session.current(), entry))
    },
  }
}
