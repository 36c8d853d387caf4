import type { Form } from '../../shared/model.ts'
import { changesFigure } from '../cells/value.ts'
import { headingRole } from '../forms/furniture.ts'
import { headingPath } from '../forms/heading.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import {
  differsInSize,
  isSameFamily,
  unitOf,
  unitsNotedBelow,
  unitsPrintedAbove,
} from '../forms/table-units.ts'
import { otherUnitBehind } from '../cells/unit-behind.ts'
import { unitInLabel, usualUnit } from '../forms/units.ts'
import type { TableMap } from '../align/table-map.ts'
import { Bounded } from '../memory/bounded.ts'
import { perObject } from '../memory/per-object.ts'
import type { PartPlan, TablePlan } from './table-plan.ts'

/** Item index → the sheet's unit, where it makes the item's figure another one. */
type Units = ReadonlyMap<number, string>

/**
 * Units that a returned sheet states where the form states others: whoever typed 万元 over a column
 * of 元 filled in 万元. What a sheet merely leaves out is the form's.
 */
export function saidUnits(grid: SheetGrid, map: TableMap, plan: TablePlan): Units {
  // A block of which no row was found has no header either.
  const stated = plan.parts
    .filter(({ rows }) => rows.size > 0)
    .map((part) => inPart(grid, map, part))
  const [only] = stated
  if (stated.length === 1 && only !== undefined) return only
  const said = new Map<number, string>()
  for (const units of stated)
    for (const [index, unit] of units) if (!said.has(index)) said.set(index, unit)
  return said
}

/** Found out once for all sheets that say the same over and beside their figures: nearly all of a layout do. */
const knownOf = perObject<PartPlan, Bounded<Units>>(() => new Bounded(20))

function inPart(grid: SheetGrid, { form }: TableMap, plan: PartPlan): Units {
  // Above the first of several tables they hold for those below.
  const printed = unitsPrintedAbove(grid, plan.part.headTop)
  const { all, some } = unitsNotedBelow(grid, Math.max(-1, ...plan.rows))
  const noted = [...new Set([...all, ...some])]
  const key = [printed.join('、'), noted.join('、'), ...wordsAround(grid, plan)].join('\n')
  const known = knownOf(plan)
  const units = known.get(key) ?? withNoted(unitsIn(grid, form, plan, printed), form, noted)
  known.set(key, units)
  return units
}

/** Every text that can name a unit: those of the header and beside the rows. */
function wordsAround(grid: SheetGrid, { part, top, rows }: PartPlan): string[] {
  const words: string[] = []
  for (let row = part.headTop; row < top; row++) {
    for (const cell of grid.sheet.cells[row] ?? []) words.push(cell?.value ?? '')
  }
  const [column = -1] = part.stubColumns.slice(-1)
  const beside = unitColumn(grid, part, top)
  for (const row of rows) {
    words.push(grid.rawText(row, column))
    if (beside >= 0) words.push(grid.rawText(row, beside))
  }
  return words
}

/** The sheet's column of units (计量单位); -1 where it has none. */
function unitColumn(grid: SheetGrid, part: PartPlan['part'], top: number): number {
  for (let row = part.headTop; row < top; row++) {
    const line = grid.sheet.cells[row] ?? []
    const at = line.findIndex((cell) => cell?.kind === 'text' && headingRole(cell.value) === 'unit')
    if (at >= 0 && !part.stubColumns.includes(at) && !part.columnAt.includes(at)) return at
  }
  return -1
}

function unitsIn(grid: SheetGrid, form: Form, plan: PartPlan, above: string[]): Units {
  const said = new Map<number, string>()
  const { part, top } = plan
  const [only] = above
  const printed = above.length === 1 && only === form.unit ? [] : above
  const columns = form.columns.map(({ path }, at) => {
    const column = part.columnAt[at] ?? -1
    const headings = column < 0 ? [] : headingPath(grid, column, part.headTop, top - 1)
    const own = headings.findLast((text) => unitInLabel(text) !== null) ?? ''
    const changed = own !== '' && !path.some((text) => unitInLabel(text) === unitInLabel(own))
    const says = otherUnitBehind(
      path.at(-1) ?? '',
      headings.findLast((text) => !/^\d*$/u.test(text)) ?? '',
    )
    return { headings, changed, says }
  })
  const unitsAt = unitColumn(grid, part, top)
  const rows = form.rows.map(({ label }, at) => {
    const row = part.rowAt[at] ?? -1
    const [column = -1] = part.stubColumns.slice(-1)
    const text = row < 0 || column < 0 ? '' : grid.text(row, column)
    const unit = unitInLabel(text)
    const near = row < 0 || unitsAt < 0 ? '' : grid.text(row, unitsAt)
    const beside = near === '' ? null : usualUnit(near)
    const own = form.items.find((item) => item.row === at && item.kind === 'number')?.unit ?? null
    // What a form asks for in 人 and a sheet says beside to be 万人 is in 万人.
    const other = beside !== null && changesFigure(beside, own)
    const changed = other || (unit !== null && unitInLabel(label) !== unit)
    const says = otherUnitBehind(label, text)
    return { text, changed, beside: other ? beside : null, says }
  })
  const lines = [...rows, ...columns]
  if (printed.length === 0 && !lines.some(({ changed, says }) => changed || says !== null))
    return said
  form.items.forEach((item, index) => {
    const [row, column] = [rows[item.row], columns[item.column]]
    if (row === undefined || column === undefined || item.kind !== 'number') return
    const { headings } = column
    if (headings.length === 0) return
    const behind = row.says ?? column.says
    if (behind !== null && changesFigure(behind.unit, behind.was ?? item.unit)) {
      said.set(index, behind.unit)
      return
    }
    const stated = row.changed || column.changed || printed.length > 0
    const one = stated ? unitOf({ printed, headings, beside: row.beside, label: row.text }) : null
    const unit = one ?? eitherOf(printed, item.unit)
    if (unit === null || !changesFigure(unit, item.unit)) return
    // Of several units above a table another may be meant than that of a column of units.
    if (printed.length > 1 && (item.unit === null || !isSameFamily(unit, item.unit))) return
    // A unit of the item's own (平方米 beside its row) is none of the table's, which changed.
    const { unit: own } = item
    const byTable = own === null || own === form.unit || row.changed || column.changed
    if (!byTable && !isSameFamily(unit, own)) return
    said.set(index, unit)
  })
  return said
}

/** Where a sheet prints 元（万元） over an item of 万元, the other of the two. */
function eitherOf(printed: readonly string[], unit: string | null): string | null {
  if (unit === null || !printed.includes(unit)) return null
  return printed.find((one) => differsInSize(one, unit)) ?? null
}

function withNoted(units: Units, form: Form, noted: readonly string[]): Units {
  if (noted.length === 0) return units
  const said = new Map(units)
  form.items.forEach(({ kind, unit }, index) => {
    if (kind !== 'number' || unit === null || said.has(index)) return
    // Where the note names the item's own unit too (元 here, 万元 there), it is not of this item.
    const fitting = noted.filter((one) => isSameFamily(one, unit))
    const [other] = fitting
    if (fitting.length === 1 && other !== undefined && changesFigure(other, unit))
      said.set(index, other)
  })
  return said
}
