import type { Finding, FindingList, FindingsView, RepairView } from './findings.ts'
import type { Basis } from './model.ts'
import type { Overview } from './overview.ts'

/** 审核: findings, repairs, explanations. */
export interface CheckApi {
  /** What the rules find on a basis, and how each rule fares. */
  findings(args: { basis: Basis }): Promise<FindingsView>
  /**
   * The same as a list: without the cells of each.
   *
   * @param args.known what of the same list is there already: where it still serves, only schools whose lines changed have theirs
   */
  findingList(args: {
    basis: Basis
    known?: { opened: string; revision: number } | undefined
  }): Promise<FindingList>
  /** All findings of a school with their cells; on the adopted figures those settled by corrections last. */
  schoolFindings(args: { school: string; basis: Basis }): Promise<Finding[]>
  /** Smallest repairs of a school's failing error rules, the likeliest first; nothing is adopted. */
  repairs(args: { school: string; basis: Basis }): Promise<RepairView>
  /** Says why a violation stands; it counts as settled until the deviation grows. */
  explain(args: {
    rule: string
    school: string
    row: string | null
    column: string | null
    text: string
  }): Promise<Overview>
}
