import type { ShownCell, ShownTable } from '../../shared/shown.ts'
import { CHARACTER } from './size.ts'

/** What is done with a line is nothing to read. */
const NO_TEXT = 'button[aria-label], input[type="checkbox"], svg'
/** What is said behind a figure without a space of its own. */
const BEHIND = '.missing-mark'

/** A table of the page as it stands. Title and notes are the screen's. */
export function tableOfElement(table: HTMLTableElement): Omit<ShownTable, 'title' | 'notes'> {
  const rows = [...table.rows].filter((row) => row.checkVisibility())
  const widths: number[] = []
  const figures = new Set<number>()
  const lines = rows.map((row) => {
    const inHead = row.parentElement?.tagName === 'THEAD'
    const cells = [...row.cells].map((cell): ShownCell => {
      const text = textOf(cell)
      return cell.colSpan === 1 && cell.rowSpan === 1
        ? text
        : { text, across: cell.colSpan, down: Math.min(cell.rowSpan, rows.length) }
    })
    const plain = [...row.cells].every((cell) => cell.colSpan === 1 && cell.rowSpan === 1)
    if (plain)
      [...row.cells].forEach((cell, at) => {
        widths[at] = Math.max(widths[at] ?? 0, Math.round(cell.offsetWidth / CHARACTER))
        if (!inHead && ['right', 'end'].includes(getComputedStyle(cell).textAlign)) figures.add(at)
      })
    const kind = inHead ? 'head' : row.parentElement?.tagName === 'TFOOT' ? 'sum' : 'row'
    return { kind: kind as 'head' | 'sum' | 'row', cells }
  })
  const count = Math.max(1, ...lines.map(({ cells }) => cells.reduce(reach, 0)))
  return {
    widths: Array.from({ length: count }, (_, at) => Math.min(80, widths[at] ?? 10)),
    names: 1,
    figures: [...figures],
    lines,
  }
}

const reach = (sum: number, cell: ShownCell): number =>
  sum + (typeof cell === 'object' ? (cell.across ?? 1) : 1)

function textOf(cell: HTMLTableCellElement): string {
  const fields = [...cell.querySelectorAll<HTMLInputElement>('input:not([type="checkbox"])')]
  if (fields.length > 0) return fields.map(({ value }) => value).join(' ')
  if (!cell.querySelector(`${NO_TEXT}, ${BEHIND}`)) return cell.innerText.trim()
  const copy = cell.cloneNode(true) as HTMLElement
  for (const one of copy.querySelectorAll(NO_TEXT)) one.remove()
  for (const one of copy.querySelectorAll(BEHIND)) one.prepend(' ')
  return (copy.textContent ?? '').trim()
}
