/**
 * Kinds of file kept in a collection beside the returns.
 *
 * `draft`: a version of the drafted text, numbered.
 * `prior-values`: last year's values as chosen in the workbench, as JSON (see last-year/keep.ts).
 * `unlocked`: the content of a received file that was opened with a password, named by the file's
 * hash. `snapshot`: the figures of a state that was signed off; found by the hash that its entry names.
 */
export type AssetRole =
  | 'draft'
  | 'unlocked'
  | 'form'
  | 'register'
  | 'prior'
  | 'external'
  | 'rules'
  | 'indicators'
  | 'summary'
  | 'screening'
  | 'lists'
  | 'controls'
  | 'config'
  | 'prior-values'
  | 'snapshot'
