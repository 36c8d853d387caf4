import { isKnownUnit } from '../cells/unit-size.ts'
import { keptForTexts } from '../memory/kept-for-text.ts'
import { unitTextIn } from './furniture.ts'
import type { SheetGrid } from './sheet-grid.ts'
import { printedUnits } from './table-units.ts'

/** 单位： in a cell of its own, what it is standing in the next. */
const UNIT_FIELD = /^(?:计量|金额|面积|数量)?单位\s*[:：]$/u

const unitsPrinted = keptForTexts((text) => printedUnits(unitTextIn(text)))

/** The units that a cell prints for what stands below it: 单位：万元, or 单位： with 万元 in the next cell. */
export function unitsPrintedAt(grid: SheetGrid, row: number, column: number): string[] {
  const text = grid.text(row, column)
  const beside = isField(grid, row, column) ? unitsBeside(grid, row, column) : []
  return beside.length > 0 ? beside : unitsPrinted(text)
}

/** Whether a cell says nothing but the unit of what stands below: 单位：万元, or 万元 behind 单位：. */
export function isUnitNote(grid: SheetGrid, row: number, column: number): boolean {
  if (unitsPrintedAt(grid, row, column).length > 0) return true
  const before = grid.anchors(row).findLast((at) => at < column)
  return (
    before !== undefined && isField(grid, row, before) && unitsBeside(grid, row, before).length > 0
  )
}

const isField = (grid: SheetGrid, row: number, column: number): boolean =>
  UNIT_FIELD.test(grid.text(row, column))

function unitsBeside(grid: SheetGrid, row: number, column: number): string[] {
  const next = grid.anchors(row).find((at) => at > column)
  const units = next === undefined ? [] : printedUnits(grid.text(row, next))
  return units.every(isKnownUnit) ? units : []
}
