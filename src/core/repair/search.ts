import type { RepairCause } from '../../shared/findings.ts'
import { compare, Fraction, numberOf, showNumber } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import type { CellNumber, Trial, TrialCells } from './cells.ts'
import { Evaluator } from './constraints.ts'
import type { Constraint, SchoolConstraints } from './constraints.ts'
import { causeOf, rank, slipsBehind } from './mechanisms.ts'
import type { Variable, Variables } from './variables.ts'

/** A value worth trying in a cell, and the slip that would explain it; null where none is known. */
interface Candidate {
  cell: CellNumber
  figure: Num
  cause: RepairCause | null
}

export interface Change {
  cell: CellNumber
  from: string
  to: string
}

/** A set of changes that clears every failing constraint of a group and breaks none. */
export interface Solution {
  changes: Change[]
  cause: RepairCause
}

/** More cells at once are no repair a person would believe without asking the school. */
const MOST_CELLS = 3
/** A change after which this many more constraints fail than before it leads nowhere. */
const MOST_BROKEN = 2

/** Evaluations that searches may spend; shared by the groups of one school. */
export class Budget {
  private left: number

  constructor(evaluations: number) {
    this.left = evaluations
  }

  spend(evaluations: number): void {
    this.left -= evaluations
  }

  /** Whether nothing is left: what was not looked at by then is not known. */
  get gone(): boolean {
    return this.left < 0
  }
}

/**
 * All smallest sets of changes that make a group of constraints hold, after the principle of
 * Fellegi and Holt (J. Am. Stat. Assoc. 71 (1976) 17–35): change the fewest cells so that every
 * edit is satisfied. Candidate values come from solving the failing balances and from the slips
 * behind mistyped figures; each proposal is confirmed by evaluating every constraint it touches.
 */
export class RepairSearch {
  private readonly cells: TrialCells
  private readonly evaluator: Evaluator
  private readonly variables: Variables
  private readonly constraints: SchoolConstraints
  private readonly budget: Budget
  private readonly touched = new Map<CellNumber, Constraint[]>()

  constructor(
    cells: TrialCells,
    variables: Variables,
    constraints: SchoolConstraints,
    budget: Budget,
  ) {
    this.cells = cells
    this.evaluator = new Evaluator(cells)
    this.variables = variables
    this.constraints = constraints
    this.budget = budget
  }

  /**
   * Smallest repairs of a group of failing constraints: of one cell, else of two, else of three.
   * Two figures exchanged are one slip and stand beside repairs of one cell.
   */
  repairs(failing: Constraint[]): Solution[] {
    for (let size = 1; size <= MOST_CELLS; size++) {
      const sets: Candidate[][] = []
      this.complete([], failing, size, sets)
      const found = sets.filter((set) => size === 1 || !this.needless(set, failing))
      const solutions = found.map((set) => this.solution(set))
      if (size === 1) solutions.push(...this.swaps(failing))
      if (solutions.length > 0 || this.budget.gone) return unique(solutions)
    }
    return []
  }

  /** Adds `more` changes to those chosen, wherever nothing fails after the last of them. */
  private complete(
    chosen: Candidate[],
    failing: Constraint[],
    more: number,
    found: Candidate[][],
  ): void {
    for (const cell of promising(failing, more)) {
      if (chosen.some((one) => one.cell === cell)) continue
      const others = failing.filter(({ reads }) => !reads.has(cell))
      if (others.length > 0 && promising(others, more - 1).length === 0) continue
      for (const candidate of this.candidates(cell, failing, chosen.length + more)) {
        if (this.budget.gone) return
        this.cells.with([candidate], () => {
          const left = this.stillFailing(failing, [cell])
          const set = [...chosen, candidate]
          if (left.length === 0 && more === 1) found.push(set)
          // What holds already with fewer changes is no smallest set with more.
          if (left.length === 0 || more === 1) return
          if (left.length <= failing.length + MOST_BROKEN) {
            this.complete(set, left, more - 1, found)
          }
        })
      }
    }
  }

  /** Values worth trying in a cell of a set of so many. */
  private candidates(cell: CellNumber, failing: Constraint[], size: number): Candidate[] {
    const variable = this.variables.get(cell)
    if (variable === null) return []
    const { now } = variable
    const found: Candidate[] = []
    const offer = (figure: Num | null, cause: RepairCause | null): void => {
      if (figure === null || compare(figure, now) === 0 || compare(figure, 0) < 0) return
      if (variable.whole && figure instanceof Fraction) return
      if (!found.some((one) => compare(one.figure, figure) === 0)) {
        found.push({ cell, figure, cause })
      }
    }
    for (const constraint of failing) {
      if (!constraint.reads.has(cell)) continue
      this.budget.spend(3)
      for (const figure of this.evaluator.solve(constraint, cell, now)) offer(figure, null)
    }
    // Three slips that happen to balance explain nothing; three figures that must balance may.
    if (size >= MOST_CELLS) return found
    for (const { value, cause } of slipsBehind(showNumber(now, 6))) offer(numberOf(value), cause)
    offer(variable.lastYear, 'last-year')
    for (const partner of variable.partners) {
      offer(this.variables.get(partner)?.now ?? null, 'shifted')
    }
    return found
  }

