import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { onTestFinished } from 'vitest'
import type { ConsolidatedInput } from '../../../../src/core/model/consolidated-input.ts'
import { createWriter } from '../../../../src/main/writer.ts'
import { blankWorkbook } from './county.ts'

const writer = createWriter({ queryBook: () => Promise.reject(new Error('no questions here')) })

/** A folder that goes when the test is over. */
export async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'huishu-export-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Writes the workbook with the made blank forms; gives its path. */
export async function exportTo(folder: string, input: ConsolidatedInput): Promise<string> {
  const blank = await blankWorkbook()
  const target = join(folder, '汇总表.xlsx')
  await writer.consolidated(
    input,
    (name) => (name === '小学.xlsx' ? blank : null),
    target,
    () => undefined,
    { cancelled: false },
  )
  return target
}

/** The workbook written and read back by exceljs. */
export async function exported(input: ConsolidatedInput): Promise<ExcelJS.Workbook> {
  const path = await exportTo(await scratch(), input)
  const book = new ExcelJS.Workbook()
  const bytes = await readFile(path)
  const buffer = new ArrayBuffer(bytes.byteLength)
  new Uint8Array(buffer).set(bytes)
  await book.xlsx.load(buffer)
  return book
}

/** The sheet, or a failed test. */
export function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name)
  if (sheet === undefined) {
    const there = book.worksheets.map((each) => each.name).join(', ')
    throw new Error(`no sheet ${name}; there are ${there}`)
  }
  return sheet
}
