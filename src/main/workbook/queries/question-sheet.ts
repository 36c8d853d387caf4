import { timeMark } from '../../../shared/expression-tokens.ts'
import { codeOf } from '../../../shared/register.ts'
import type { RichText, Workbook, Worksheet } from 'exceljs'
import { shownValue } from '../../../core/queries/in-words.ts'
import { cellNumber as lineNumber } from '../../../core/queries/key-sheet.ts'
import type { QueryBook, Question, QuestionCell } from '../../../core/model/query-book.ts'
import { HEADINGS, SHEET_TITLE } from '../../../core/queries/reply.ts'
import { cellNumber } from '../consolidated/number.ts'
import { HEADING, NOT_IN_FORM, TEXT_WRAPPED, TITLE } from '../consolidated/styles.ts'
import type { CellStyle } from '../consolidated/styles.ts'
import { cellText, linesIn } from '../consolidated/text.ts'
import { onePageWide } from '../consolidated/print.ts'

/** Columns from the first: number, table, row and column, place, value, corrected value, explanation, hidden line number. */
const WIDTHS = [6, 22, 34, 16, 13, 14, 34, 8]
const [NUMBER, TABLE, LABEL, PLACE, VALUE, CORRECTED, TEXT, LINE] = [1, 2, 3, 4, 5, 6, 7, 8]
const HEADING_TEXTS = ['题号', '表', '行与列', '位置', '上报数', HEADINGS.value, HEADINGS.text]
const CUT = '…'
const LINE_HEIGHT = 13.5

const answer: CellStyle['fill'] = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFFFFBE0' },
}
const QUESTION: CellStyle = {
  ...TEXT_WRAPPED,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF4F7FA' } },
}
const FIGURE: CellStyle = {
  ...TEXT_WRAPPED,
  alignment: { horizontal: 'right', vertical: 'middle', wrapText: true },
}
const ANSWER: CellStyle = { ...TEXT_WRAPPED, fill: answer, protection: { locked: false } }
const ANSWER_FIGURE: CellStyle = { ...FIGURE, fill: answer, protection: { locked: false } }
const INTRO: CellStyle = {
  font: { name: '宋体', size: 11 },
  alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
}
const OPEN_LINE: CellStyle = { ...INTRO, protection: { locked: false } }

/**
 * The sheet of questions that a school answers on. What is to be filled in is open, the rest
 * protected without a password against slips.
 *
 * @param kept whether the sheets behind it are the school's own, not drawn anew
 * @param sheetName what a sheet of the return is called in this book
 */
export async function writeQuestions(
  book: Workbook,
  name: string,
  query: QueryBook,
  kept: boolean,
  sheetName: (file: string, sheet: string) => string,
): Promise<Worksheet> {
  const intro = introLines(query, kept)
  const headRow = intro.length + 2
  const sheet = book.addWorksheet(name, {
    properties: { tabColor: { argb: 'FFF2B705' } },
    pageSetup: onePageWide(140, `${String(headRow)}:${String(headRow)}`),
    views: [{ state: 'frozen', ySplit: headRow, showGridLines: false }],
    headerFooter: { oddFooter: '&C&"宋体"&9第 &P 页，共 &N 页' },
  })
  WIDTHS.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width
  })
  sheet.getColumn(LINE).hidden = true
  putLine(sheet, 1, SHEET_TITLE, TITLE)
  sheet.getRow(1).height = 30
  intro.forEach(({ text, open }, index) => {
    putLine(sheet, index + 2, text, open ? OPEN_LINE : INTRO)
    sheet.getRow(index + 2).height = heightOf(linesIn(text, 118))
  })
  const head = sheet.getRow(headRow)
  ;[...HEADING_TEXTS, HEADINGS.line].forEach((text, index) =>
    put(sheet, headRow, index + 1, text, HEADING),
  )
  head.height = 22
  let row = headRow + 1
  for (const question of query.questions) row = writeQuestion(sheet, row, question, sheetName)
  await sheet.protect('', { formatRows: true, formatColumns: true, selectUnlockedCells: true })
  return sheet
}

