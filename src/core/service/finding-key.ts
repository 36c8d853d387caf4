import type { FindingRef } from '../../shared/queries.ts'

/** What tells a violation from others: school, rule and the codes "*" stood for. */
export function findingKey(finding: FindingRef): string {
  return [finding.school, finding.rule, finding.row ?? '', finding.column ?? ''].join('|')
}
