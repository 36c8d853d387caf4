import { latticeOf } from '../../shared/shown.ts'
import type { PlacedCell, ShownTable } from '../../shared/shown.ts'

/** So much more than a page's width is still drawn on one page. */
const CLOSER = 1.25

/** A table, or as many of its columns as fit on a page's width, with the columns of names repeated. */
export interface PageTable {
  widths: number[]
  lines: { kind: 'head' | 'row' | 'sum'; cells: (PlacedCell & { column: number })[] }[]
}

/**
 * Divides a table into pages side by side.
 *
 * @param room characters that a page's width holds
 */
export function pagesOf(table: ShownTable, room: number): PageTable[] {
  const lattice = latticeOf(table)
  const { widths, names } = table
  const fixed = widths.slice(0, names).reduce((sum, one) => sum + one, 0)
  // A little more than a page is drawn closer together rather than parted.
  const whole = widths.reduce((sum, one) => sum + one, 0) <= room * CLOSER
  const blocks: number[][] = [[]]
  let filled = fixed
  widths.forEach((width, column) => {
    if (column < names) return
    if (!whole && filled + width > room && (blocks.at(-1)?.length ?? 0) > 0) {
      blocks.push([])
      filled = fixed
    }
    blocks.at(-1)?.push(column)
    filled += width
  })
  const before = widths.slice(0, names).map((_, at) => at)
  return blocks.map((block) => {
    const columns = [...before, ...block]
    return {
      widths: columns.map((column) => widths[column] ?? 0),
      lines: lattice.map((line, at) => ({
        kind: table.lines[at]?.kind ?? 'row',
        cells: cellsIn(line, columns),
      })),
    }
  })
}

/** The cells of a line in these columns; one that begins before them begins with the first of them. */
function cellsIn(
  line: readonly (PlacedCell | null)[],
  columns: readonly number[],
): (PlacedCell & { column: number })[] {
  const wanted = new Set(columns)
  return line.flatMap((cell, column) => {
    if (!cell) return []
    const covered = columns.filter((one) => one >= column && one < column + cell.across)
    const [first] = covered
    if (first === undefined || !wanted.has(first)) return []
    return [{ ...cell, across: covered.length, column: first }]
  })
}
