import type { RepairCause } from '../../shared/findings.ts'
import { compare, Fraction, numberOf, showNumber } from '../rules/number.ts'
import type { Num } from '../rules/number.ts'
import { asNumber, BLANK } from '../rules/value.ts'
import type { CellFigure } from '../rules/value.ts'
import { fails, solveFor } from './constraints.ts'
import type { Cells, Constraint } from './constraints.ts'
import { causeOf, slipsBehind } from './mechanisms.ts'

/** A cell the search may change, with what it must know of it. */
export interface Variable {
  key: string
  now: CellFigure
  /** Counts are whole; areas and money are not. */
  whole: boolean
  lastYear: Num | null
  /** Cells with which its figure may have been exchanged: neighbours, 男/女. */
  partners: string[]
  /** Cells in the same row and column order, for a row entered one place off. */
  isTotal: boolean
}

export interface Change {
  key: string
  from: string
  to: string
}

/** A set of changes that clears every failing constraint of a group and breaks none. */
export interface Solution {
  changes: Change[]
  cause: RepairCause
}

/** Evaluations allowed for one group; beyond it the search ends and says so. */
const BUDGET = 60_000

/**
 * All smallest sets of changes that make a group of constraints hold, after the principle of
 * Fellegi and Holt (J. Am. Stat. Assoc. 71 (1976) 17–35): change the fewest cells so that every
 * edit is satisfied. Candidate values come from solving the failing balances and from the slips
 * behind mistyped figures; each proposal is confirmed by evaluating every constraint it touches.
 */
export class RepairSearch {
  private readonly cells: Cells
  private readonly variables: Map<string, Variable>
  private readonly byCell = new Map<string, Constraint[]>()
  private spent = 0
  cut = false

  constructor(cells: Cells, variables: Map<string, Variable>, constraints: Constraint[]) {
    this.cells = cells
    this.variables = variables
    for (const constraint of constraints) {
      for (const key of constraint.cells) {
        this.byCell.set(key, [...(this.byCell.get(key) ?? []), constraint])
      }
    }
  }

  /**
   * Smallest repairs of a group of failing constraints: of one cell, else of two. Two figures
   * exchanged are one slip and stand beside repairs of one cell.
   */
  repairs(failing: Constraint[]): Solution[] {
    const one = [...this.singles(failing), ...this.swaps(failing)]
    return unique(one.length > 0 ? one : this.pairs(failing))
  }

  private singles(failing: Constraint[]): Solution[] {
    // A single change can only clear what reads the cell.
    const shared =
      failing[0]?.cells.filter((key) => failing.every((c) => c.cells.includes(key))) ?? []
    return unique(
      shared.flatMap((key) =>
        this.candidates(key, failing)
          .filter(({ value }) => this.holds([{ key, figure: value }], failing))
          .map(({ value, cause }) => this.solution([{ key, value }], cause)),
      ),
    )
  }

  /** Values worth trying in a cell. */
  private candidates(
    key: string,
    failing: Constraint[],
  ): { value: Num; cause: RepairCause | null }[] {
    const variable = this.variables.get(key)
    const now = variable === undefined ? null : plain(variable.now)
    if (variable === undefined || now === null) return []
    const found: { value: Num; cause: RepairCause | null }[] = []
    const offer = (value: Num | null, cause: RepairCause | null): void => {
      if (value === null || compare(value, now) === 0 || compare(value, 0) < 0) return
      if (variable.whole && value instanceof Fraction) return
      if (!found.some((one) => compare(one.value, value) === 0)) found.push({ value, cause })
    }
    for (const constraint of failing) {
      if (constraint.cells.includes(key)) offer(this.solve(constraint, key, now), null)
    }
    for (const { value, cause } of slipsBehind(showNumber(now, 6))) offer(numberOf(value), cause)
    offer(variable.lastYear, 'last-year')
    for (const partner of variable.partners) {
      offer(plain(this.variables.get(partner)?.now ?? BLANK), 'shifted')
    }
    return found
  }

  private solve(constraint: Constraint, key: string, now: Num): Num | null {
    this.spent += 3
    return solveFor(constraint, key, now, this.cells)
  }

  /** Whether, with some cells changed, the group holds and nothing else these cells touch fails. */
  private holds(changes: { key: string; figure: CellFigure }[], failing: Constraint[]): boolean {
    const touched = new Set(failing)
    for (const { key } of changes) for (const c of this.byCell.get(key) ?? []) touched.add(c)
    return this.cells.with(changes, () => {
      for (const constraint of touched) {
        if (this.over()) return false
        if (fails(constraint, this.cells)) return false
      }
      return true
    })
  }

  private over(): boolean {
    this.spent++
    if (this.spent > BUDGET) this.cut = true
    return this.cut
  }

