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

/** How far the findings are settled: explained, withdrawn, or gone since the figures were returned. */
export function progressOf(findings: readonly Pick<Finding, 'state'>[]): Progress {
  const inState = (state: FindingState): number =>
    findings.filter((finding) => finding.state === state).length
  return {
    corrected: inState('corrected'),
    explained: inState('explained'),
    withdrawn: inState('withdrawn'),
    open: inState('open') + inState('asked'),
    asked: inState('asked'),
  }
}
