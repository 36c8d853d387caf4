import type { Finding } from '../../shared/findings.ts'

/** The codes that "*" stood for, as in the check: "[01,7]"; "" where the rule has none. */
export function codesOf(finding: Pick<Finding, 'row' | 'column'>): string {
  const codes = [finding.row, finding.column].filter((code) => code !== null)
  return codes.length === 0 ? '' : `[${codes.join(',')}]`
}