  /** Two figures exchanged: 男 and 女, neighbouring rows or columns. */
  private swaps(failing: Constraint[]): Solution[] {
    const keys = new Set(failing.flatMap((constraint) => constraint.cells))
    const solutions: Solution[] = []
    for (const key of keys) {
      const one = this.variables.get(key)
      for (const partner of one?.partners ?? []) {
        const other = this.variables.get(partner)
        const [a, b] = [plain(one?.now ?? BLANK), plain(other?.now ?? BLANK)]
        if (one === undefined || other === undefined || a === null || b === null) continue
        if (compare(a, b) === 0 || (keys.has(partner) && partner < key)) continue
        const changes = [
          { key, figure: b },
          { key: partner, figure: a },
        ]
        if (!this.holds(changes, failing)) continue
        solutions.push(
          this.solution(
            [
              { key, value: b },
              { key: partner, value: a },
            ],
            'swapped',
          ),
        )
      }
    }
    return solutions
  }

  /** Two cells, the second found as the single repair of what the first leaves failing. */
  private pairs(failing: Constraint[]): Solution[] {
    const keys = [...new Set(failing.flatMap((constraint) => constraint.cells))]
    const solutions: Solution[] = []
    for (const key of keys) {
      for (const first of this.candidates(key, failing)) {
        if (this.cut) return solutions
        const changed = [{ key, figure: first.value }]
        const left = this.cells.with(changed, () => this.stillFailing([key], failing))
        // The first change must help, or it would not belong to a smallest set.
        if (left.length === 0 || left.length > failing.length + 2) continue
        const others =
          left[0]?.cells.filter((k) => k !== key && left.every((c) => c.cells.includes(k))) ?? []
        for (const other of others) {
          const second = this.cells.with(changed, () => this.candidates(other, left))
          for (const { value, cause } of second) {
            const both = [...changed, { key: other, figure: value }]
            if (!this.holds(both, failing)) continue
            if (this.needless(both, failing)) continue
            solutions.push(
              this.solution(
                [
                  { key, value: first.value },
                  { key: other, value },
                ],
                first.cause ?? cause,
              ),
            )
          }
        }
      }
    }
    return solutions
  }

  private stillFailing(keys: string[], failing: Constraint[]): Constraint[] {
    const touched = new Set(failing)
    for (const key of keys) for (const c of this.byCell.get(key) ?? []) touched.add(c)
    return [...touched].filter((constraint) => !this.over() && fails(constraint, this.cells))
  }

  /** Whether one of two changes alone would do: then the two are no smallest set. */
  private needless(changes: { key: string; figure: CellFigure }[], failing: Constraint[]): boolean {
    return changes.some((_, index) =>
      this.holds(
        changes.filter((__, i) => i !== index),
        failing,
      ),
    )
  }

  private solution(changes: { key: string; value: Num }[], cause: RepairCause | null): Solution {
    const full = changes.map(({ key, value }) => {
      const variable = this.variables.get(key)
      const from = variable === undefined ? '' : shown(variable.now)
      return { key, from, to: showNumber(value, 6) }
    })
    const [first] = full
    const total = changes.length === 1 && this.variables.get(first?.key ?? '')?.isTotal === true
    const slip = first === undefined ? 'other' : causeOf(first.from, first.to)
    return {
      changes: full,
      cause: cause ?? (slip === 'other' && total ? 'total-not-updated' : slip),
    }
  }
}

/** The figure as a number, an empty cell as 0; null for text and what cannot be read. */
function plain(figure: CellFigure): Num | null {
  if (typeof figure === 'string') return null
  const number = asNumber(figure)
  return typeof number === 'symbol' ? null : number
}

function shown(figure: CellFigure): string {
  const number = plain(figure)
  return figure === BLANK || number === null ? '' : showNumber(number, 6)
}

function unique(solutions: Solution[]): Solution[] {
  const seen = new Map<string, Solution>()
  for (const solution of solutions) {
    const changes = solution.changes.map(({ key, to }) => `${key}=${to}`).sort()
    const known = seen.get(changes.join(';'))
    if (known === undefined || rank(solution.cause) < rank(known.cause)) {
      seen.set(changes.join(';'), solution)
    }
  }
  return [...seen.values()]
}

const ORDER: RepairCause[] = [
  'sign',
  'transposition',
  'swapped',
  'magnitude',
  'doubled-digit',
  'dropped-digit',
  'mistyped-digit',
  'shifted',
  'total-not-updated',
  'last-year',
  'other',
]

/** How readily a cause is believed: known slips of keying first. */
export function rank(cause: RepairCause): number {
  return ORDER.indexOf(cause)
}
