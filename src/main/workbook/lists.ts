import ExcelJS from 'exceljs'
import type { ListSheet } from '../../core/ports.ts'
import { writeAside } from '../files/aside.ts'
import { cellText } from './consolidated/text.ts'

const FONT = '宋体'
const CUT = '…'

/**
 * Writes plain lists, a sheet each: a title line, headings, rows of text, ready to print on A4.
 *
 * @throws CallError cannot-write
 */
export async function writeLists(sheets: ListSheet[], target: string): Promise<void> {
  await writeAside(target, async (stream) => {
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({
      stream,
      useStyles: true,
      useSharedStrings: true,
    })
    for (const list of sheets) {
      const sheet = book.addWorksheet(list.name, {
        views: [{ state: 'frozen', ySplit: 2 }],
        pageSetup: {
          paperSize: 9,
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: '2:2',
        },
      })
      list.widths.forEach((width, index) => {
        sheet.getColumn(index + 1).width = width
      })
      const title = sheet.addRow([cellText(list.title, CUT)])
      title.font = { name: FONT, size: 14, bold: true }
      title.height = 26
      const head = sheet.addRow(list.headings.map((text) => cellText(text, CUT)))
      head.font = { name: FONT, size: 11, bold: true }
      for (const values of list.rows) {
        const row = sheet.addRow(
          values.map((text, column) =>
            isFigure(list, column, text) ? Number(text) : cellText(text, CUT),
          ),
        )
        row.font = { name: FONT, size: 11 }
        row.eachCell({ includeEmpty: true }, (cell) => {
          cell.border = {
            top: { style: 'thin' },
            left: { style: 'thin' },
            bottom: { style: 'thin' },
            right: { style: 'thin' },
          }
          cell.alignment = { vertical: 'middle', wrapText: true }
        })
        row.commit()
      }
      sheet.commit()
    }
    await book.commit()
  })
}

/** A decimal that a spreadsheet holds exactly; longer ones stay text rather than lose digits. */
function isFigure(list: ListSheet, column: number, text: string): boolean {
  return list.figures?.includes(column) === true && /^-?\d{1,12}(?:\.\d{1,3})?$/u.test(text)
}
