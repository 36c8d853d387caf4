/** A relation that the figures show and no rule in force says yet. */
export interface RuleProposal {
  id: string
  title: string
  check: string
  kind: 'sum' | 'within' | 'equal'
  /** Schools that speak for it with figures that are not 0. */
  schools: number
  /** Of so many tables of both years that say anything of it, so many agree. */
  of: number
  held: number
}
