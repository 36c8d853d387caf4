import type { LedgerApi } from '../../../shared/corrections.ts'
import { CallError } from '../../../shared/result.ts'
import { checkedChanges } from './changes.ts'
import { saidEntry } from '../../collection/said-entry.ts'
import { REGISTRY } from '../../ledger/registry.ts'
import { redoTarget, undoTarget } from '../../collection/ledger-state.ts'
import type { Session } from '../session.ts'

/** Corrections, and taking back what was done. */
export function ledgerCases(session: Session): LedgerApi {
  return {
    async adopt({ changes, reason }) {
      if (reason.trim() === '') throw new CallError('reason-missing')
      const payload = { changes: checkedChanges(session.current(), changes) }
      return session.write({ kind: 'adopt', payload, reason: reason.trim() })
    },
    async withdraw({ entry: id, reason }) {
      const entry = session.current().ledger.entries.find((candidate) => candidate.id === id)
      const how = entry === undefined ? 'never' : REGISTRY.get(entry.kind)?.takenBack
      if (entry === undefined || !entry.active || how === 'never') {
        throw new CallError('no-such-entry', { entry: id })
      }
      return session.write({ kind: 'withdraw', payload: { entry: id, by: 'number' }, reason })
    },
    async undo() {
      const target = undoTarget(session.current().ledger.entries)
      if (target === null) throw new CallError('nothing-to-undo')
      return session.write({ kind: 'withdraw', payload: { entry: target.id, by: 'undo' } })
    },
    async redo() {
      const target = redoTarget(session.current().ledger.entries)
      if (target === null) throw new CallError('nothing-to-redo')
      return session.write({ kind: 'withdraw', payload: { entry: target.id, by: 'redo' } })
    },
    async ledger({ limit }) {
      const entries = session.current().ledger.entries.slice(-limit).reverse()
      return entries.map((entry) => saidEntry(session.current(), entry))
    },
  }
}
