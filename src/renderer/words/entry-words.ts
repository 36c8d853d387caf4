import type { LedgerEntry } from '../../shared/api.ts'
import type { Words } from './zh.ts'

/** What a ledger entry did, in a few words. */
export function entryWords(words: Words, entry: LedgerEntry): string {
  switch (entry.kind) {
    case 'create':
      return words.entry.create
    case 'receive':
      return words.entry.receive(entry.note)
    case 'adopt':
      return words.entry.adopt(entry.changes.length)
    case 'withdraw':
      return words.entry.withdraw(entry.target)
    case 'assign':
      return words.entry.assign(entry.note)
    case 'edit-form':
      return words.entry['edit-form'](entry.note)
    case 'person':
      return words.entry.person(entry.note)
    case 'explain':
      return words.entry.explain(entry.note)
    case 'hold':
      return words.entry.hold(entry.note)
    case 'accept-file':
      return words.entry['accept-file'](entry.note)
    case 'withdraw-file':
      return words.entry['withdraw-file'](entry.note)
    case 'confirm-layout':
      return words.entry['confirm-layout'](entry.note.split('|')[0] ?? '')
  }
}
