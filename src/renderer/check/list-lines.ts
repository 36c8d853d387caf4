import { findingKey } from '../../shared/finding-key.ts'
import type { Finding } from '../../shared/findings.ts'
import type { Listed } from './listed.ts'
import { formOf } from '../figures/item-names.ts'
import type { FindingGroup } from '../state/check-view.ts'
import { countedItems } from './ref-items.ts'

/** One line of the list: the head of a group, or a finding. */
export type Line =
  | { kind: 'group'; key: string; name: string; count: number; top: number }
  | { kind: 'finding'; key: string; finding: Listed; top: number; note?: string }

/** Heights of the two kinds of lines in pixels; the list is drawn from them. */
export const HEAD_HEIGHT = 28
export const FINDING_HEIGHT = 46

/**
 * The findings group by group, each with its place from the top. Groups and findings keep the
 * order in which the program gave them, errors of a group before its queries.
 *
 * @param formName the name of a table by its 表号
 */
export function linesOf(
  findings: readonly Listed[],
  by: Exclude<FindingGroup, 'impact'>,
  formName: (id: string) => string,
): { lines: Line[]; height: number } {
  const groups = new Map<string, Listed[]>()
  for (const finding of findings) {
    const key = groupKey(finding, by)
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  const lines: Line[] = []
  let top = 0
  for (const [key, group] of groups) {
    const [first] = group
    if (!first) continue
    lines.push({
      kind: 'group',
      key,
      name: groupName(first, by, formName),
      count: group.length,
      top,
    })
    top += HEAD_HEIGHT
    const ordered = [
      ...group.filter((finding) => finding.severity === 'error'),
      ...group.filter((finding) => finding.severity === 'query'),
    ]
    for (const finding of ordered) {
      lines.push({ kind: 'finding', key: findingKey(finding), finding, top })
      top += FINDING_HEIGHT
    }
  }
  return { lines, height: top }
}

/** The tables of this year that a finding rests on, in the order of its check. */
export function formsOf(finding: Finding): string[] {
  return [...new Set(countedItems(finding).map((item) => formOf(item.item)))]
}

function groupKey(finding: Listed, by: Exclude<FindingGroup, 'impact'>): string {
  if (by === 'school') return finding.school
  return by === 'rule' ? finding.rule : finding.form
}

function groupName(
  finding: Listed,
  by: Exclude<FindingGroup, 'impact'>,
  formName: (id: string) => string,
): string {
  if (by === 'school') return finding.schoolName
  return by === 'rule' ? `${finding.rule} ${finding.title}` : formName(finding.form)
}

/** The lines within a window, with a few beyond its edges. */
export function linesWithin(lines: readonly Line[], from: number, to: number): Line[] {
  return lines.filter((line) => line.top > from - 300 && line.top < to + 300)
}
