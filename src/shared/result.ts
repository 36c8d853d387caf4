/**
 * How every call across the boundary ends. Bad *data* is a value inside `value`;
 * an error says that the call itself could not be carried out. The interface turns
 * `code` and `params` into words (src/shared/words).
 */
export type Result<T> = { ok: true; value: T } | { ok: false; error: ApiError }

export const ERROR_CODES = [
  'unknown-method',
  'bad-arguments',
  'internal',
  'no-collection',
  'no-city',
  'no-such-file',
  'no-such-grant',
  'no-such-job',
  'no-such-school',
  'no-schools',
  'bad-draft',
  'bad-blank',
  'bad-list-value',
  'personal-column',
  'no-such-form',
  'no-such-item',
  'no-such-entry',
  'not-a-collection',
  'newer-version',
  'damaged-collection',
  'altered-collection',
  'nothing-to-save',
  'collection-in-use',
  'collection-taken',
  'collection-gone',
  'read-only',
  'collection-exists',
  'open-collection',
  'over-collection',
  'cannot-write',
  'cannot-listen',
  'path-too-long',
  'no-such-folder',
  'no-next-year',
  'year-unknown',
  'year-not-earlier',
  'year-differs',
  'year-of-other-county',
  'no-such-year',
  'not-one-collection',
  'join-unlike',
  'join-newer',
  'join-decide-there',
  'no-such-backup',
  'backup-damaged',
  'second-backup',
  'no-anchor',
  'not-verified',
  'bad-config',
  'no-forms',
  'no-table-found',
  'bad-register',
  'bad-prior',
  'bad-external',
  'bad-controls',
  'wrong-password',
  'indicator-exists',
  'not-a-number',
  'perhaps-fraction',
  'bad-list-count',
  'no-such-rule',
  'rule-exists',
  'rule-incomplete',
  'rules-unreadable',
  'school-unnamed',
  'bad-code',
  'code-taken',
  'merged-into-itself',
  'untitled',
  'bad-date',
  'bad-period',
  'nothing-changed',
  'reason-missing',
  'nothing-to-check',
  'not-a-draft',
  'draft-encrypted',
  'draft-damaged',
  'draft-too-large',
  'text-too-large',
  'engine-missing',
  'place-missing',
  'partition-taken',
  'partition-changed',
  'text-changed',
  'marks-unreadable',
  'cell-changed',
  'no-return',
  'nothing-to-roll-up',
  'personal-needed',
  'bytes-removed',
  'nothing-to-ask',
  'nothing-to-undo',
  'nothing-to-redo',
  'cancelled',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

export interface ApiError {
  code: ErrorCode
  params: Record<string, string | number>
}

/** Thrown inside the core and hosts for a call that cannot be carried out; `dispatch` turns it into a Result. */
export class CallError extends Error {
  readonly code: ErrorCode
  readonly params: Record<string, string | number>

  constructor(code: ErrorCode, params: Record<string, string | number> = {}) {
    super(`${code} ${JSON.stringify(params)}`)
    this.name = 'CallError'
    this.code = code
    this.params = params
  }
}
