import ExcelJS from 'exceljs'
import type { CellValue, Row } from 'exceljs'
import { columnName } from '../../core/model/address.ts'
import { latticeOf, shownFigure } from '../../shared/shown.ts'
import type { PlacedCell, ShownFigure, ShownTable } from '../../shared/shown.ts'
import type { Lang } from '../../shared/words/say.ts'
import { writeAside } from '../files/aside.ts'
import { commitSheet } from './consolidated/commit.ts'
import { headerFooter, manyPagesWide, onePageWide } from './consolidated/print.ts'
import type { CellStyle } from './consolidated/styles.ts'
import { HEADING, NOTE, numberStyle, SHEET_TITLE, TEXT_WRAPPED } from './consolidated/styles.ts'
import { cellText, wrappedHeight } from './consolidated/text.ts'
import { wordsFor } from './consolidated/words.ts'
import { SheetNames } from './sheet-names.ts'

const CUT = '…'
/** Widest table, in characters, that is shrunk to one page across. */
const ONE_PAGE = 190

/**
 * Writes tables as they are shown, a sheet each: title and notes, headings, lines. Figures become
 * numbers in the format they are shown in; everything else is text.
 *
 * @throws CallError cannot-write
 */
export async function writeShown(tables: ShownTable[], lang: Lang, target: string): Promise<void> {
  const words = wordsFor(lang)
  await writeAside(target, async (stream) => {
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({
      stream,
      useStyles: true,
      useSharedStrings: true,
    })
    const names = new SheetNames()
    for (const table of tables) {
      const above = 1 + table.notes.length
      const heads = table.lines.filter(({ kind }) => kind === 'head').length
      const width = table.widths.reduce((sum, one) => sum + one, 0)
      const repeated = heads === 0 ? null : `${above + 1}:${above + heads}`
      const sheet = book.addWorksheet(names.next(table.title), {
        views: [{ state: 'frozen', xSplit: table.names, ySplit: above + heads }],
        pageSetup:
          width <= ONE_PAGE || repeated === null || table.names === 0
            ? onePageWide(width, repeated)
            : manyPagesWide(repeated, `A:${columnName(table.names - 1)}`),
        headerFooter: headerFooter(table.title, words),
      })
      table.widths.forEach((one, index) => {
        sheet.getColumn(index + 1).width = Math.min(80, Math.max(5, one))
      })
      const title = sheet.addRow([cellText(table.title, CUT)])
      title.getCell(1).style = SHEET_TITLE
      title.commit()
      for (const note of table.notes) {
        const row = sheet.addRow([cellText(note, CUT)])
        row.getCell(1).style = NOTE
        row.commit()
      }
      const figures = new Set(table.figures)
      let reach = 0
      const merges: [number, number, number, number][] = []
      latticeOf(table).forEach((cells, at) => {
        const kind = table.lines[at]?.kind ?? 'row'
        const row = sheet.getRow(above + 1 + at)
        cells.forEach((cell, column) => {
          putCell(row, column, cell, kind, figures.has(column))
          if (!cell || (cell.across === 1 && cell.down === 1)) return
          reach = Math.max(reach, at + cell.down - 1)
          const left = column + 1
          merges.push([row.number, left, row.number + cell.down - 1, column + cell.across])
        })
        const height = wrappedHeight(
          cells.map((cell) => (cell?.across === 1 && cell.down === 1 ? cell.text : '')),
          table.widths,
        )
        if (height !== undefined) row.height = height
        // A cell over several lines must have all of them before it is written.
        if (at < reach) return
        for (const one of merges.splice(0)) sheet.mergeCells(...one)
        row.commit()
      })
      await commitSheet(book, sheet)
    }
    await book.commit()
  })
}

function putCell(
  row: Row,
  column: number,
  cell: PlacedCell | null,
  kind: 'head' | 'row' | 'sum',
  ofFigures: boolean,
): void {
  const at = row.getCell(column + 1)
  const figure = cell && kind !== 'head' && ofFigures && !cell.plain ? shownFigure(cell.text) : null
  at.value = figure ? figure.value : textOf(cell)
  at.style =
    kind === 'head'
      ? HEADING
      : styleOf(figure ? numberStyle(formatOf(figure)) : ofFigures ? RIGHT : TEXT_WRAPPED, kind)
}

const textOf = (cell: PlacedCell | null): CellValue =>
  cell === null || cell.text === '' ? null : cellText(cell.text, CUT)

const RIGHT: CellStyle = {
  ...TEXT_WRAPPED,
  alignment: { horizontal: 'right', vertical: 'middle', wrapText: true },
}

/** The number format that shows a figure as it is shown here. */
function formatOf({ decimals, signed, percent }: ShownFigure): string {
  const places = decimals === 0 ? '' : `.${'0'.repeat(decimals)}`
  const one = `#,##0${places}${percent ? '%' : ''}`
  return signed ? `+${one};-${one};${one}` : one
}

const sums = new Map<CellStyle, CellStyle>()

/** Cells share their styles; a sum's is the same on a ground of its own. */
function styleOf(style: CellStyle, kind: 'row' | 'sum'): CellStyle {
  if (kind === 'row') return style
  const known = sums.get(style) ?? {
    ...style,
    font: { ...style.font, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF4F7FA' } },
  }
  sums.set(style, known)
  return known
}
