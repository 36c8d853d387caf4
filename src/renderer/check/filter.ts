import type { Form } from '../../shared/model.ts'
import { itemAddress, itemLabel } from '../figures/item-names.ts'
import type { CheckView, FindingStand } from '../state/check-view.ts'
import { codesOf } from './finding-codes.ts'
import type { Listed } from './listed.ts'
import { standOf } from './stand.ts'

type Wish = Pick<CheckView, 'severity' | 'state'>

/** What of a finding can be searched for, put together once for each. */
export type SearchText = (finding: Listed) => string

/** @param forms tables by whose words and addresses the cells of findings are found */
export function searchText(forms: readonly Form[]): SearchText {
  const made = new WeakMap<Listed, string>()
  const names = new Map<string, string>()
  const nameOf = (form: Form, at: number): string => {
    const key = `${form.id} ${at}`
    const known = names.get(key)
    if (known !== undefined) return known
    const item = form.items[at]
    const name = item ? `${itemAddress(form, item)} ${itemLabel(form, item)}` : ''
    names.set(key, name)
    return name
  }
  return (finding) => {
    const known = made.get(finding)
    if (known !== undefined) return known
    const text = [
      finding.schoolName,
      finding.school,
      finding.rule,
      finding.title,
      codesOf(finding),
      finding.formula,
      finding.explanation?.text ?? '',
      finding.withdrawn?.text ?? '',
      finding.answer?.text ?? '',
      finding.named ?? '',
      ...Object.entries(finding.cells).flatMap(([id, places]) => {
        const form = forms.find((one) => one.id === id)
        return form ? places.map((at) => nameOf(form, at)) : [id]
      }),
    ]
      .join(' ')
      .toLowerCase()
    made.set(finding, text)
    return text
  }
}

/** The findings that hold every word of the text. */
export function holding(
  findings: readonly Listed[],
  text: string,
  textOf: SearchText,
): readonly Listed[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return findings
  return findings.filter((finding) => {
    const hay = textOf(finding)
    return words.every((word) => hay.includes(word))
  })
}

/** The findings of that severity and state. Settled by corrections only when asked for. */
export function wanted(findings: readonly Listed[], wish: Wish): Listed[] {
  return findings.filter(
    (finding) =>
      (wish.severity === null || finding.severity === wish.severity) &&
      (wish.state === null ? finding.state !== 'corrected' : standOf(finding) === wish.state),
  )
}

/**
 * How many findings each chip would show, beside what the other chips say.
 *
 * @param findings those that hold the text
 */
export function countsOf(
  findings: readonly Listed[],
  wish: Wish,
): Record<'error' | 'query' | FindingStand, number> {
  const counts = {
    error: 0,
    query: 0,
    open: 0,
    asked: 0,
    answered: 0,
    explained: 0,
    corrected: 0,
    withdrawn: 0,
  }
  for (const finding of findings) {
    const stand = standOf(finding)
    if (wish.state === null ? finding.state !== 'corrected' : stand === wish.state)
      counts[finding.severity] += 1
    if (wish.severity === null || finding.severity === wish.severity) counts[stand] += 1
  }
  return counts
}
