import type { Earlier } from '../../shared/last-year.ts'

/**
 * Kinds of file kept in a collection beside the returns.
 *
 * `prior-same`, `prior-previous`: lists of the same period a year ago and of the period just before.
 * `plans`: what was planned or decided, with document and date.
 * `draft`: a version of the drafted text, numbered.
 * `prior-values`: values of an earlier period as chosen in the workbench, as JSON (see last-year/keep.ts).
 * `learned`: what was learned of a blank that came into the open collection, by the blank's name, as JSON.
 * `unlocked`: the content of a received file that was opened with a password, named by the file's
 * hash. `joined`: the history of a file that was joined with another, as JSON. `snapshot`: the figures of a state that was signed off; found by the hash that its entry names.
 */
export type AssetRole =
  | 'draft'
  | 'unlocked'
  | 'form'
  | 'learned'
  | 'register'
  | 'prior'
  | 'prior-same'
  | 'prior-previous'
  | 'external'
  | 'plans'
  | 'rules'
  | 'indicators'
  | 'summary'
  | 'screening'
  | 'lists'
  | 'controls'
  | 'config'
  | 'prior-values'
  | 'snapshot'
  | 'joined'

/** The list of an earlier period that came with the collection. */
export const EARLIER_ROLES = {
  last: 'prior',
  same: 'prior-same',
  previous: 'prior-previous',
} as const satisfies Record<Earlier, AssetRole>
