import { findingKey } from '../../../shared/finding-key.ts'
import type { Finding, FindingState } from '../../../shared/findings.ts'
import type { Answer } from '../../../shared/queries.ts'
import { absolute, compare, numberOf } from '../../model/number.ts'
import type { Explanation, LedgerState } from '../../ledger/state.ts'

/** What people and schools said of findings, by finding. */
export interface SaidOfFindings {
  ledger: LedgerState
  answers: ReadonlyMap<string, Answer>
  /** Last year's explanations. */
  lastYear: ReadonlyMap<string, string>
}

/**
 * A finding with where it stands. An explanation, and a withdrawal, hold for their violation until
 * the deviation grows; a question holds as long as the figures are those that were asked about.
 */
export function withState(finding: Finding, said: SaidOfFindings): Finding {
  const key = findingKey(finding)
  const explained = standing(finding, said.ledger.explanations.get(key))
  const withdrawn = standing(finding, said.ledger.dismissed.get(key))
  const question = said.ledger.asked.get(key)
  const asked = question?.about === aboutOf(finding) ? question : undefined
  const answer = said.answers.get(key)
  const earlier = said.ledger.saidLastYear.get(key) ?? said.lastYear.get(key)
  const waits = asked !== undefined || answer?.outdated === false
  const state: FindingState =
    withdrawn !== null ? 'withdrawn' : explained !== null ? 'explained' : waits ? 'asked' : 'open'
  return {
    ...finding,
    state,
    explanation: explained,
    ...(withdrawn !== null && { withdrawn }),
    ...(asked !== undefined && { asked: { person: asked.person, at: asked.at } }),
    ...(answer !== undefined && { answer }),
    ...(earlier !== undefined && { saidLastYear: earlier }),
  }
}

/** Where a finding stands, without what was said of it. */
export function stateOf(finding: Finding, said: SaidOfFindings): FindingState {
  const { explanations, dismissed, asked } = said.ledger
  const none = explanations.size + dismissed.size + asked.size + said.answers.size === 0
  return none ? 'open' : withState(finding, said).state
}

/** Whether a finding waits for somebody: the bureau, or the school. */
export function isUnsettled({ state }: Pick<Finding, 'state'>): boolean {
  return state === 'open' || state === 'asked'
}

/** The figures that a question is about, as one text: when they change, it is another question. */
export function aboutOf({ left, right, items }: Finding): string {
  if (left !== null && right !== null) return `${left}|${right}`
  return items.map(({ state, value }) => `${state}:${value}`).join('|')
}

function standing(
  finding: Finding,
  said: Explanation | undefined,
): { text: string; person: string; at: string } | null {
  if (said === undefined || grown(finding, said)) return null
  const { text, person, at } = said
  return { text, person, at }
}

function grown(finding: Finding, said: Explanation): boolean {
  if (finding.difference === null || said.difference === null) return false
  const now = absolute(numberOf(finding.difference) ?? 0)
  return compare(now, absolute(numberOf(said.difference) ?? 0)) > 0
}
