import type { Reason } from '../../shared/model.ts'
import { reasonText } from '../../shared/words/say.ts'
import type { Lang } from '../../shared/words/say.ts'

/** Everything said about a file or school, in one line. */
export function said(row: { reasons: readonly Reason[] }, lang: Lang): string {
  return row.reasons.map((reason) => reasonText(lang, reason)).join(' ')
}
