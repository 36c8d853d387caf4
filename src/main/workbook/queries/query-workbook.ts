import ExcelJS from 'exceljs'
import type { Workbook, Worksheet } from 'exceljs'
import { keySheetRows } from '../../../core/queries/key-sheet.ts'
import type { QueryBook } from '../../../core/model/query-book.ts'
import { SheetNames } from '../sheet-names.ts'
import { cellText } from '../consolidated/text.ts'
import { openAsSent, returnedSheets, saysTheSame } from './as-sent.ts'
import { drawSheet } from './drawn.ts'
import { markCells } from './marks.ts'
import { writeQuestions } from './question-sheet.ts'

/** A received file by its hash. */
export type Content = (sha256: string) => { path: string; bytes: Uint8Array } | null

/**
 * A school's query workbook: the questions in front, behind them its own return as sent with the
 * doubtful cells marked, and a hidden sheet by which the reply is recognised. Where the file's own
 * formatting cannot be kept letter for letter, the return is drawn from its cells.
 */
export async function queryWorkbook(query: QueryBook, content: Content): Promise<Uint8Array> {
  const [base] = query.sent
  const found = base === undefined ? null : content(base.file)
  const sheets = found === null ? [] : (returnedSheets(found.bytes, found.path) ?? [])
  const asSent = found === null ? null : await openAsSent(found.bytes, sheets)
  if (asSent !== null) {
    const own = new Map(sheets.map(({ name }) => [name, name]))
    const written = await finish(asSent.book, query, own, content, true).catch(() => null)
    if (written !== null && saysTheSame(written, sheets)) return written
  }
  const drawn = new ExcelJS.Workbook()
  const free = new SheetNames()
  // Other programs allow names that Excel does not: longer ones, History, quotation marks.
  const names = new Map(
    sheets.map((sheet) => {
      const name = free.next(sheet.name)
      drawSheet(drawn, sheet, name)
      return [sheet.name, name]
    }),
  )
  return finish(drawn, query, names, content, false)
}

/** @param sheets names of the return's sheets as sent → in the book */
async function finish(
  book: Workbook,
  query: QueryBook,
  sheets: ReadonlyMap<string, string>,
  content: Content,
  kept: boolean,
): Promise<Uint8Array> {
  const base = query.sent[0]?.file ?? ''
  const names = new Map([...sheets].map(([sent, name]) => [`${base}|${sent}`, name]))
  const further = drawFurther(book, query, base, content, names)
  const sheetOf = (file: string, sheet: string): Worksheet | undefined =>
    book.getWorksheet(names.get(`${file}|${sheet}`) ?? '')
  const sheetName = (file: string, sheet: string): string => names.get(`${file}|${sheet}`) ?? sheet
  markCells(query.questions, sheetOf)
  for (const sheet of book.worksheets) unselect(sheet)
  const own = !further && kept
  const first = await writeQuestions(book, freeName(book, '核实'), query, own, sheetName)
  await writeKeySheet(book, query)
  // exceljs writes sheets in this order; the first is the one that opens.
  Object.assign(first, { orderNo: -1 })
  first.views = first.views.map((view) => Object.assign({}, view, { tabSelected: true }))
  book.views = [
    {
      x: 0,
      y: 0,
      width: 20_000,
      height: 12_000,
      firstSheet: 0,
      activeTab: 0,
      visibility: 'visible',
    },
  ]
  book.creator = '汇数 Huishu'
  book.lastModifiedBy = book.creator
  book.created = new Date(query.askedAt)
  book.modified = book.created
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** Tables that count from other files of the school come along, drawn; true when there are any. */
function drawFurther(
  book: Workbook,
  query: QueryBook,
  base: string,
  content: Content,
  names: Map<string, string>,
): boolean {
  let any = false
  for (const { file, sheet } of query.sent) {
    if (file === base || names.has(`${file}|${sheet}`)) continue
    const found = content(file)
    const sheets = found === null ? null : returnedSheets(found.bytes, found.path)
    const read = sheets?.find((one) => one.name === sheet)
    if (read === undefined) continue
    const name = freeName(book, sheet)
    drawSheet(book, read, name)
    names.set(`${file}|${sheet}`, name)
    any = true
  }
  return any
}

/** Only the questions open: two selected sheets would both take what is typed into one. */
function unselect(sheet: Worksheet): void {
  // Against its types exceljs has no views for a sheet that says nothing about them.
  const views: Worksheet['views'] | null | undefined = sheet.views
  sheet.views = (views ?? []).map((view) => Object.assign({}, view, { tabSelected: false }))
}

async function writeKeySheet(book: Workbook, query: QueryBook): Promise<void> {
  const sheet = book.addWorksheet(freeName(book, '核实键'), { state: 'hidden' })
  for (const row of keySheetRows(query)) sheet.addRow(row.map((text) => cellText(text, '')))
  await sheet.protect('', {})
}

/** `wanted`, or as close to it as Excel allows and the book has room for. */
function freeName(book: Workbook, wanted: string): string {
  return new SheetNames(book.worksheets.map(({ name }) => name)).next(wanted)
}
