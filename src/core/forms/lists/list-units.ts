import { perObject } from '../../memory/per-object.ts'
import type { SheetGrid } from '../sheet-grid.ts'
import { unitOf, unitsPrintedAt } from '../table-units.ts'
import { magnifiedUnit, unitInLabel } from '../units.ts'

/** How far down a unit is printed above a list. */
const FAR_DOWN = 60

/** The units that a sheet prints lowest above a row, found out once for all columns; the name of an office (单位：某校) is none. */
const unitsAbove = perObject((): Map<number, string[]> => new Map())

function findAbove(grid: SheetGrid, below: number): string[] {
  for (const row of grid.filledRows(0, Math.min(FAR_DOWN, below)).toReversed()) {
    for (const column of grid.anchors(row).toReversed()) {
      const units = unitsPrintedAt(grid, row, column).filter((unit) => magnifiedUnit(unit) !== null)
      if (units.length > 0) return units
    }
  }
  return []
}

/**
 * The unit of a column of figures of a list: as its heading says it, else as the sheet prints it
 * above the headings, where it fits what the heading asks for.
 *
 * @param headTop first row of the headings
 * @param path the column's headings from the top down
 */
export function unitOfColumn(
  grid: SheetGrid,
  headTop: number,
  path: readonly string[],
): string | null {
  const own = path.flatMap((text) => unitInLabel(text) ?? []).at(-1)
  if (own !== undefined) return own
  const known = unitsAbove(grid)
  const printed = known.get(headTop) ?? findAbove(grid, headTop)
  known.set(headTop, printed)
  return printed.length === 0 ? null : unitOf({ printed, headings: path, beside: null, label: '' })
}
