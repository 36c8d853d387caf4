import type { Form } from '../../shared/model.ts'
import { a1, parseItemAddress } from '../model/address.ts'
import type { Reply, ReplyAnswer, TypedValue } from '../model/reply.ts'
import type { SheetData } from '../model/sheet.ts'
import { takeNumber, takeText } from '../cells/value.ts'
import { normalCode } from '../align/form-shape.ts'
import { readKeySheet } from './key-sheet.ts'
import type { ReplyKey } from './key-sheet.ts'

/** Headings of the columns by which answers are found, wherever the columns were moved to. */
export const HEADINGS = { line: '核实编号', value: '更正数', text: '说明' } as const
/** Printed at the head of the question sheet. */
export const SHEET_TITLE = '退回核实单'

/** The sheets of a workbook parted into those of the return and what the query workbook added. */
export function partReply(
  sheets: SheetData[],
  forms: Form[],
): { returned: SheetData[]; reply: Reply | null; keyLost: SheetData | null } {
  const questions = sheets.filter((sheet) => headRow(sheet) !== null)
  const keys = sheets.flatMap((sheet) => {
    const key = readKeySheet(sheet)
    return key === null ? [] : [{ sheet, key }]
  })
  const [found] = keys
  const own = new Set([...questions, ...keys.map(({ sheet }) => sheet)])
  const returned = sheets.filter((sheet) => !own.has(sheet))
  if (found === undefined) return { returned, reply: null, keyLost: questions[0] ?? null }
  const { key } = found
  const { title, county, schoolYear, school, askedAt, sent } = key
  const answers = questions.flatMap((sheet) => answersOn(sheet, key, forms))
  const reply = { title, county, schoolYear, school, askedAt, sent }
  return { returned, reply: { ...reply, questions: key.questions.size, answers }, keyLost: null }
}

/** Row of the question sheet's headings and their columns; null for any other sheet. */
function headRow(
  sheet: SheetData,
): { row: number; line: number; value: number; text: number } | null {
  for (let row = 0; row < Math.min(sheet.rowCount, 30); row++) {
    const cells = sheet.cells[row] ?? []
    // Every sheet of every return is looked at: nearly all have no such cell.
    const line = columnOf(cells, HEADINGS.line)
    if (line < 0) continue
    const [value, text] = [columnOf(cells, HEADINGS.value), columnOf(cells, HEADINGS.text)]
    if (value >= 0 && text >= 0) return { row, line, value, text }
  }
  return null
}

function columnOf(cells: SheetData['cells'][number], heading: string): number {
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column]
    if (cell?.kind === 'text' && cell.value === heading) return column
  }
  return -1
}

/** The answers of a question sheet. A line is known by its number in the hidden column, so lines may have been moved or put in between. */
function answersOn(sheet: SheetData, key: ReplyKey, forms: Form[]): ReplyAnswer[] {
  const head = headRow(sheet)
  if (head === null) return []
  const texts = new Map<string, string[]>()
  const typed = new Map<string, TypedValue>()
  let current = ''
  for (let row = head.row + 1; row < sheet.rowCount; row++) {
    const line = (sheet.cells[row]?.[head.line]?.value ?? '').trim()
    if (line !== '') current = line
    const question = current.split('.')[0] ?? ''
    const said = (sheet.cells[row]?.[head.text]?.value ?? '').trim()
    if (said !== '' && question !== '') texts.set(question, [...(texts.get(question) ?? []), said])
    const asked = line === '' ? undefined : key.questions.get(question)?.cells.get(line)
    const value = asked === undefined ? null : typedAt(sheet, row, head.value, asked.item, forms)
    if (value !== null) typed.set(line, value)
    // What was typed on a line that asks for no value is kept with the text.
    const stray = sheet.cells[row]?.[head.value]?.value.trim() ?? ''
    if (asked === undefined && stray !== '' && question !== '') {
      texts.set(question, [...(texts.get(question) ?? []), `${HEADINGS.value}：${stray}`])
    }
  }
  return [...key.questions].flatMap(([number, { key: finding, cells }]) => {
    const text = (texts.get(number) ?? []).join('\n')
    const answered = [...cells].map(([line, asked]) => ({
      ...asked,
      typed: typed.get(line) ?? null,
    }))
    if (text === '' && answered.every((cell) => cell.typed === null)) return []
    return [{ key: finding, text, cells: answered }]
  })
}

/** What is typed as the corrected value, cleaned as every figure of a return is; null for nothing. */
function typedAt(
  sheet: SheetData,
  row: number,
  column: number,
  address: string,
  forms: Form[],
): TypedValue | null {
  const cell = sheet.cells[row]?.[column]
  const item = itemAt(forms, address)
  const taken = item?.kind === 'text' ? takeText(cell) : takeNumber(cell, item ?? { unit: null })
  const { raw, state, value, cleanings, reason } = taken
  // Blank means something only where it was written: 无, a dash.
  if (state === 'blank' && !cleanings.includes('blank-mark')) return null
  const place = { sheet: sheet.name, cell: a1(row, column) }
  return { raw, state, value, reason: reason === null ? null : { ...reason, ...place } }
}

function itemAt(forms: Form[], address: string): Form['items'][number] | null {
  const place = parseItemAddress(address)
  const form = forms.find((one) => one.id === place?.form)
  if (place === null || form === undefined) return null
  const same = (a: string, b: string): boolean => a === b || normalCode(a) === normalCode(b)
  return (
    form.items.find(
      (item) =>
        same(form.rows[item.row]?.code ?? '', place.row) &&
        same(form.columns[item.column]?.code ?? '', place.column),
    ) ?? null
  )
}
