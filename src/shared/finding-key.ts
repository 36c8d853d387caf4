import type { FindingRef } from './queries.ts'

/** What tells a finding from all others, also after its figures changed: school, rule and the codes "*" stood for. */
export function findingKey(finding: FindingRef): string {
  return [finding.school, finding.rule, finding.row ?? '', finding.column ?? ''].join('|')
}

/** The finding of a key; null where it is no key. A rule's id may hold "|", codes and schools never do. */
export function refOfKey(key: string): FindingRef | null {
  const parts = key.split('|')
  if (parts.length < 4) return null
  const [row, column] = parts.slice(-2)
  return {
    school: parts[0] ?? '',
    rule: parts.slice(1, -2).join('|'),
    row: row || null,
    column: column || null,
  }
}
