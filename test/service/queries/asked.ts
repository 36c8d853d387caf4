import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import type { Finding } from '../../../src/shared/findings.ts'
import type { AnsweredCell } from '../../../src/shared/queries.ts'
import { HEADINGS } from '../../../src/core/queries/reply.ts'
import type { TestDesk } from '../desk.ts'

/** A query workbook opened as a school's clerk has it before them. */
export interface Sheet {
  book: ExcelJS.Workbook
  questions: ExcelJS.Worksheet
  /** Types into the 更正数 or 说明 column of the line known by its hidden number ("1", "1.2"). */
  type(line: string, column: 'value' | 'text', value: ExcelJS.CellValue): void
  bytes(): Promise<Uint8Array>
}

/** exceljs has no text for cells under a merge. */
function textOf({ value }: ExcelJS.Cell): string {
  return typeof value === 'string' ? value : ''
}

export async function opened(bytes: Uint8Array): Promise<Sheet> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  const questions = book.worksheets.find((sheet) => sheet.name.startsWith('核实'))
  if (questions === undefined) throw new Error('no sheet of questions')
  const columns = new Map<string, number>()
  const lines = new Map<string, number>()
  questions.eachRow((row, number) => {
    if (columns.size === 3) {
      const line = textOf(row.getCell(columns.get(HEADINGS.line) ?? 1))
      if (line !== '') lines.set(line, number)
    }
    row.eachCell((cell, column) => {
      if (Object.values<string>(HEADINGS).includes(textOf(cell))) columns.set(textOf(cell), column)
    })
  })
  return {
    book,
    questions,
    type(line, column, value) {
      const row = lines.get(line)
      const at = columns.get(HEADINGS[column])
      if (row === undefined || at === undefined) throw new Error(`no line ${line}`)
      questions.getRow(row).getCell(at).value = value
    },
    bytes: async () => new Uint8Array(await book.xlsx.writeBuffer()),
  }
}

/** The query workbook of a school, exported as the interface does it. */
export async function asked(at: TestDesk, school: string): Promise<Uint8Array> {
  const state = await at.finish((await at.service.exportQueries({ schools: [school] })).job)
  const output = at.ports.grants.output(state?.output?.grant ?? '')
  if (output === null) throw new Error('no output')
  return new Uint8Array(readFileSync(output.path))
}

/** All query workbooks, by name. */
export async function askedAll(at: TestDesk): Promise<Record<string, Uint8Array>> {
  const state = await at.finish((await at.service.exportQueries({ schools: null })).job)
  const output = at.ports.grants.output(state?.output?.grant ?? '')
  if (output === null) throw new Error('no output')
  return unzipSync(new Uint8Array(readFileSync(output.path)))
}

export async function received(at: TestDesk, path: string, bytes: Uint8Array): Promise<void> {
  const files = await at.give([[path, bytes]])
  await at.finish((await at.service.importFiles({ files, hold: true })).job)
}

export async function findingsOf(at: TestDesk, school: string): Promise<Finding[]> {
  const { findings } = await at.service.findings({ basis: 'adopted' })
  return findings.filter((finding) => finding.school === school)
}

/** The questions of a workbook in their order: errors first. */
export function inOrder(findings: Finding[]): Finding[] {
  return [
    ...findings.filter((finding) => finding.severity === 'error'),
    ...findings.filter((finding) => finding.severity === 'query'),
  ]
}

/** Line of the cell of question `number` (from 1) that asks about an item. */
export function lineOf(finding: Finding, number: number, item: string): string {
  const came = new Set(
    finding.items
      .filter((one) => !one.lastYear && one.state !== 'missing')
      .map((one) => one.item.split('[')[0]),
  )
  const counted = finding.items.filter(
    (one) => one.lastYear || one.state !== 'missing' || !came.has(one.item.split('[')[0]),
  )
  const index = counted.findIndex((one) => one.item === item && !one.lastYear)
  if (index < 0) throw new Error(`question ${String(number)} does not ask about ${item}`)
  return `${String(number)}.${String(index + 1)}`
}

export function cellOf(finding: Finding | undefined, item: string): AnsweredCell {
  const cell = finding?.answer?.cells.find((one) => one.item === item)
  if (cell === undefined) throw new Error(`no answer about ${item}`)
  return cell
}
