import type { RowLevel } from './place-block.ts'
import { formatHtml } from './html-table.ts'
import { formatTsv, parseTsv } from './tsv.ts'

/** What the clipboard holds: cells, and what rows they were where they were copied in this list. */
export interface Clip {
  block: string[][]
  levels: RowLevel[] | null
}

/** A format of our own beside the text: which lines were schools and which sums. */
const OWN = 'application/x-huishu-rows'

/**
 * Puts cells on the clipboard as text and as a table for any spreadsheet, and what rows they are for
 * this list.
 *
 * @param heads how many of the lines are headings
 */
export function writeClip(
  to: DataTransfer,
  block: string[][],
  levels: RowLevel[],
  heads = 0,
): void {
  to.setData('text/plain', formatTsv(block))
  to.setData('text/html', formatHtml(block, heads))
  if (heads === 0) to.setData(OWN, levels.join(' '))
}

/**
 * Puts something on the clipboard where no event of the clipboard is at hand: from a menu, or by a
 * key that the browser does not know. Must run within the person's click or key.
 */
export function withClipboard(write: (to: DataTransfer) => void): void {
  const onCopy = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return
    write(event.clipboardData)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  document.addEventListener('copy', onCopy, { capture: true, once: true })
  // The only way to these formats that needs no permission; where it does not work nothing is said.
  // oxlint-disable-next-line typescript/no-deprecated
  document.execCommand('copy')
  document.removeEventListener('copy', onCopy, { capture: true })
}

/** The cells on the clipboard, from its text or, where a program put none there, from the first table of its HTML. */
export function readClip(from: DataTransfer): Clip | null {
  const text = from.getData('text/plain')
  if (text !== '') {
    const block = parseTsv(text)
    const levels = from.getData(OWN).split(' ').filter(isLevel)
    return { block, levels: levels.length === block.length ? levels : null }
  }
  const block = htmlBlock(from.getData('text/html'))
  return block.length > 0 ? { block, levels: null } : null
}

function isLevel(word: string): word is RowLevel {
  return word === 'school' || word === 'group' || word === 'county'
}

/** The cells of the first table; a cell over several columns or rows stands at its first place. */
function htmlBlock(html: string): string[][] {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (!table) return []
  const block: string[][] = []
  const held: number[] = []
  for (const row of table.rows) {
    const line: string[] = []
    const skip = (): void => {
      while ((held[line.length] ?? 0) > 0) {
        held[line.length] = (held[line.length] ?? 0) - 1
        line.push('')
      }
    }
    for (const cell of row.cells) {
      skip()
      for (let at = 0; at < cell.colSpan; at += 1) {
        held[line.length] = cell.rowSpan - 1
        line.push(at === 0 ? textOf(cell) : '')
      }
    }
    skip()
    block.push(line)
  }
  return block
}

const LINE_END = '\u2028'

/** A cell's text as a spreadsheet means it: line breaks kept, what only lays out the source not. */
function textOf(cell: HTMLElement): string {
  for (const end of cell.querySelectorAll('br')) end.replaceWith(LINE_END)
  return (cell.textContent ?? '')
    .replace(/[ \t\r\n]+/g, ' ')
    .replaceAll('\u00a0', ' ')
    .split(LINE_END)
    .map((line) => line.trim())
    .join('\n')
    .trim()
}
