import type { Finding } from '../../shared/findings.ts'
import { findingKey } from './finding-key.ts'

export interface Progress {
  /** Findings on the returned figures that are gone on the adopted ones. */
  corrected: number
  /** Explained, or withdrawn as no problem. */
  explained: number
  /** Everything else; `asked` of it wait for the school's answer or a decision over it. */
  open: number
  asked: number
}

/**
 * How far the findings are settled: explained, or gone since the figures were returned.
 *
 * @param adopted what the rules find on the adopted figures, `returned` on the returned ones
 */
export function progressOf(adopted: readonly Finding[], returned: readonly Finding[]): Progress {
  const still = new Set(adopted.map(findingKey))
  const explained = adopted.filter(
    (finding) => finding.state === 'explained' || finding.state === 'withdrawn',
  ).length
  return {
    corrected: returned.filter((finding) => !still.has(findingKey(finding))).length,
    explained,
    open: adopted.length - explained,
    asked: adopted.filter((finding) => finding.state === 'asked').length,
  }
}
