import type { Finding } from '../../shared/findings.ts'
import type { ReconcileView } from '../state/reconcile-view.ts'
import { codesOf } from './finding-key.ts'

type Wish = Pick<ReconcileView, 'severity' | 'state' | 'text'>

/** The findings of that severity and state that hold every word of the text. */
export function wanted(findings: readonly Finding[], wish: Wish): Finding[] {
  const words = wish.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return findings.filter(
    (finding) =>
      (wish.severity === null || finding.severity === wish.severity) &&
      (wish.state === null || finding.state === wish.state) &&
      (words.length === 0 || holdsAll(finding, words)),
  )
}

function holdsAll(finding: Finding, words: readonly string[]): boolean {
  const hay = [
    finding.schoolName,
    finding.school,
    finding.rule,
    finding.title,
    codesOf(finding),
    finding.formula,
    finding.explanation?.text ?? '',
    ...finding.items.map((item) => `${item.item} ${item.label}`),
  ]
    .join(' ')
    .toLowerCase()
  return words.every((word) => hay.includes(word))
}

/** How many findings each chip would show, beside what the other chips and the text say. */
export function countsOf(
  findings: readonly Finding[],
  wish: Wish,
): { error: number; query: number; open: number; explained: number } {
  const byState = wanted(findings, { ...wish, severity: null })
  const bySeverity = wanted(findings, { ...wish, state: null })
  const count = (list: readonly Finding[], key: 'severity' | 'state', value: string): number =>
    list.filter((finding) => finding[key] === value).length
  return {
    error: count(byState, 'severity', 'error'),
    query: count(byState, 'severity', 'query'),
    open: count(bySeverity, 'state', 'open'),
    explained: count(bySeverity, 'state', 'explained'),
  }
}
