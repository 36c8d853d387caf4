import type { Form } from '../../shared/model.ts'
import type { SchoolFigures, TableFigures } from '../rules/figures.ts'
import type { CellFigure } from '../rules/value.ts'

/** Number of a cell, counted through all forms: what a search holds in sets and lists. */
export type CellNumber = number

/** Numbers the cells of all forms through. */
export class CellNumbers {
  private readonly first = new Map<Form, number>()
  private readonly places: { form: Form; index: number }[] = []

  constructor(forms: Form[]) {
    for (const form of forms) {
      this.first.set(form, this.places.length)
      form.items.forEach((_, index) => this.places.push({ form, index }))
    }
  }

  /** @throws Error for a form that was not numbered */
  of(form: Form, index: number): CellNumber {
    const first = this.first.get(form)
    if (first === undefined) throw new Error(`form ${form.id} is not numbered`)
    return first + index
  }

  /** @throws Error for a number that was not given out */
  place(cell: CellNumber): { form: Form; index: number } {
    const place = this.places[cell]
    if (place === undefined) throw new Error(`no cell ${String(cell)}`)
    return place
  }
}

/** A value tried in a cell. */
export interface Trial {
  cell: CellNumber
  figure: CellFigure
}

/** A school's figures of this year in a copy that a search may change; the figures stay as they are. */
export class TrialCells {
  readonly school: SchoolFigures
  private readonly numbers: CellNumbers
  private readonly tables = new Map<Form, TableFigures>()

  constructor(school: SchoolFigures, numbers: CellNumbers) {
    this.school = school
    this.numbers = numbers
  }

  /** The table with trial values in it: one and the same list at every call. */
  table(form: Form): TableFigures {
    const known = this.tables.get(form)
    if (known !== undefined) return known
    const copy = this.school.table(form)?.slice() ?? null
    this.tables.set(form, copy)
    return copy
  }

  /** Runs `work` with some cells changed, then puts them back. */
  with<T>(trials: Trial[], work: () => T): T {
    const before = trials.map((trial) => this.put(trial))
    try {
      return work()
    } finally {
      // Backwards: a cell changed twice gets back what it had first.
      for (const trial of before.reverse()) this.put(trial)
    }
  }

  /** Puts a value in and tells what stood there. */
  private put({ cell, figure }: Trial): Trial {
    const { form, index } = this.numbers.place(cell)
    const table = this.table(form)
    const was = table?.[index] ?? 0
    if (table !== null) table[index] = figure
    return { cell, figure: was }
  }
}
