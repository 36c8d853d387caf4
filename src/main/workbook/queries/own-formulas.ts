import type { CellValue, Workbook, Worksheet } from 'exceljs'
import { formulaOf } from '../../../core/intake/formula-syntax.ts'
import type { Formula } from '../../../core/intake/formula-syntax.ts'
import { cellText } from '../consolidated/text.ts'

/**
 * Whether a formula of a school's may stand in what is sent out: one that this program takes apart to
 * the last sign and works out by itself, over cells of this very workbook. Sums follow when the
 * school corrects a figure; everything that reaches elsewhere (other files, programs, the network:
 * DDE, HYPERLINK, WEBSERVICE, CALL …) is none of these.
 *
 * @param formula without "="
 * @param sheets the workbook's sheets, in small letters
 */
export function isHarmless(formula: string, sheets: ReadonlySet<string>): boolean {
  const parts = formulaOf(formula)
  return parts !== null && placesIn(parts).every((sheet) => sheet === null || sheets.has(sheet))
}

function placesIn(formula: Formula): (string | null)[] {
  switch (formula.kind) {
    case 'cell':
      return [formula.place.sheet]
    case 'range':
      return [formula.from.sheet, formula.to.sheet]
    case 'chain':
      return [formula.first, ...formula.rest.map(({ operand }) => operand)].flatMap(placesIn)
    case 'negative':
    case 'percent':
      return placesIn(formula.operand)
    case 'call':
      return formula.given.flatMap(placesIn)
    case 'number':
    case 'text':
    case 'logical':
      return []
  }
}

/**
 * Takes out of a school's workbook every formula that is not harmless, its last result staying as
 * the value, and all names and conditional formats, which are formulas too.
 */
export function disarm(book: Workbook): void {
  const sheets = new Set(book.worksheets.map(({ name }) => name.toLowerCase()))
  book.definedNames.model = []
  for (const sheet of book.worksheets) disarmSheet(sheet, sheets)
}

function disarmSheet(sheet: Worksheet, sheets: ReadonlySet<string>): void {
  sheet.removeConditionalFormatting(() => false)
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      const { formula } = cell
      if (formula !== undefined && formula !== '' && !isHarmless(formula, sheets))
        cell.value = resultOf(cell.result, formula)
      else if (isLink(cell.value)) cell.value = cell.text
    })
  })
}

/** What a formula showed; without a result the formula as a text, so that the school sees what stood there. */
function resultOf(result: CellValue | undefined, formula: string): CellValue {
  return result ?? cellText(`=${formula}`, '')
}

function isLink(value: CellValue): boolean {
  return typeof value === 'object' && value !== null && 'hyperlink' in value
}
