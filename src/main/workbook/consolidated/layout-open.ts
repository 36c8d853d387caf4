import ExcelJS from 'exceljs'
import { forExceljs, MOST_LOADED } from '../exceljs-safe.ts'
import { readWorkbook } from '../read-workbook.ts'
import { plainLayout } from './layout-plain.ts'
import { styledLayout } from './layout-styled.ts'
import type { ItemBlock, Layout } from './layout.ts'

/** Gives the layout of a sheet of one blank workbook, null when it has no such sheet. */
export type Layouts = (sheet: string, block: ItemBlock) => Layout | null

/** Parts of a sheet that do not matter here, some of which stop exceljs dead. */
const IGNORED = [
  'mergeCells',
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'extLst',
]

/**
 * Opens a blank workbook for its layouts. Cells and merges are read as the returns are; fonts,
 * borders and fills come from exceljs where it can open the file (xlsx and xlsm). Of any other
 * format, and where exceljs misses cells, the layout is taken without them.
 *
 * @returns null when the bytes are no workbook
 */
export async function openLayouts(bytes: Uint8Array, name: string): Promise<Layouts | null> {
  const outcome = readWorkbook(bytes, name)
  if (!outcome.ok) return null
  const styled = await openStyled(bytes)
  return (wanted, block) => {
    const sheet = outcome.workbook.sheets.find((each) => each.name === wanted)
    if (sheet === undefined) return null
    const formatted = styled?.getWorksheet(wanted)
    const layout = formatted === undefined ? null : styledLayout(formatted, sheet, block)
    return layout ?? plainLayout(sheet, block)
  }
}

async function openStyled(bytes: Uint8Array): Promise<ExcelJS.Workbook | null> {
  const book = new ExcelJS.Workbook()
  try {
    await book.xlsx.load(forExceljs(bytes), { ignoreNodes: IGNORED, ...MOST_LOADED })
    return book
  } catch {
    return null
  }
}
