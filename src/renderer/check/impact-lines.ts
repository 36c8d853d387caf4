import { findingKey } from '../../shared/finding-key.ts'
import type { Listed } from './listed.ts'
import type { HeadlineImpact, ImpactView } from '../../shared/impact.ts'
import { FINDING_HEIGHT, HEAD_HEIGHT } from './list-lines.ts'
import type { Line } from './list-lines.ts'

interface ImpactWords {
  /** Head of a headline figure's findings. */
  headline: (headline: HeadlineImpact) => string
  /** Head of the findings that move no headline figure. */
  none: string
  amount: (amount: string | null, unit: string) => string
}

/**
 * The findings under the headline figure that each can move most, the heaviest first; those that
 * move none at the end.
 */
export function impactLines(
  findings: readonly Listed[],
  impact: ImpactView,
  words: ImpactWords,
): { lines: Line[]; height: number } {
  const byKey = new Map(findings.map((finding) => [findingKey(finding), finding]))
  const groups = new Map<string, { finding: Listed; note: string }[]>()
  const units = new Map(impact.headlines.map((one) => [one.id, one.unit]))
  for (const headline of impact.headlines) groups.set(headline.id, [])
  for (const row of impact.findings) {
    const key = findingKey(row)
    const finding = byKey.get(key)
    if (finding === undefined) continue
    byKey.delete(key)
    const note = words.amount(row.amount, units.get(row.headline) ?? '')
    groups.get(row.headline)?.push({ finding, note })
  }
  const rest = [...byKey.values()].map((finding) => ({ finding, note: '' }))
  const lines: Line[] = []
  let top = 0
  const put = (key: string, name: string, group: { finding: Listed; note: string }[]): void => {
    if (group.length === 0) return
    lines.push({ kind: 'group', key, name, count: group.length, top })
    top += HEAD_HEIGHT
    for (const { finding, note } of group) {
      lines.push({ kind: 'finding', key: findingKey(finding), finding, top, note })
      top += FINDING_HEIGHT
    }
  }
  for (const headline of impact.headlines) {
    put(headline.id, words.headline(headline), groups.get(headline.id) ?? [])
  }
  put('', words.none, rest)
  return { lines, height: top }
}