  /** What fails once some cells were changed, of what failed before and of all these cells touch. */
  private stillFailing(failing: Constraint[], changed: CellNumber[]): Constraint[] {
    const touched = new Set(changed.flatMap((cell) => this.touching(cell)))
    const before = failing.filter((constraint) => !touched.has(constraint))
    return [...before, ...[...touched].filter((constraint) => this.fails(constraint))]
  }

  private fails(constraint: Constraint): boolean {
    this.budget.spend(1)
    return this.evaluator.fails(constraint)
  }

  private touching(cell: CellNumber): Constraint[] {
    const known = this.touched.get(cell)
    if (known !== undefined) return known
    const touching = this.constraints.touching(cell)
    this.touched.set(cell, touching)
    return touching
  }

  /** Whether, with some cells changed, the group holds and nothing else these cells touch fails. */
  private holds(trials: Trial[], failing: Constraint[]): boolean {
    const cells = trials.map(({ cell }) => cell)
    const reached = (constraint: Constraint): boolean =>
      cells.some((cell) => constraint.reads.has(cell))
    if (this.budget.gone || !failing.every(reached)) return false
    return this.cells.with(trials, () =>
      cells.every((cell) => this.touching(cell).every((constraint) => !this.fails(constraint))),
    )
  }

  /** Two figures exchanged: 男 and 女, neighbouring rows or columns. */
  private swaps(failing: Constraint[]): Solution[] {
    const cells = new Set(failing.flatMap(({ reads }) => [...reads]))
    const solutions: Solution[] = []
    for (const cell of cells) {
      const one = this.variables.get(cell)
      for (const partner of one?.partners ?? []) {
        const other = this.variables.get(partner)
        if (one === null || other === null || compare(one.now, other.now) === 0) continue
        if (cells.has(partner) && partner < cell) continue
        const set = [
          { cell, figure: other.now, cause: 'swapped' as const },
          { cell: partner, figure: one.now, cause: 'swapped' as const },
        ]
        if (this.holds(set, failing)) solutions.push(this.solution(set))
      }
    }
    return solutions
  }

  /** Whether some of the changes alone would do: then together they are no smallest set. */
  private needless(set: Candidate[], failing: Constraint[]): boolean {
    return properSubsets(set).some((part) => this.holds(part, failing))
  }

  private solution(set: Candidate[]): Solution {
    const changes = set.map(({ cell, figure }) => ({
      cell,
      from: shown(this.variables.get(cell)),
      to: showNumber(figure, 6),
    }))
    const known = set.find(({ cause }) => cause !== null)?.cause
    return { changes, cause: known ?? this.causeOfFirst(changes) }
  }

  private causeOfFirst([first, ...others]: Change[]): RepairCause {
    if (first === undefined) return 'other'
    const slip = causeOf(first.from, first.to)
    const total = others.length === 0 && this.variables.get(first.cell)?.isTotal === true
    return slip === 'other' && total ? 'total-not-updated' : slip
  }
}

/**
 * Cells worth changing first where `more` changes are to clear all that fails. Every failing
 * constraint must read one of the cells changed: a cell read by too few of them is in no such set.
 */
function promising(failing: Constraint[], more: number): CellNumber[] {
  if (more === 0) return []
  const times = new Map<CellNumber, number>()
  for (const { reads } of failing) {
    for (const cell of reads) times.set(cell, (times.get(cell) ?? 0) + 1)
  }
  const most = [...times.values()].reduce((a, b) => Math.max(a, b), 0)
  const least = failing.length - (more - 1) * most
  return [...times].flatMap(([cell, n]) => (n >= least ? [cell] : []))
}

/** All parts of a list but the whole and the empty one. */
function properSubsets<T>(list: T[]): T[][] {
  const masks = Array.from({ length: 2 ** list.length - 2 }, (_, i) => i + 1)
  return masks.map((mask) => list.filter((_, at) => (mask & (1 << at)) !== 0))
}

function shown(variable: Variable | null): string {
  return variable === null || variable.empty ? '' : showNumber(variable.now, 6)
}

function unique(solutions: Solution[]): Solution[] {
  const seen = new Map<string, Solution>()
  for (const solution of solutions) {
    const changes = solution.changes.map(({ cell, to }) => `${String(cell)}=${to}`).sort()
    const known = seen.get(changes.join(';'))
    if (known === undefined || rank(solution.cause) < rank(known.cause)) {
      seen.set(changes.join(';'), solution)
    }
  }
  return [...seen.values()]
}
