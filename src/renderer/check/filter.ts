import type { Finding } from '../../shared/findings.ts'
import type { CheckView } from '../state/check-view.ts'
import type { FindingStand } from '../state/check-view.ts'
import { codesOf } from './finding-codes.ts'
import { standOf } from './stand.ts'

type Wish = Pick<CheckView, 'severity' | 'state' | 'text'>

/** The findings of that severity and state that hold every word of the text. Settled by corrections only when asked for. */
export function wanted(findings: readonly Finding[], wish: Wish): Finding[] {
  const words = wish.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return findings.filter(
    (finding) =>
      (wish.severity === null || finding.severity === wish.severity) &&
      (wish.state === null ? finding.state !== 'corrected' : standOf(finding) === wish.state) &&
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
    finding.withdrawn?.text ?? '',
    finding.answer?.text ?? '',
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
): Record<'error' | 'query' | FindingStand, number> {
  const byState = wanted(findings, { ...wish, severity: null })
  const severity = (value: string): number =>
    byState.filter((finding) => finding.severity === value).length
  const stand = (state: FindingStand): number => wanted(findings, { ...wish, state }).length
  return {
    error: severity('error'),
    query: severity('query'),
    open: stand('open'),
    asked: stand('asked'),
    answered: stand('answered'),
    explained: stand('explained'),
    corrected: stand('corrected'),
    withdrawn: stand('withdrawn'),
  }
}
