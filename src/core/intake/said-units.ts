import type { Form } from '../../shared/model.ts'
import { changesFigure } from '../cells/value.ts'
import { unitTextIn } from '../forms/furniture.ts'
import { headingPath } from '../forms/heading.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { printedUnits, unitOf } from '../forms/table-units.ts'
import { unitInLabel } from '../forms/units.ts'
import type { TableMap } from '../align/table-map.ts'
import type { PartPlan, TablePlan } from './table-plan.ts'

/**
 * Units that a returned sheet states where the form states others: whoever typed 万元 over a column
 * of 元 filled in 万元. What a sheet merely leaves out is the form's.
 *
 * @returns item index → the sheet's unit, where it makes the item's figure another one
 */
export function saidUnits(grid: SheetGrid, map: TableMap, plan: TablePlan): Map<number, string> {
  const said = new Map<number, string>()
  // A block of which no row was found has no header either.
  for (const part of plan.parts) if (part.rows.size > 0) inPart(grid, map.form, part, said)
  return said
}

function inPart(grid: SheetGrid, form: Form, plan: PartPlan, said: Map<number, string>): void {
  const { part, top } = plan
  const above = printedAbove(grid, plan)
  const printed = above !== null && form.unit !== null && above !== form.unit ? [above] : []
  const columns = form.columns.map(({ path }, at) => {
    const column = part.columnAt[at] ?? -1
    const headings = column < 0 ? [] : headingPath(grid, column, part.headTop, top - 1)
    const own = headings.findLast((text) => unitInLabel(text) !== null) ?? ''
    const changed = own !== '' && !path.some((text) => unitInLabel(text) === unitInLabel(own))
    return { headings, changed }
  })
  const rows = form.rows.map(({ label }, at) => {
    const row = part.rowAt[at] ?? -1
    const [column = -1] = part.stubColumns.slice(-1)
    const text = row < 0 || column < 0 ? '' : grid.text(row, column)
    const unit = unitInLabel(text)
    return { text, changed: unit !== null && unitInLabel(label) !== unit }
  })
  if (printed.length === 0 && !columns.some(isChanged) && !rows.some(isChanged)) return
  form.items.forEach((item, index) => {
    const [row, column] = [rows[item.row], columns[item.column]]
    if (row === undefined || column === undefined || item.kind !== 'number') return
    const { headings } = column
    if (headings.length === 0 || said.has(index)) return
    const stated = row.changed || column.changed || printed.length > 0
    const unit = stated ? unitOf({ printed, headings, beside: null, label: row.text }) : null
    if (unit !== null && changesFigure(unit, item.unit)) said.set(index, unit)
  })
}

const isChanged = ({ changed }: { changed: boolean }): boolean => changed

/** The one unit that the sheet prints above the table. */
function printedAbove(grid: SheetGrid, { part }: PartPlan): string | null {
  for (const row of grid.filledRows(part.region.from, part.headTop)) {
    for (const column of grid.anchors(row)) {
      const text = unitTextIn(grid.text(row, column))
      const [unit, ...more] = printedUnits(text)
      if (unit !== undefined) return more.length === 0 ? unit : null
    }
  }
  return null
}
