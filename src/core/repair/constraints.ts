import type { Form } from '../../shared/model.ts'
import type { SchoolFigures, TableFigures } from '../rules/figures.ts'
import { itemsOfRef } from '../rules/refs.ts'
import type { RuleProgram } from '../rules/rule.ts'
import type { Place } from '../rules/compile.ts'
import { asNumber, asTruth } from '../rules/value.ts'
import type { CellFigure } from '../rules/value.ts'
import { minus, over } from '../rules/number.ts'
import type { Num } from '../rules/number.ts'

type Running = Extract<RuleProgram, { ok: true }>

/** One error rule for one pair of codes, at one school: a constraint on its cells. */
export interface Constraint {
  /** "rule[row,column]" */
  id: string
  program: Running
  row: number
  column: number
  /** Cells of this year that it reads, as keys of `Cells`. */
  cells: string[]
}

/** A school's cells under change: reads fall through to the figures, trial values lie on top. */
export class Cells {
  private readonly school: SchoolFigures
  private readonly trial = new Map<string, CellFigure>()
  private readonly tables = new Map<Form, CellFigure[]>()

  constructor(school: SchoolFigures) {
    this.school = school
  }

  static key(form: Form, index: number): string {
    return `${form.id}|${String(index)}`
  }

  /** The cell's figure with trial values applied; null where the table is not there. */
  table(form: Form): TableFigures {
    const base = this.school.table(form)
    if (base === null || this.trial.size === 0) return base
    const known = this.tables.get(form)
    if (known !== undefined) return known
    const changed = base.map((figure, index) => this.trial.get(Cells.key(form, index)) ?? figure)
    this.tables.set(form, changed)
    return changed
  }

  lastYear(form: Form): TableFigures {
    return this.school.lastYear(form)
  }

  figure(form: Form, index: number): CellFigure {
    return this.table(form)?.[index] ?? 0
  }

  /** Runs `work` with some cells changed, then takes the changes back. */
  with<T>(changes: { key: string; figure: CellFigure }[], work: () => T): T {
    for (const { key, figure } of changes) this.trial.set(key, figure)
    this.tables.clear()
    try {
      return work()
    } finally {
      for (const { key } of changes) this.trial.delete(key)
      this.tables.clear()
    }
  }

  place(constraint: Pick<Constraint, 'program' | 'row' | 'column'>): Place {
    const { scope } = constraint.program
    return {
      school: this.school,
      tables: scope.slots.map((slot) =>
        slot.lastYear ? this.lastYear(slot.form) : this.table(slot.form),
      ),
      row: constraint.row,
      column: constraint.column,
    }
  }
}

/** All constraints that the error rules put on a school. */
export function constraintsOf(programs: RuleProgram[], school: SchoolFigures): Constraint[] {
  return programs.flatMap((program) => {
    if (!program.ok || program.rule.severity !== 'error') return []
    const { scope } = program
    if (!scope.slots.every((slot) => school.hasForm(slot.form.id))) return []
    return scope.rows.flatMap((rowCode, row) =>
      scope.columns.map((columnCode, column) => ({
        id: `${program.rule.id}[${rowCode},${columnCode}]`,
        program,
        row,
        column,
        cells: cellsOf(program, rowCode, columnCode),
      })),
    )
  })
}

function cellsOf(program: Running, row: string, column: string): string[] {
  const keys = new Set<string>()
  for (const ref of program.refs) {
    if (ref.lastYear) continue
    const form = program.scope.slots.find((slot) => slot.form.id === ref.form)?.form
    if (form === undefined) continue
    for (const index of itemsOfRef(form, ref, row, column)) keys.add(Cells.key(form, index))
  }
  return [...keys]
}

/** Whether a constraint fails now; what cannot be decided does not fail. */
export function fails(constraint: Constraint, cells: Cells): boolean {
  const { when, check } = constraint.program
  const place = cells.place(constraint)
  if (when !== null && asTruth(when.evaluate(place)) !== true) return false
  return asTruth(check.evaluate(place)) === false
}

/**
 * The value of a cell at which both sides of a failing comparison are equal, where the difference
 * of the sides depends on the cell in a straight line; null otherwise.
 */
export function solveFor(constraint: Constraint, key: string, now: Num, cells: Cells): Num | null {
  const { sides } = constraint.program.check
  if (sides === null) return null
  const gap = (value: Num): Num | null =>
    cells.with([{ key, figure: value }], () => {
      const place = cells.place(constraint)
      const left = asNumber(sides.left(place))
      const right = asNumber(sides.right(place))
      return typeof left === 'symbol' || typeof right === 'symbol' ? null : minus(left, right)
    })
  const at0 = gap(now)
  const at1 = gap(minus(now, -1))
  const at2 = gap(minus(now, -2))
  if (at0 === null || at1 === null || at2 === null) return null
  const slope = minus(at1, at0)
  const straight = minus(minus(at2, at1), slope)
  if (straight !== 0) return null
  const step = over(at0, slope)
  return step === null ? null : minus(now, step)
}
