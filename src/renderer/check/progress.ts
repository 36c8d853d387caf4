import { findingKey } from '../../shared/finding-key.ts'
import type { Finding, FindingState } from '../../shared/findings.ts'

export interface Progress {
  /** Findings on the returned figures that are gone on the adopted ones. */
  corrected: number
  explained: number
  /** Withdrawn as no problem. */
  withdrawn: number
  /** Everything else; `asked` of it wait for the school's answer or a decision over it. */
  open: number
  asked: number
}

/**
 * How far the findings are settled: explained, withdrawn, or gone since the figures were returned.
 *
 * @param adopted what the rules find on the adopted figures, `returned` on the returned ones
 */
export function progressOf(adopted: readonly Finding[], returned: readonly Finding[]): Progress {
  const still = new Set(adopted.map(findingKey))
  const inState = (state: FindingState): number =>
    adopted.filter((finding) => finding.state === state).length
  return {
    corrected: returned.filter((finding) => !still.has(findingKey(finding))).length,
    explained: inState('explained'),
    withdrawn: inState('withdrawn'),
    open: inState('open') + inState('asked'),
    asked: inState('asked'),
  }
}
