import type { Paper, PaperCell } from '../../shared/paper.ts'

/** One place in a row of the drawn table: a cell of the paper, or an empty place where the paper has none. */
export type Place = { cell: PaperCell } | { gap: number; column: number }

/**
 * The paper's cells row by row as an HTML table wants them: every place is either covered by a
 * merged cell from above or left, or filled by a cell or a gap.
 */
export function layoutOf(paper: Paper): Place[][] {
  const height = Math.max(
    paper.rowHeights.length,
    ...paper.cells.map((cell) => cell.row + cell.rowSpan),
  )
  const width = Math.max(
    paper.columnWidths.length,
    ...paper.cells.map((cell) => cell.column + cell.columnSpan),
  )
  const covered = Array.from({ length: height }, () => Array.from({ length: width }, () => false))
  const starts = new Map(paper.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]))
  for (const cell of paper.cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
      covered[row]?.fill(true, cell.column, cell.column + cell.columnSpan)
  return covered.map((places, row) => {
    const line: Place[] = []
    for (let column = 0; column < width; column += 1) {
      const cell = starts.get(`${row} ${column}`)
      if (cell) line.push({ cell })
      else if (places[column] === false) {
        const last = line.at(-1)
        if (last && 'gap' in last && last.column + last.gap === column) last.gap += 1
        else line.push({ gap: 1, column })
      }
    }
    return line
  })
}

/** The item cell nearest in a direction, for the arrow keys; the same cell when there is none. */
export function neighbour(
  cells: readonly PaperCell[],
  from: PaperCell,
  down: number,
  right: number,
): PaperCell {
  let best = from
  let nearest = Infinity
  for (const cell of cells) {
    if (cell.item === null) continue
    const rows = cell.row - from.row
    const columns = cell.column - from.column
    const along = rows * down + columns * right
    const across = Math.abs(rows * right) + Math.abs(columns * down)
    // Straight ahead beats nearer but aside.
    const distance = along + across * 1000
    if (along > 0 && distance < nearest) {
      best = cell
      nearest = distance
    }
  }
  return best
}