function introLines(query: QueryBook, kept: boolean): { text: string; open?: boolean }[] {
  const { school, title, askedAt, dueDate, questions } = query
  const due = dueDate >= askedAt.slice(0, 10) ? `，请于 ${dueDate} 前发回` : '，请尽快发回'
  return [
    {
      text: `${school.name}（标识码 ${codeOf(school)}）：你校报送的《${title}》有 ${String(questions.length)} 个问题需要核实${due}。退回日期：${askedAt.slice(0, 10)}`,
    },
    {
      text: '怎样填：数字错了，在“更正数”里填正确的数；数字没有错，在“说明”里写明原因。每题都要答，“必须改正”的题请核对原始台账。',
    },
    {
      text: '存疑的格在后面的报表里已涂黄，并加了批注。更正数填在本表就行，不用再改后面的报表；填完保存，把整个文件发回，不要删除工作表。同一格在几题里出现的，填一次就行。',
    },
    ...(kept
      ? []
      : [{ text: '后面的报表是按你校报来的内容重新画出的，格式与原件可能不同，数字没有改动。' }]),
    { text: '填表人：____________　　联系电话：____________　　日期：____________', open: true },
  ]
}

/** A question's line and a line for each of its cells; gives the row after them. */
function writeQuestion(
  sheet: Worksheet,
  from: number,
  question: Question,
  sheetName: (file: string, sheet: string) => string,
): number {
  const { number, cells } = question
  const text = questionText(question)
  put(sheet, from, NUMBER, String(number), QUESTION)
  put(sheet, from, TABLE, text, QUESTION)
  sheet.getRow(from).getCell(TABLE).value = { richText: titleBold(text) }
  sheet.mergeCells(from, TABLE, from, CORRECTED)
  sheet.getRow(from).height = heightOf(linesIn(text, 94))
  put(sheet, from, TEXT, '', ANSWER)
  put(sheet, from, LINE, String(number), TEXT_WRAPPED)
  cells.forEach((cell, index) => {
    const row = from + 1 + index
    const place = cell.cell === '' ? '' : `${sheetName(cell.file, cell.sheet)} ${cell.cell}`
    const label = `${timeMark(cell).replace('!', ' ')}${cell.row} · ${cell.column}`
    put(sheet, row, NUMBER, '', TEXT_WRAPPED)
    put(sheet, row, TABLE, cell.table, TEXT_WRAPPED)
    put(sheet, row, LABEL, label, TEXT_WRAPPED)
    put(sheet, row, PLACE, place, TEXT_WRAPPED)
    putFigure(sheet, row, cell)
    put(sheet, row, CORRECTED, '', cell.lastYear ? NOT_IN_FORM : ANSWER_FIGURE)
    put(sheet, row, TEXT, '', ANSWER)
    put(sheet, row, LINE, cell.lastYear ? '' : lineNumber(number, index), TEXT_WRAPPED)
    const lines = Math.max(
      linesIn(cell.table, WIDTHS[1] ?? 0),
      linesIn(label, WIDTHS[2] ?? 0),
      linesIn(place, WIDTHS[3] ?? 0),
    )
    sheet.getRow(row).height = heightOf(lines)
  })
  const last = from + cells.length
  if (last > from) sheet.mergeCells(from, TEXT, last, TEXT)
  return last + 1
}

function questionText({ title, severity, should, now }: Question): string {
  const todo = severity === 'error' ? '必须改正' : '请核对：有误请更正，无误请说明'
  const said = should === null ? [] : [`应该：${should}`]
  const is = now === null ? [] : [`现在：${now}`]
  return [`${title}（${todo}）`, ...said, ...is].join('\n')
}

function putFigure(sheet: Worksheet, row: number, cell: QuestionCell): void {
  const number = cell.state === 'number' ? cellNumber(cell.value) : null
  const at = sheet.getRow(row).getCell(VALUE)
  const remark = cell.remark === '' ? '' : `（${cell.remark}）`
  at.value =
    number !== null && remark === '' ? number : cellText(`${shownValue(cell)}${remark}`, CUT)
  at.style = FIGURE
}

/** The first line stands out. */
function titleBold(text: string): RichText[] {
  const [title = '', ...rest] = cellText(text, CUT).split('\n')
  const font = { name: '宋体', size: 10 }
  return [
    { font: { ...font, bold: true }, text: title },
    ...rest.map((line) => ({ font, text: `\n${line}` })),
  ]
}

/** Points that so many lines take; Excel allows 409. */
function heightOf(lines: number): number {
  return Math.min(405, 6 + LINE_HEIGHT * lines)
}

/** Text over the whole width of the sheet. */
function putLine(sheet: Worksheet, row: number, text: string, style: CellStyle): void {
  put(sheet, row, NUMBER, text, style)
  sheet.mergeCells(row, NUMBER, row, TEXT)
}

function put(sheet: Worksheet, row: number, column: number, text: string, style: CellStyle): void {
  const cell = sheet.getRow(row).getCell(column)
  cell.value = text === '' ? null : cellText(text, CUT)
  cell.style = style
}
