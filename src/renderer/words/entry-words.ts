import type { LedgerEntry } from '../../shared/ledger.ts'
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
      return words.entry.assign(fileName(entry))
    case 'edit-form':
      return words.entry['edit-form'](entry.note)
    case 'person':
      return words.entry.person(entry.note)
    case 'explain':
      return words.entry.explain(entry.note.split('|')[1] ?? '')
    case 'hold':
      return words.entry.hold(fileName(entry))
    case 'accept-file':
      return words.entry['accept-file'](fileName(entry))
    case 'withdraw-file':
      return words.entry['withdraw-file'](fileName(entry))
    case 'confirm-layout':
      return words.entry['confirm-layout'](entry.note.split('|')[0] ?? '')
    case 'edit-external':
      return words.entry['edit-external'](entry.note)
    case 'link-schools':
      return words.entry['link-schools'](entry.note)
    case 'last-year':
      return words.entry['last-year'](entry.note)
    case 'controls':
      return words.entry.controls(entry.note.slice(entry.note.indexOf('/') + 1))
    case 'sign-off':
      return words.entry['sign-off'](entry.note)
    case 'edit-text':
      return words.entry['edit-text'](entry.note)
    case 'ask':
      return words.entry.ask(entry.note)
    case 'take-explanations':
      return words.entry['take-explanations'](entry.note)
    case 'withdraw-finding':
      return words.entry['withdraw-finding'](entry.note.split('|')[1] ?? '')
    case 'switch-rule':
      return switchWords(words, entry.note)
  }
}

function switchWords({ entry }: Words, note: string): string {
  const rule = note.slice(note.indexOf('|') + 1)
  return note.startsWith('on|') ? entry['switch-rule'].on(rule) : entry['switch-rule'].off(rule)
}

/** The file's name without its folders; its number where the file is not known. */
function fileName({ path, note }: LedgerEntry): string {
  return path?.split('/').at(-1) ?? note
}
