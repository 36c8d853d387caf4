import type { Paper, PaperCell } from '../../shared/paper.ts'
import { intend } from '../grid/paste.ts'
import type { Intended, Target } from '../grid/paste.ts'

/** Cells of the paper by place; of a merged one only its first place. */
function placesOf(cells: readonly PaperCell[]): (row: number, column: number) => PaperCell | null {
  const places = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]))
  return (row, column) => places.get(`${row} ${column}`) ?? null
}

/** Printed text as compared: width, white space and leading zeros of codes do not count. */
const printed = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/^0+(?=\d)/u, '')

/**
 * A block put on the form as it lies there on paper, its upper left cell at `from`. Where the block
 * brings the form's own labels and codes along, they are passed over; a line or column whose label
 * is another than the printed one is refused as a whole, so that no figure stands beside a name it
 * was not meant for.
 *
 * @param targetOf the cell that an item's figure stands in
 */
export function putOnPaper(
  block: readonly (readonly string[])[],
  paper: Paper,
  from: PaperCell,
  targetOf: (item: number) => Target | null,
): Intended {
  const placeAt = placesOf(paper.cells)
  const cellAt = (row: number, column: number): PaperCell | null =>
    placeAt(from.row + row, from.column + column)
  /** Printed text of the paper over which the block has another; '' where they agree. */
  const other = (row: number, column: number): string => {
    const cell = cellAt(row, column)
    const text = printed(block[row]?.[column] ?? '')
    if (cell === null || cell.item !== null || text === '' || cell.text === '') return ''
    return printed(cell.text) === text ? '' : cell.text
  }
  const lines = Array.from(block.keys())
  const columns = Array.from(Array(Math.max(0, ...block.map((line) => line.length))).keys())
  const wrongLines = new Set(
    lines.filter((row) =>
      block[row]?.some((_, column) => !isHeading(cellAt(row, column)) && other(row, column) !== ''),
    ),
  )
  const wrongColumns = new Set(
    columns.filter((column) =>
      lines.some((row) => isHeading(cellAt(row, column)) && other(row, column) !== ''),
    ),
  )
  const put: Intended = { changes: [], refused: [] }
  for (const [row, line] of block.entries())
    for (const [column, text] of line.entries()) {
      const cell = cellAt(row, column)
      if (cell !== null && cell.item === null && other(row, column) === '') {
        if (cell.text !== '' || text.trim() === '') continue
      }
      const target = cell === null || cell.item === null ? null : targetOf(cell.item)
      const where = cell?.text ?? ''
      if (target === null) {
        const why = cell === null ? 'outside' : 'printed'
        if (text.trim() !== '') put.refused.push({ where, value: text, why })
      } else if (wrongLines.has(row) || wrongColumns.has(column)) {
        if (text.trim() !== '' && text !== target.copied)
          put.refused.push({ where: target.item, value: text, why: 'other-label' })
      } else {
        const one = intend([[text]], () => target)
        put.changes.push(...one.changes)
        put.refused.push(...one.refused)
      }
    }
  return put
}

const isHeading = (cell: PaperCell | null): boolean => cell?.role === 'heading'
