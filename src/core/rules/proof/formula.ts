import { compare } from '../../model/number.ts'
import type { Linear } from './linear.ts'
import { scaled } from './linear.ts'
import type { Simplex, Tags } from './simplex.ts'

/** What is to hold of figures: sums at most 0, or less than 0, joined by "and" and "or". */
export type Formula =
  { kind: 'atom'; sum: Linear; strict: boolean } | { kind: 'and' | 'or'; parts: readonly Formula[] }

export const TRUE: Formula = { kind: 'and', parts: [] }
export const both = (...parts: Formula[]): Formula => ({ kind: 'and', parts })
export const either = (...parts: Formula[]): Formula => ({ kind: 'or', parts })
export const atMostZero = (sum: Linear): Formula => ({ kind: 'atom', sum, strict: false })
export const belowZero = (sum: Linear): Formula => ({ kind: 'atom', sum, strict: true })

/** What holds exactly where the formula does not. */
export function negated(formula: Formula): Formula {
  if (formula.kind === 'atom')
    return { kind: 'atom', sum: scaled(formula.sum, -1), strict: !formula.strict }
  return { kind: formula.kind === 'and' ? 'or' : 'and', parts: formula.parts.map(negated) }
}

/** A formula with the number of the rule that says it. */
export interface Claim {
  formula: Formula
  tag: number
}

interface Choice {
  parts: readonly Formula[]
  tags: Tags
}

/** Whether claims can hold together: with figures, not (with the claims that exclude each other), or not found out. */
export type Answer = { holds: true } | { holds: false; tags: ReadonlySet<number> } | { holds: null }

/** How often alternatives are tried before a question is given up. */
const TRIES = 4_000

/**
 * Whether claims can all hold. Alternatives are gone through one after the other, those first that
 * the figures found so far do not meet anyway.
 */
export class Solver {
  private readonly simplex: Simplex
  private tries = TRIES
  private turn = 0

  constructor(simplex: Simplex) {
    this.simplex = simplex
  }

  /** The figures found are in the simplex when it holds; its bounds are as before in any case. */
  ask(claims: readonly Claim[]): Answer {
    const mark = this.simplex.mark()
    const choices: Choice[] = []
    const found = ((): Tags | null | 'unknown' => {
      for (const { formula, tag } of claims) {
        const against = this.assert(formula, [tag], choices)
        if (against !== null) return against
      }
      return this.search(choices)
    })()
    this.simplex.back(mark)
    if (found === 'unknown') return { holds: null }
    if (found === null) return { holds: true }
    return { holds: false, tags: new Set(found.filter((tag) => tag >= 0)) }
  }

  /** Takes a formula in: bounds at once, alternatives into the list. */
  private assert(formula: Formula, tags: Tags, choices: Choice[]): Tags | null {
    if (formula.kind === 'atom') return this.simplex.atMost(formula.sum, formula.strict, tags)
    if (formula.kind === 'or') {
      const [only] = formula.parts
      if (only === undefined) return tags
      if (formula.parts.length === 1) return this.assert(only, tags, choices)
      choices.push({ parts: formula.parts, tags })
      return null
    }
    for (const part of formula.parts) {
      const against = this.assert(part, tags, choices)
      if (against !== null) return against
    }
    return null
  }

  private search(choices: readonly Choice[]): Tags | null | 'unknown' {
    this.tries -= 1
    if (this.tries < 0) return 'unknown'
    const against = this.simplex.check()
    if (against !== null) return against
    const open = choices.find(({ parts }) => !parts.some((part) => this.isMet(part)))
    if (open === undefined) return null
    const rest = choices.filter((one) => one !== open)
    const all = new Set(open.tags)
    for (const part of open.parts) {
      this.turn -= 1
      const own = this.turn
      const mark = this.simplex.mark()
      const more = [...rest]
      const found = this.assert(part, [...open.tags, own], more) ?? this.search(more)
      if (found === null || found === 'unknown') return found
      this.simplex.back(mark)
      // It fails whatever is chosen here.
      if (!found.includes(own)) return found
      for (const tag of found) if (tag !== own) all.add(tag)
    }
    return [...all]
  }

  /** Whether the figures found so far meet a formula. */
  private isMet(formula: Formula): boolean {
    if (formula.kind !== 'atom')
      return formula.kind === 'and'
        ? formula.parts.every((part) => this.isMet(part))
        : formula.parts.some((part) => this.isMet(part))
    const { real, small } = this.simplex.valueOf(formula.sum)
    const sign = compare(real, 0) || compare(small, 0)
    return sign < 0 || (sign === 0 && !formula.strict)
  }
}
