import type { ListColumn } from '../../../shared/lists.ts'
import { changesFigure, isPercent, takeNumber } from '../../cells/value.ts'
import { fractionReadings } from '../../cells/fraction-in-percent.ts'
import { shownAs } from '../../cells/shown-number.ts'
import { isKnownUnit } from '../../cells/unit-size.ts'
import type { RawCell } from '../../model/sheet.ts'
import { headingPath } from '../../forms/heading.ts'
import { otherUnitBehind } from '../../cells/unit-behind.ts'
import { usualUnit } from '../../forms/units.ts'
import { unitOfColumn } from '../../forms/lists/list-units.ts'
import { unitsPerRow } from '../../lists/row-units.ts'
import type { ListSheet } from './list-sheet.ts'

/** In which unit the figures of a column of a returned list are to be taken. */
export interface UnitsSaid {
  /** That of the column, or of the row where rows say their own; null for none. */
  unit: string | null
  /** What the sheet's own heading says, where that makes the figure another one. */
  other: string | null
  /** What the figure is of. */
  words: string
  /** Whether rows say their units. */
  perRow?: boolean
}

/** The unit that a returned heading states where the form's states another, or none. */
function statedOver(
  { grid, columns, columnAt, headTop, headBottom }: ListSheet,
  at: number,
): string | null {
  const column = columnAt[at] ?? -1
  if (column < 0 || columns[at]?.kind !== 'number') return null
  const path = headingPath(grid, column, headTop, headBottom)
  const own = columns[at]?.heading.split('·').at(-1) ?? ''
  const behind = otherUnitBehind(own, path.at(-1) ?? '')
  const asked = behind?.was ?? columns[at]?.unit ?? null
  if (behind !== null && changesFigure(behind.unit, asked)) return behind.unit
  return unitOfColumn(grid, headTop, path)
}

/** How the unit of a cell of a list is told, for one of its columns. */
export function unitsOver(sheet: ListSheet, at: number): (row: number) => UnitsSaid {
  const { columns, columnAt, grid } = sheet
  const column = columns[at]
  const stated = statedOver(sheet, at)
  const own = column?.unit ?? null
  const words = column?.heading ?? ''
  const perRow = unitsPerRow(columns)
  if (perRow?.figure === at) {
    const beside = columnAt[perRow.unit] ?? -1
    return (row) => {
      const text = beside < 0 ? '' : grid.text(row, beside)
      const unit = text === '' ? stated : usualUnit(text)
      const said = columnAt.map((one) => (one < 0 ? '' : grid.text(row, one))).join(' ')
      return { unit, other: null, words: said, perRow: true }
    }
  }
  const other = stated !== null && changesFigure(stated, own) ? stated : null
  return () => ({ unit: own, other, words })
}

/** The unit that a figure carries itself, typed behind it or shown by its format; null for none. */
export function unitCarried(cell: RawCell | undefined): string | null {
  if (cell === undefined) return null
  if (isPercent(cell)) return '%'
  if (cell.kind === 'number' && cell.format !== undefined) {
    const shown = shownAs(cell.value, cell.format)
    return knownUnit(shown !== null && 'unit' in shown ? shown.unit : '')
  }
  if (cell.kind !== 'text') return null
  const text = cell.value.normalize('NFKC').replaceAll(/\s/gu, '')
  return knownUnit(/^[+-]?\d[\d,]*(?:\.\d+)?(\D.*)$/u.exec(text)?.[1] ?? '')
}

function knownUnit(written: string): string | null {
  return written !== '' && isKnownUnit(written) ? usualUnit(written) : null
}

/**
 * The unit of each row that its unit's cell leaves open and its figure carries: 102400平方米 beside an
 * empty 计量单位. By the row's place in the list.
 */
export function unitsFromFigures(sheet: ListSheet, rows: readonly number[]): Map<number, string> {
  const found = new Map<number, string>()
  const { columns, columnAt, grid } = sheet
  const perRow = unitsPerRow(columns)
  const figure = perRow === null ? -1 : (columnAt[perRow.figure] ?? -1)
  if (perRow === null || figure < 0) return found
  const stated = statedOver(sheet, perRow.figure)
  const beside = columnAt[perRow.unit] ?? -1
  rows.forEach((row, at) => {
    if (beside >= 0 && grid.text(row, beside) !== '') return
    const unit = unitCarried(grid.cell(row, figure)) ?? stated
    if (unit !== null) found.set(at, unit)
  })
  return found
}

/** Both readings of a figure in % that may be a fraction; null where there is no doubt. */
export function percentDoubt(
  cell: RawCell,
  column: ListColumn,
  { unit, words }: UnitsSaid,
): string | null {
  if (unit !== '%' || unitCarried(cell) === '%') return null
  const { state, value } = takeNumber(cell, { unit })
  return state === 'number' ? fractionReadings(value, `${column.heading}${words}`) : null
}
