import type { Repair, RepairView } from '../../shared/findings.ts'
import type { Form } from '../../shared/model.ts'
import type { SchoolFigures } from '../rules/figures.ts'
import { numberOf } from '../model/number.ts'
import type { RuleProgram } from '../rules/rule.ts'
import { CellNumbers, TrialCells } from './cells.ts'
import { ConstraintSet, Evaluator } from './constraints.ts'
import type { Constraint, SchoolConstraints } from './constraints.ts'
import { rank } from './mechanisms.ts'
import { Budget, RepairSearch } from './search.ts'
import type { Change, Solution } from './search.ts'
import { Variables } from './variables.ts'

/** Names of items for what is proposed. */
export interface Names {
  address(form: Form, index: number): string
  label(form: Form, index: number): string
}

/** Evaluations allowed for one school; beyond them the search ends and says so. */
const EVALUATIONS = 60_000

/**
 * Proposes repairs for the schools of a county. What its rules ask of which cells is worked out
 * once, when the first repair is asked for.
 */
export class Repairs {
  private readonly names: Names
  private readonly numbers: CellNumbers
  private readonly errors: ConstraintSet
  private readonly queryRules: ConstraintSet

  /** @param programs all rules; those that do not run are left aside */
  constructor(programs: RuleProgram[], forms: Form[], names: Names) {
    this.names = names
    this.numbers = new CellNumbers(forms)
    const of = (severity: string): RuleProgram[] =>
      programs.filter(({ rule }) => rule.severity === severity)
    this.errors = new ConstraintSet(of('error'), this.numbers)
    this.queryRules = new ConstraintSet(of('query'), this.numbers)
  }

  /**
   * Proposes, for every group of failing error rules of a school that hang together through common
   * cells, all smallest sets of changes after which they hold, the likeliest first. Nothing is
   * adopted by itself.
   */
  of(school: SchoolFigures): RepairView {
    const constraints = this.errors.of(school)
    const cells = new TrialCells(school, this.numbers)
    const variables = new Variables(school, this.numbers)
    const doubt = new Doubt(cells, variables, this.queryRules.of(school))
    const budget = new Budget(EVALUATIONS)
    // Small groups first: one that uses up the search leaves the others their proposals.
    const found = components(constraints.failing()).sort((a, b) => a.length - b.length)
    const groups = found.map((group) => {
      const search = new RepairSearch(cells, variables, constraints, budget)
      const solutions = search
        .repairs(group)
        .map((solution) => ({ solution, doubt: doubt.of(solution) }))
        .sort((a, b) => a.doubt - b.doubt)
      const instances = group.map((constraint) => constraint.id)
      return {
        instances,
        proposals: solutions.map(({ solution }) => this.proposal(solution, instances)),
      }
    })
    return { school: school.id, groups, cut: budget.gone }
  }

  private proposal({ changes, cause }: Solution, clears: string[]): Repair {
    return {
      changes: changes.map(({ cell, from, to }) => {
        const { form, index } = this.numbers.place(cell)
        const [item, label] = [this.names.address(form, index), this.names.label(form, index)]
        return { item, label, from, to }
      }),
      cause,
      clears,
    }
  }
}

/** How far each evidence counts against a repair. */
const QUERY_LEFT = 4
const DRIFT = 2
/** A figure that repeats last year's to the last digit is suspect itself, if it is no small one. */
const COPIED = -2
const SMALL = 10
/** Changes below this many are no drift: small counts move by themselves. */
const STILL = 5
const MOST_DRIFT = 3

/** How little a repair is to be believed; less is likelier. */
class Doubt {
  private readonly cells: TrialCells
  private readonly evaluator: Evaluator
  private readonly variables: Variables
  private readonly queryRules: SchoolConstraints

  constructor(cells: TrialCells, variables: Variables, queryRules: SchoolConstraints) {
    this.cells = cells
    this.evaluator = new Evaluator(cells)
    this.variables = variables
    this.queryRules = queryRules
  }

  /** From the slip it supposes, cells changed, query rules that still fail with it, and last year. */
  of({ changes, cause }: Solution): number {
    const trials = changes.map(({ cell, to }) => ({ cell, figure: numberOf(to) ?? 0 }))
    const touched = new Set(changes.flatMap(({ cell }) => this.queryRules.touching(cell)))
    const left = this.cells.with(
      trials,
      () => [...touched].filter((constraint) => this.evaluator.fails(constraint)).length,
    )
    const drift = changes.reduce((sum, change) => sum + this.drift(change), 0)
    return left * QUERY_LEFT + rank(cause) + changes.length + drift
  }

  /**
   * How much a change takes a cell away from last year (positive) or back towards it (negative),
   * in parts of last year's figure, bounded.
   */
  private drift({ cell, from, to }: Change): number {
    const last = this.variables.get(cell)?.lastYear
    if (typeof last !== 'number') return 0
    const away = (value: number): number =>
      Math.min(MOST_DRIFT, Math.max(0, Math.abs(value - last) - STILL) / Math.max(STILL, last))
    const copied = Number(from) === last && last >= SMALL ? COPIED : 0
    return DRIFT * (away(Number(to)) - away(Number(from))) + copied
  }
}

/** Failing constraints that share cells, directly or through others, belong together. */
function components(failing: Constraint[]): Constraint[][] {
  const groups = new Map<Constraint, Constraint[]>()
  const readBy = new Map<number, Constraint>()
  for (const constraint of failing) {
    let group = [constraint]
    groups.set(constraint, group)
    for (const cell of constraint.reads) {
      const other = readBy.get(cell)
      readBy.set(cell, constraint)
      const known = other === undefined ? undefined : groups.get(other)
      if (known === undefined || known === group) continue
      // The smaller joins the larger, so that no constraint is moved often.
      const [small, large] = known.length < group.length ? [known, group] : [group, known]
      for (const member of small) groups.set(member, large)
      large.push(...small)
      group = large
    }
  }
  return [...new Set(groups.values())]
}
