import type { Lang } from './words/say.ts'

/** A cell as it is shown, with how many columns and lines it takes; a text alone takes one of each. */
export type ShownCell = string | { text: string; across?: number; down?: number; plain?: true }

/** A table of the window as a person sees it: filtered, sorted, with its headings. */
export interface ShownTable {
  title: string
  /** What it is a table of, and under what choices it is shown; a line each. */
  notes: string[]
  /** Widths of the columns in characters. */
  widths: number[]
  /** Columns on the left that name the lines: they stay in sight, and on every page. */
  names: number
  /** Columns (from 0) whose cells are figures where they read as one, unless a cell is `plain`. */
  figures: number[]
  /** Headings first. A cell that reaches over several places stands at its first; the others are left out. */
  lines: { kind: 'head' | 'row' | 'sum'; cells: ShownCell[] }[]
}

/** A picture on its way to a file. */
export interface SavedPicture {
  kind: 'svg' | 'png'
  content: string
}

/** What is in sight, written as it is seen. */
export interface ShownApi {
  /** Writes the tables as a workbook, a sheet each; figures are numbers in it, and no cell is a formula. */
  exportShown(args: { tables: ShownTable[]; name: string; lang: Lang }): Promise<{ job: number }>
  /** Writes a chart as a picture: an SVG document as text, or a PNG in base64. */
  exportPicture(args: SavedPicture & { name: string }): Promise<{ job: number }>
}

/** A cell at its place in the lattice of a table; null where a cell from above or from the left reaches. */
export interface PlacedCell {
  text: string
  across: number
  down: number
  plain: boolean
}

/** Lines of cells as a lattice of as many columns as the table has widths. */
export function latticeOf(table: Pick<ShownTable, 'lines' | 'widths'>): (PlacedCell | null)[][] {
  const { lines, widths } = table
  const taken = widths.map(() => 0)
  return lines.map(({ cells }, at) => {
    let next = 0
    return widths.map((_, column): PlacedCell | null => {
      if ((taken[column] ?? 0) > 0) {
        taken[column] = (taken[column] ?? 0) - 1
        return null
      }
      const cell = cells[next++]
      const { text, across = 1, down = 1, plain } = typeof cell === 'object' ? cell : { text: cell }
      const placed = {
        text: text ?? '',
        across: Math.min(across, widths.length - column),
        down: Math.min(down, lines.length - at),
        plain: plain === true,
      }
      for (let right = 0; right < placed.across; right += 1)
        taken[column + right] = placed.down - (right === 0 ? 1 : 0)
      return placed
    })
  })
}

/** A figure as it is shown ("1,204.50", "+3", "12.5%"): the number, and the decimals, sign and unit it is shown with. */
export interface ShownFigure {
  value: number
  decimals: number
  signed: boolean
  percent: boolean
}

const FIGURE = /^([+\-−]?)(\d{1,3}(?:,\d{3})+|\d{1,3})(?:\.(\d+))?(%?)$/u
/** So many digits a spreadsheet holds exactly. */
const MOST_DIGITS = 15

/** Reads a figure as it is shown; null for any other text, and for more digits than a spreadsheet holds. */
export function shownFigure(text: string): ShownFigure | null {
  const parts = FIGURE.exec(text.trim())
  if (!parts) return null
  const [, sign = '', whole = '', fraction = '', unit = ''] = parts
  const digits = whole.replaceAll(',', '') + fraction
  // A code with a zero in front is no figure.
  if (digits.length > MOST_DIGITS || /^0\d/u.test(whole)) return null
  const minus = sign === '-' || sign === '−' ? '-' : ''
  const exponent = -fraction.length - (unit === '%' ? 2 : 0)
  return {
    value: Number(`${minus}${digits}e${String(exponent)}`),
    decimals: fraction.length,
    signed: sign === '+',
    percent: unit === '%',
  }
}
