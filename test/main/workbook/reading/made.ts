import { strToU8, zipSync } from 'fflate'
import type { RawCell, SheetData } from '../../../../src/core/model/sheet.ts'
import { readWorkbook } from '../../../../src/main/workbook/read-workbook.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** What goes into a workbook made by hand; everything has a plain default. */
export interface Made {
  /** Content of `sheetData`, or with `whole` the whole worksheet part. */
  rows?: string
  whole?: string
  before?: string
  after?: string
  strings?: string
  styles?: string
  properties?: string
  sheets?: string
  extra?: Record<string, Uint8Array>
}

/** The parts of a small .xlsx with one sheet called 表. */
export function parts(made: Made): Record<string, Uint8Array> {
  const sheet =
    made.whole ??
    `<worksheet xmlns="${MAIN}">${made.before ?? ''}<sheetData>${made.rows ?? ''}</sheetData>${made.after ?? ''}</worksheet>`
  const texts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}">${made.properties ?? ''}<sheets>${
      made.sheets ?? '<sheet name="表" sheetId="1" r:id="rId1"/>'
    }</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', '/xl/sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml'],
      ['rId4', 'chartsheet', 'chartsheets/sheet1.xml'],
      ['rId5', 'worksheet', 'worksheets/gone.xml'],
    ),
    'xl/worksheets/sheet1.xml': sheet,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${made.strings ?? ''}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${made.styles ?? ''}</styleSheet>`,
  }
  const all = Object.entries(texts).map(([name, text]) => [name, strToU8(HEAD + text)] as const)
  return { ...Object.fromEntries(all), ...made.extra }
}

function relations(...list: [id: string, type: string, target: string][]): string {
  const lines = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${LINKS}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}">${lines.join('')}</Relationships>`
}

export function xlsx(made: Made): Uint8Array {
  return zipSync(parts(made))
}

/** Sheets of a workbook that must be readable. */
export function sheetsOf(bytes: Uint8Array): SheetData[] {
  const outcome = readWorkbook(bytes, 'a.xlsx')
  if (!outcome.ok) throw new Error(`${outcome.code} ${outcome.detail}`)
  return outcome.workbook.sheets
}

export function sheetOf(bytes: Uint8Array): SheetData {
  const sheet = sheetsOf(bytes)[0]
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

/** The cells of the first row. */
export function firstRow(made: Made): (RawCell | undefined)[] {
  return [...(sheetOf(xlsx(made)).cells[0] ?? [])]
}

/** Why the bytes cannot be read; "ok" when they can. */
export function codeOf(bytes: Uint8Array, path = 'a.xlsx'): string {
  const outcome = readWorkbook(bytes, path)
  return outcome.ok ? 'ok' : outcome.code
}
