import type { EntryKind } from './api.ts'

/** What a person did to the collection and may take back from the list of what was done, in any order. */
export const TAKEN_BACK: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'adopt',
  'assign',
  'accept-file',
  'withdraw-file',
  'confirm-layout',
  'edit-text',
  'ask',
  'withdraw-finding',
  'take-explanations',
  'edit-external',
  'link-schools',
  'last-year',
  'controls',
  'switch-rule',
  'sign-off',
])

/** What undo takes back, the latest first: explanations and corrected forms too. */
export const UNDOABLE: ReadonlySet<EntryKind> = new Set<EntryKind>([
  ...TAKEN_BACK,
  'explain',
  'edit-form',
])
