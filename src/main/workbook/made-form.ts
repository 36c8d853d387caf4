import ExcelJS from 'exceljs'
import type { DataValidation, Worksheet } from 'exceljs'
import type { MadeCell, MadeForm } from '../../core/model/made-form.ts'
import type { RawCell } from '../../core/model/sheet.ts'
import { writeWholeAside } from '../files/aside.ts'
import { putMerges } from './queries/as-sent.ts'

const FONT = '宋体'
const line = { style: 'thin' } as const
const BORDER = { top: line, left: line, bottom: line, right: line }

/**
 * Writes a form that was made as a blank workbook: cells to be filled in are open and take only what
 * they ask for, everything else is locked (without a password).
 *
 * @throws CallError cannot-write
 */
export async function writeMadeForm(made: MadeForm, target: string): Promise<void> {
  const book = new ExcelJS.Workbook()
  const { sheet: data } = made
  const sheet = book.addWorksheet(data.name, {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  })
  data.columnWidths?.forEach((width, column) => {
    sheet.getColumn(column + 1).width = width
  })
  data.cells.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (cell !== undefined) sheet.getCell(row + 1, column + 1).value = valueOf(cell)
    }),
  )
  putMerges(sheet, data)
  dress(sheet, made)
  for (const input of made.inputs) open(sheet, input)
  await sheet.protect('', { selectLockedCells: true, formatColumns: true, formatRows: true })
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  await writeWholeAside(target, bytes)
}

function valueOf(cell: RawCell): ExcelJS.CellValue {
  if (cell.formula !== undefined) return { formula: cell.formula, result: 0, date1904: false }
  return cell.value
}

function dress(sheet: Worksheet, { headTop, headBottom, bottom, sheet: data }: MadeForm): void {
  for (let row = 0; row < data.rowCount; row++) {
    for (let column = 0; column < data.columnCount; column++) {
      const cell = sheet.getCell(row + 1, column + 1)
      const inTable = row >= headTop && row <= bottom
      const heading = row >= headTop && row <= headBottom
      cell.font = { name: FONT, size: row === 0 ? 15 : 10, bold: row === 0 || heading }
      cell.alignment = {
        vertical: 'middle',
        wrapText: true,
        horizontal: row === 0 || heading ? 'center' : column === 0 ? 'left' : 'center',
      }
      if (inTable) cell.border = BORDER
    }
  }
  sheet.getRow(1).height = 28
}

/** What Excel lets a cell take, with what it says otherwise. */
function open(sheet: Worksheet, { row, column, kind, decimals, choices }: MadeCell): void {
  const cell = sheet.getCell(row + 1, column + 1)
  cell.protection = { locked: false }
  if (kind === 'text') cell.numFmt = '@'
  if (kind === 'date') cell.numFmt = 'yyyy-mm-dd'
  const check = checkOf(kind, decimals, choices)
  if (check !== null) cell.dataValidation = check
}

function checkOf(
  kind: MadeCell['kind'],
  decimals: number,
  choices: readonly string[],
): DataValidation | null {
  const told = (
    error: string,
  ): Pick<DataValidation, 'allowBlank' | 'showErrorMessage' | 'errorTitle' | 'error'> => ({
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: '请核对',
    error,
  })
  if (kind === 'count' && decimals === 0)
    return {
      type: 'whole',
      operator: 'greaterThanOrEqual',
      formulae: [0],
      ...told('请填 0 或正整数。'),
    }
  if (kind === 'count' || kind === 'number')
    return {
      type: 'decimal',
      operator: 'greaterThanOrEqual',
      formulae: [0],
      ...told('请填 0 或正数。'),
    }
  if (kind === 'date')
    return {
      type: 'date',
      operator: 'greaterThan',
      formulae: [new Date(Date.UTC(1900, 0, 1))],
      ...told('请填日期，如 2025-09-01。'),
    }
  const list = choices.join(',')
  // Excel takes no longer list than this in a cell's own check.
  if (kind !== 'choice' || list.length > 250 || /["]/u.test(list)) return null
  return { type: 'list', formulae: [`"${list}"`], ...told(`请选：${choices.join('、')}。`) }
}
