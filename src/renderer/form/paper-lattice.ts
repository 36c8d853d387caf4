import type { Paper, PaperCell } from '../../shared/paper.ts'
import type { Bounds, Spot } from '../grid/rectangle.ts'
import type { Field } from '../grid/steps.ts'

/** The item cells of a paper as lines and columns, without what is only printed. */
export interface Lattice {
  rows: readonly number[]
  columns: readonly number[]
  cellAt: (spot: Spot) => PaperCell | null
  spotOf: (cell: PaperCell) => Spot | null
}

/** Rows of a page when Shift and a page key extend the mark. */
const PAGE = 10

export function latticeOf(paper: Paper): Lattice {
  const items = paper.cells.filter((cell) => cell.item !== null)
  const sorted = (places: number[]): number[] => [...new Set(places)].toSorted((a, b) => a - b)
  const rows = sorted(items.map((cell) => cell.row))
  const columns = sorted(items.map((cell) => cell.column))
  const known = new Map(items.map((cell) => [`${cell.row} ${cell.column}`, cell]))
  return {
    rows,
    columns,
    cellAt: ({ row, column }) => known.get(`${rows[row]} ${columns[column]}`) ?? null,
    spotOf(cell) {
      const spot = { row: rows.indexOf(cell.row), column: columns.indexOf(cell.column) }
      return spot.row < 0 || spot.column < 0 ? null : spot
    },
  }
}

/** The form as its keys see it. */
export function fieldOfForm(lattice: Lattice, filled: (item: number) => boolean): Field {
  return {
    rows: lattice.rows.length,
    columns: lattice.columns.length,
    first: 0,
    page: PAGE,
    at(row, column) {
      const item = lattice.cellAt({ row, column })?.item ?? null
      return item === null ? 'none' : filled(item) ? 'filled' : 'empty'
    },
  }
}

/** Cells of items within a mark, line by line. */
export function cellsWithin(lattice: Lattice, { top, bottom, left, right }: Bounds): PaperCell[] {
  const found: PaperCell[] = []
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) {
      const cell = lattice.cellAt({ row, column })
      if (cell) found.push(cell)
    }
  return found
}

/**
 * The stretch of paper that a mark lies over, printed cells in between with their text, so that it
 * can be put back on the form where it was taken.
 *
 * @param textOf the text of an item's cell
 */
export function blockOf(
  paper: Paper,
  lattice: Lattice,
  { top, bottom, left, right }: Bounds,
  textOf: (item: number) => string,
): string[][] {
  const [first, last] = [lattice.rows[top] ?? 0, lattice.rows[bottom] ?? 0]
  const [west, east] = [lattice.columns[left] ?? 0, lattice.columns[right] ?? 0]
  const known = new Map(paper.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]))
  return Array.from({ length: last - first + 1 }, (_, down) =>
    Array.from({ length: east - west + 1 }, (__, across) => {
      const cell = known.get(`${first + down} ${west + across}`)
      if (!cell) return ''
      return cell.item === null ? cell.text : textOf(cell.item)
    }),
  )
}

/**
 * What clicking a printed cell marks: the items beside a label, under a heading; null where it has
 * none of either.
 */
export function markOfPrinted(lattice: Lattice, cell: PaperCell): Bounds | null {
  const covered = (places: readonly number[], start: number, span: number): number[] =>
    places.flatMap((place, at) => (place >= start && place < start + span ? [at] : []))
  const lines = covered(lattice.rows, cell.row, cell.rowSpan)
  const columns = covered(lattice.columns, cell.column, cell.columnSpan)
  const [width, height] = [lattice.columns.length, lattice.rows.length]
  const [top, bottom] = [lines[0], lines.at(-1)]
  const [left, right] = [columns[0], columns.at(-1)]
  const beside = cell.role === 'label' || (cell.role === 'code' && lines.length > 0)
  if (beside && top !== undefined && bottom !== undefined)
    return { top, bottom, left: 0, right: width - 1 }
  const over = cell.role === 'heading' || cell.role === 'code'
  if (over && left !== undefined && right !== undefined)
    return { top: 0, bottom: height - 1, left, right }
  return null
}
