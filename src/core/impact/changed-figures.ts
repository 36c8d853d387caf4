import type { Form } from '../../shared/model.ts'
import type { SchoolFigures } from '../rules/figures.ts'
import type { CellFigure } from '../rules/value.ts'

/** A cell as it would read. */
export interface CellChanged {
  form: Form
  index: number
  to: CellFigure
}

/** A school's figures with some cells changed; the figures themselves stay as they are. */
export function changedFigures(
  figures: SchoolFigures,
  changes: readonly CellChanged[],
): SchoolFigures {
  return {
    ...figures,
    table(form) {
      const own = changes.filter((change) => change.form === form)
      const table = figures.table(form)
      if (own.length === 0 || table === null) return table
      const changed = [...table]
      for (const { index, to } of own) changed[index] = to
      return changed
    },
  }
}

/** A school's figures as if this year's were last year's, in one table. */
export function asLastYear(figures: SchoolFigures, form: Form): SchoolFigures {
  return {
    ...figures,
    table: (wanted) => (wanted === form ? figures.lastYear(form) : figures.table(wanted)),
  }
}
