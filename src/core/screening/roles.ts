import type { Form } from '../../shared/model.ts'
import type { TableFigures } from '../rules/figures.ts'
import { plus } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import { asCount, remembered } from './county.ts'
import type { ScreenedSchool } from './county.ts'
import type { CellPattern, Role } from './settings.ts'

/** An item of a form found by its labels. */
export interface Found {
  form: Form
  index: number
}

/** A role's figure at a school. */
export interface RoleFigure {
  /** This year; null where a cell cannot be known or the table is not there. */
  now: Num | null
  lastYear: Num | null
  cells: Found[]
}

/** The items of the forms whose labels fit a pattern. */
export function itemsFitting(forms: readonly Form[], pattern: CellPattern): Found[] {
  return forms.flatMap((form) => {
    if (!pattern.table.test(form.title)) return []
    const rows = form.rows.map((row) => pattern.row.test(row.label))
    const columns = form.columns.map((column) => pattern.column.test(column.path.join('·')))
    return form.items.flatMap((item, index) =>
      item.kind === 'number' && rows[item.row] === true && columns[item.column] === true
        ? [{ form, index }]
        : [],
    )
  })
}

/**
 * A role's figure at a school: the sum over the tables of its kind of school in which the role is
 * found; null where its forms do not ask for it.
 */
export function roleReader(
  role: Role | undefined,
  forms: readonly Form[],
): (one: ScreenedSchool) => RoleFigure | null {
  const found = (role?.cells ?? []).flatMap((pattern) => itemsFitting(forms, pattern))
  return remembered(({ figures }) => {
    const cells = found.filter(({ form }) => figures.hasForm(form.id))
    if (cells.length === 0) return null
    const add = (table: (form: Form) => TableFigures): Num | null =>
      cells.reduce<Num | null>((sum, { form, index }) => {
        const own = table(form)
        const value = own === null ? null : asCount(own[index])
        return sum === null || value === null ? null : plus(sum, value)
      }, 0)
    return {
      now: add((form) => figures.table(form)),
      lastYear: add((form) => figures.lastYear(form)),
      cells,
    }
  })
}
