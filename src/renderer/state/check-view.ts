import type { FindingState } from '../../shared/findings.ts'

/** What the list of findings shows and how; null means all. */
export interface CheckView {
  tab: 'findings' | 'controls'
  group: FindingGroup
  severity: 'error' | 'query' | null
  state: FindingStand | null
  text: string
  /** Key of the finding looked at. */
  picked: string | null
}

/** Where findings stand; of those asked about the answered ones apart. */
export type FindingStand = FindingState | 'answered'

/** By what the findings are grouped: school, rule, table, or the headline figure that they can move. */
export type FindingGroup = 'school' | 'rule' | 'form' | 'impact'

/** All that waits, school by school: how a day of checking begins. */
export function newCheckView(): CheckView {
  return { tab: 'findings', group: 'school', severity: null, state: 'open', text: '', picked: null }
}
