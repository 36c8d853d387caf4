/** Why a rule can never fire: no cell or no school that it could be asked of, a condition that is never met, a check that always holds. */
export type DeadWhy = 'no-cell' | 'no-school' | 'when-never' | 'always' | 'only-negative'

/** A figure of an example. */
export interface ProofFigure {
  /** Address, with the period before it where it is an earlier one. */
  item: string
  /** A plain decimal, or a fraction. */
  value: string
}

/** What was proved of the rules in force. */
export interface RuleProof {
  /** Rules looked at. */
  rules: number
  dead: { rule: string; title: string; why: DeadWhy }[]
  /** Rules that hold wherever others hold; `nonNegative` where that rests on figures not below 0. */
  implied: { rule: string; title: string; by: string[]; nonNegative: boolean }[]
  /** Rules that no school can meet together; under the figures of the example all hold but `breaks`. */
  contradictions: {
    rules: string[]
    breaks: string
    title: string
    /** Only where the condition of `breaks` is met. */
    when: boolean
    example: ProofFigure[]
  }[]
  /** Rules of which it was not found out. */
  open: string[]
}
