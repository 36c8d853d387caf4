import type { SentCell, SentSheet } from '../../shared/sent.ts'
import { addressOf } from './geometry.ts'

/** A place on the sheet, from 0. */
export interface Place {
  row: number
  column: number
}

/** The cells of a sheet by their place; a merged cell is found from every place it covers. */
export interface CellIndex {
  at: (row: number, column: number) => SentCell | undefined
  /** Cells of a row that begin in it, from the left. */
  inRow: (row: number) => readonly SentCell[]
  /** Cells that reach below the row they begin in. */
  tall: readonly SentCell[]
  rows: number
  columns: number
}

export function indexOf(sheet: SentSheet): CellIndex {
  const byPlace = new Map<string, SentCell>()
  const byRow = new Map<number, SentCell[]>()
  const tall: SentCell[] = []
  for (const cell of sheet.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1)
        byPlace.set(`${row} ${column}`, cell)
    const own = byRow.get(cell.row) ?? []
    own.push(cell)
    byRow.set(cell.row, own)
    if (cell.rowSpan > 1) tall.push(cell)
  }
  return {
    at: (row, column) => byPlace.get(`${row} ${column}`),
    inRow: (row) => byRow.get(row) ?? [],
    tall,
    rows: sheet.rowHeights.length,
    columns: sheet.columnWidths.length,
  }
}

/** Where the wished cell is on this sheet; null when it is not there. */
export function placeOf(
  sheet: SentSheet,
  at: { cell: string } | { item: string } | null,
): Place | null {
  if (at === null) return null
  const found = sheet.cells.find((cell) =>
    'item' in at ? cell.item === at.item : addressOf(cell.row, cell.column) === at.cell,
  )
  return found ? { row: found.row, column: found.column } : null
}

const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-15, 0],
  PageDown: [15, 0],
}

/**
 * Where a key leads from a place, as in Excel: over merged cells in one step, and with Ctrl (or
 * Home and End) to the end of the sheet. Null for a key that moves nowhere.
 */
export function moved(from: Place, key: string, far: boolean, index: CellIndex): Place | null {
  const last = { row: index.rows - 1, column: index.columns - 1 }
  if (key === 'Home') return anchor(index, far ? 0 : from.row, 0)
  if (key === 'End') return anchor(index, far ? last.row : from.row, last.column)
  const step = STEPS[key]
  if (!step) return null
  const [down, right] = step
  const here = index.at(from.row, from.column)
  const beyond = (size: number): number => (size > 0 ? size - 1 : 0)
  const reach = far ? Math.max(index.rows, index.columns) : 1
  const row = from.row + down * reach + (down > 0 ? beyond(here?.rowSpan ?? 1) : 0)
  const column = from.column + right * reach + (right > 0 ? beyond(here?.columnSpan ?? 1) : 0)
  return anchor(index, clamp(row, last.row), clamp(column, last.column))
}

function clamp(value: number, last: number): number {
  return Math.max(0, Math.min(last, value))
}

/** The place where the cell that covers this one begins. */
function anchor(index: CellIndex, row: number, column: number): Place {
  const cell = index.at(row, column)
  return cell ? { row: cell.row, column: cell.column } : { row, column }
}
