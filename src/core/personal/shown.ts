import { latticeOf, shownFigure } from '../../shared/shown.ts'
import type { ShownCell, ShownTable } from '../../shared/shown.ts'
import { asksForName, asksForTelephone, looksLikeName, maskedMark, maskedText } from './marks.ts'

/**
 * A table of the window on its way into a file: what stands under or beside a label that asks for a person's
 * name or telephone number is masked, as are identity and telephone numbers wherever they stand, as in
 * every other export (docs/contract.md §4). Figures and headings stay as they are.
 */
export function shownForOthers(table: ShownTable): ShownTable {
  const lattice = latticeOf(table)
  const heads = lattice.filter((_, at) => table.lines[at]?.kind === 'head')
  const over = table.widths.map((_, column) => kindIn(heads.map((line) => headingAt(line, column))))
  const lines = table.lines.map((line, at) => {
    if (line.kind === 'head') return line
    const placed = lattice[at] ?? []
    const beside = kindIn(placed.slice(0, table.names).map((cell) => cell?.text ?? ''))
    const columns = placed.flatMap((cell, column) => (cell === null ? [] : [column]))
    const cells = line.cells.map((cell, index): ShownCell => {
      const column = columns[index] ?? 0
      const kind = over[column] ?? (column < table.names ? null : beside)
      const text = typeof cell === 'object' ? cell.text : cell
      const put = forOthers(text, kind)
      return typeof cell === 'object' ? { ...cell, text: put } : put
    })
    return { ...line, cells }
  })
  return { ...table, lines }
}

/** What stands over a column in a line of headings, also where it reaches over several. */
function headingAt(
  line: readonly ({ text: string; across: number } | null)[],
  column: number,
): string {
  const at = line.findLastIndex((cell, place) => cell !== null && place <= column)
  const cell = line[at]
  return cell && at + cell.across > column ? cell.text : ''
}

function kindIn(labels: readonly string[]): 'name' | 'telephone' | null {
  const parts = labels.flatMap((label) => label.split(/\s*[/·]\s*/u))
  if (parts.some(asksForName)) return 'name'
  return parts.some(asksForTelephone) ? 'telephone' : null
}

function forOthers(text: string, kind: 'name' | 'telephone' | null): string {
  if (shownFigure(text) !== null) return text
  if (kind === 'name' && looksLikeName(text)) return maskedMark('name', text)
  return kind === 'telephone' ? maskedMark('telephone', text) : maskedText(text)
}
