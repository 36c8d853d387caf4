import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWorkbook } from './county/write-workbook.ts'
import { FORM_LIBRARY } from './forms/library.ts'
import { drawSheet } from './forms/sheet.ts'
import type { FormSheetSpec } from './forms/spec.ts'

/** One workbook of blank sheets. */
export async function blankBook(sheets: readonly FormSheetSpec[]): Promise<Uint8Array> {
  const drawn = sheets.map((spec) => drawSheet(spec))
  return writeWorkbook(
    drawn.map(({ sheet }) => sheet),
    new Map(drawn.map(({ sheet, ruled }) => [sheet.name, ruled])),
  )
}

/** Writes resources/forms anew. */
async function main(): Promise<void> {
  const folder = join(import.meta.dirname, '../resources/forms')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const { file, sheets } of FORM_LIBRARY) {
    writeFileSync(join(folder, file), await blankBook(sheets))
  }
  process.stdout.write(`resources/forms: ${FORM_LIBRARY.length} workbooks\n`)
}

if (import.meta.main) await main()
