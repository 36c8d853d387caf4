import { itemsOfRef } from '../rules/refs.ts'
import { visitRule } from '../rules/rule.ts'
import type { RuleProgram } from '../rules/rule.ts'
import type { Sides } from '../rules/compile.ts'
import type { Place } from '../rules/place.ts'
import type { SchoolFigures, TableFigures } from '../rules/figures.ts'
import type { ItemRef } from '../rules/tree.ts'
import { asNumber, asTruth } from '../rules/value.ts'
import { minus, over } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import type { CellNumber, CellNumbers, TrialCells } from './cells.ts'

type Running = Extract<RuleProgram, { ok: true }>

/** One rule for one pair of codes: what it asks of the cells it reads. */
export interface Constraint {
  /** "rule[row,column]" */
  id: string
  program: Running
  row: number
  column: number
  /** Cells of this year that its check reads; a change elsewhere cannot mend it. */
  reads: ReadonlySet<CellNumber>
}

/**
 * The constraints that rules put on the cells of a county's forms: the same for every school that
 * has the tables, so they are worked out once for a set of rules.
 */
export class ConstraintSet {
  private readonly byProgram = new Map<Running, Constraint[]>()
  private readonly byCell = new Map<CellNumber, Constraint[]>()
  private readonly numbers: CellNumbers

  constructor(programs: RuleProgram[], numbers: CellNumbers) {
    this.numbers = numbers
    for (const program of programs) {
      if (program.ok) this.byProgram.set(program, this.constraintsOf(program))
    }
  }

  /** Those of the rules that concern a school. */
  of(school: SchoolFigures): SchoolConstraints {
    const programs = [...this.byProgram.keys()].filter(({ scope }) =>
      scope.slots.every((slot) => school.hasForm(slot.form.id)),
    )
    return new SchoolConstraints(school, new Set(programs), this.byProgram, this.byCell)
  }

  private constraintsOf(program: Running): Constraint[] {
    const { scope } = program
    return scope.rows.flatMap((rowCode, row) =>
      scope.columns.map((columnCode, column) => {
        const id = `${program.rule.id}[${rowCode},${columnCode}]`
        const reads = this.cellsOf(program, program.refs, rowCode, columnCode)
        const constraint: Constraint = { id, program, row, column, reads }
        const asks = this.cellsOf(program, program.whenRefs, rowCode, columnCode)
        for (const cell of new Set([...reads, ...asks])) this.enter(cell, constraint)
        return constraint
      }),
    )
  }

  private cellsOf(
    { scope }: Running,
    refs: ItemRef[],
    row: string,
    column: string,
  ): Set<CellNumber> {
    const cells = new Set<CellNumber>()
    for (const ref of refs) {
      const form = scope.slots.find((slot) => slot.form.id === ref.form)?.form
      if (ref.lastYear || form === undefined) continue
      for (const index of itemsOfRef(form, ref, row, column))
        cells.add(this.numbers.of(form, index))
    }
    return cells
  }

  private enter(cell: CellNumber, constraint: Constraint): void {
    const known = this.byCell.get(cell)
    if (known === undefined) this.byCell.set(cell, [constraint])
    else known.push(constraint)
  }
}

/** The constraints on one school. */
export class SchoolConstraints {
  private readonly school: SchoolFigures
  private readonly concerned: ReadonlySet<Running>
  private readonly byProgram: ReadonlyMap<Running, Constraint[]>
  private readonly byCell: ReadonlyMap<CellNumber, Constraint[]>

  constructor(
    school: SchoolFigures,
    concerned: ReadonlySet<Running>,
    byProgram: ReadonlyMap<Running, Constraint[]>,
    byCell: ReadonlyMap<CellNumber, Constraint[]>,
  ) {
    this.school = school
    this.concerned = concerned
    this.byProgram = byProgram
    this.byCell = byCell
  }

  /** Those whose verdict may change with a cell: it stands in their check or their condition. */
  touching(cell: CellNumber): Constraint[] {
    return (this.byCell.get(cell) ?? []).filter(({ program }) => this.concerned.has(program))
  }

  /** Cells that the constraints read. */
  cells(): CellNumber[] {
    return [...this.byCell.keys()].filter((cell) => this.touching(cell).length > 0)
  }

  /** Those that the school's own figures break. */
  failing(): Constraint[] {
    const found: Constraint[] = []
    for (const program of this.concerned) {
      const own = this.byProgram.get(program) ?? []
      visitRule(program, this.school, (verdict, { row, column }) => {
        const constraint = own[row * program.scope.columns.length + column]
        if (verdict === 'fail' && constraint !== undefined) found.push(constraint)
      })
    }
    return found
  }
}

type At = Pick<Constraint, 'program' | 'row' | 'column'>

/** Constraints on a school's cells as they stand in a trial. */
export class Evaluator {
  private readonly cells: TrialCells
  private readonly tables = new Map<Running, TableFigures[]>()

  constructor(cells: TrialCells) {
    this.cells = cells
  }

  /** Whether a constraint fails now; what cannot be decided does not fail. */
  fails(constraint: Constraint): boolean {
    const { when, check } = constraint.program
    const place = this.place(constraint)
    if (when !== null && asTruth(when.evaluate(place)) !== true) return false
    return asTruth(check.evaluate(place)) === false
  }

  /**
   * The values of a cell at which both sides of a comparison that the constraint asks for are
   * equal, where their difference depends on the cell in a straight line.
   */
  solve({ program, row, column }: Constraint, cell: CellNumber, now: Num): Num[] {
    return program.check.comparisons.flatMap((sides) => {
      const gap = (figure: Num): Num | null =>
        this.gap(sides, { program, row, column }, cell, figure)
      const at0 = gap(now)
      const at1 = gap(minus(now, -1))
      const at2 = gap(minus(now, -2))
      if (at0 === null || at1 === null || at2 === null) return []
      const slope = minus(at1, at0)
      if (minus(minus(at2, at1), slope) !== 0) return []
      const step = over(at0, slope)
      return step === null ? [] : [minus(now, step)]
    })
  }

  /** How far the sides of a comparison are apart with a value in a cell. */
  private gap(sides: Sides, at: At, cell: CellNumber, figure: Num): Num | null {
    return this.cells.with([{ cell, figure }], () => {
      const place = this.place(at)
      const left = asNumber(sides.left(place))
      const right = asNumber(sides.right(place))
      return typeof left === 'symbol' || typeof right === 'symbol' ? null : minus(left, right)
    })
  }

  private place({ program, row, column }: At): Place {
    let tables = this.tables.get(program)
    if (tables === undefined) {
      const { school } = this.cells
      tables = program.scope.slots.map(({ form, lastYear, past }) =>
        lastYear ? school.lastYear(form, past) : this.cells.table(form),
      )
      this.tables.set(program, tables)
    }
    return { school: this.cells.school, tables, row, column }
  }
}
