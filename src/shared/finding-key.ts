import type { FindingRef } from './queries.ts'

/** What tells a finding from all others, also after its figures changed: school, rule and the codes "*" stood for. */
export function findingKey(finding: FindingRef): string {
  return [finding.school, finding.rule, finding.row ?? '', finding.column ?? ''].join('|')
}
