import { isKey } from '../commands/key.ts'
import type { Stroke } from '../commands/key.ts'
import type { Bounds, Spot } from './rectangle.ts'

/** What stands at a place: something, nothing yet, or there is no cell to stand at. */
export type Place = 'filled' | 'empty' | 'none'

/** A sheet as far as its keys are concerned; rows and columns from 0. */
export interface Field {
  rows: number
  columns: number
  /** The first column that is not frozen: where Home goes. */
  first: number
  /** Rows that a page holds. */
  page: number
  at: (row: number, column: number) => Place
}

type Way = readonly [down: number, right: number]

const ARROWS: Record<string, Way> = {
  Up: [-1, 0],
  Down: [1, 0],
  Left: [0, -1],
  Right: [0, 1],
}

/** Where a key of a spreadsheet goes from a cell, and whether what lies between gets marked. */
export interface Stride {
  to: Spot
  marks: boolean
}

/**
 * Where Home, End, a page, or an arrow with Ctrl or Shift goes, as in Excel and WPS. A bare arrow is
 * none of these: null.
 *
 * @param from the moving end of the mark where Shift is held, else the cell with the keyboard
 */
export function strideOf(stroke: Stroke, from: Spot, field: Field): Stride | null {
  // Not spread: an event keeps its fields on its prototype.
  const { key, ctrlKey, metaKey, altKey, shiftKey: marks } = stroke
  const plain = { key, ctrlKey, metaKey, altKey, shiftKey: false }
  const to = (row: number, column: number): Stride => ({
    to: { row: clamp(row, field.rows), column: clamp(column, field.columns) },
    marks,
  })
  for (const [name, way] of Object.entries(ARROWS)) {
    if (isKey(`Ctrl+${name}`, plain)) return { to: edgeOfData(from, way, field), marks }
    if (marks && isKey(name, plain)) return { to: nextCell(from, way, field), marks }
  }
  if (isKey('Home', plain)) return to(from.row, Math.min(field.first, from.column))
  if (isKey('End', plain)) return to(from.row, field.columns - 1)
  if (isKey('Ctrl+Home', plain)) return to(0, field.first)
  if (isKey('Ctrl+End', plain)) return to(field.rows - 1, field.columns - 1)
  if (marks && isKey('PageDown', plain)) return to(from.row + field.page, from.column)
  if (marks && isKey('PageUp', plain)) return to(from.row - field.page, from.column)
  return null
}

/**
 * Ctrl with an arrow: from within a run of figures to its end, from its end or from an empty cell to
 * the next figure, and where there is none to the last cell of the sheet. Places without a cell are
 * passed over.
 */
export function edgeOfData(from: Spot, way: Way, field: Field): Spot {
  const next = nextCell(from, way, field)
  if (same(next, from)) return from
  const filled = (spot: Spot): boolean => field.at(spot.row, spot.column) === 'filled'
  const run = filled(from) && filled(next)
  let at = next
  for (;;) {
    if (!run && filled(at)) return at
    const after = nextCell(at, way, field)
    if (same(after, at) || (run && !filled(after))) return at
    at = after
  }
}

/** The next cell in a direction; the same where there is none. */
export function nextCell(from: Spot, [down, right]: Way, field: Field): Spot {
  let row = from.row + down
  let column = from.column + right
  while (row >= 0 && row < field.rows && column >= 0 && column < field.columns) {
    if (field.at(row, column) !== 'none') return { row, column }
    row += down
    column += right
  }
  return from
}

/**
 * Tab and Enter inside a mark of several cells: on to the next of them, line by line or column by
 * column, from the last to the first. null where none of them can be stood at.
 */
export function insideNext(
  from: Spot,
  bounds: Bounds,
  along: 'row' | 'column',
  back: boolean,
  canStand: (spot: Spot) => boolean,
): Spot | null {
  const height = bounds.bottom - bounds.top + 1
  const width = bounds.right - bounds.left + 1
  const cells = height * width
  const [row, column] = [from.row - bounds.top, from.column - bounds.left]
  const start = along === 'row' ? row * width + column : column * height + row
  for (let step = 1; step <= cells; step += 1) {
    const at = (start + (back ? -step : step) + cells * 2) % cells
    const spot =
      along === 'row'
        ? { row: bounds.top + Math.floor(at / width), column: bounds.left + (at % width) }
        : { row: bounds.top + (at % height), column: bounds.left + Math.floor(at / height) }
    if (canStand(spot)) return spot
  }
  return null
}

const same = (a: Spot, b: Spot): boolean => a.row === b.row && a.column === b.column

function clamp(at: number, size: number): number {
  return Math.max(0, Math.min(size - 1, at))
}
