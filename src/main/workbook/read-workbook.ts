import { zipSync } from 'fflate'
import type { ReadOutcome, WorkbookData } from '../../core/model/sheet.ts'
import { DEFAULT_PASSWORD, decrypted } from './decrypt.ts'
import { readDelimited } from './delimited.ts'
import { LIMITS } from './limits.ts'
import { megabytes } from './megabytes.ts'
import { mendOds } from './legacy/mend-ods.ts'
import { odsRules } from './legacy/ods-rules.ts'
import { odsSheets } from './legacy/ods-visibility.ts'
import { readLegacy } from './legacy/read-legacy.ts'
import { readHtml } from './markup/read-html.ts'
import { readSpreadsheetMl } from './markup/read-spreadsheetml.ts'
import { withRules } from './ooxml/validations.ts'
import { readOoxml } from './ooxml/read-ooxml.ts'
import { sniff } from './sniff.ts'
import { Unreadable } from './unreadable.ts'
import type { Zip } from './package.ts'

/**
 * Reads a file's bytes as a workbook, whatever its ending. Never throws: what cannot be read
 * comes back as the reason. Can take long on bytes made to do so; reader.ts sets the time limit.
 */
export function readWorkbook(bytes: Uint8Array, path: string): ReadOutcome {
  try {
    return { ok: true, workbook: readOpen(bytes, path) }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, code: error.code, detail: error.detail }
    const detail = error instanceof Error ? error.message.slice(0, 100) : ''
    return { ok: false, code: 'damaged', detail }
  }
}

/** Reads a workbook, also one that Excel opens unasked although it is encrypted. */
function readOpen(bytes: Uint8Array, path: string): WorkbookData {
  try {
    return read(bytes, path)
  } catch (error) {
    const locked = error instanceof Unreadable && error.code === 'encrypted' && bytes[0] === 0xd0
    const opened = locked ? unlocked(bytes) : null
    if (opened === null) throw error
    return read(opened, path)
  }
}

function unlocked(bytes: Uint8Array): Uint8Array | null {
  try {
    return decrypted(bytes, DEFAULT_PASSWORD)
  } catch {
    // A lock of another kind, or a damaged one: it is encrypted all the same.
    return null
  }
}

function read(bytes: Uint8Array, path: string): WorkbookData {
  if (bytes.length > LIMITS.fileBytes) throw new Unreadable('too-large', megabytes(bytes.length))
  const file = sniff(bytes, path)
  switch (file.kind) {
    case 'ooxml':
      return readOoxml(file.zip)
    case 'packed':
      return readPacked(file.zip)
    case 'binary':
      return readLegacy(bytes, true)
    case 'spreadsheetml':
      return readSpreadsheetMl(file.text)
    case 'html':
      return readHtml(file.text)
    case 'text': {
      const table = readDelimited(file.text)
      if (table === null) throw new Unreadable('not-a-workbook', 'TXT')
      return table
    }
  }
}

/** An .xlsb, or an .ods, whose sheets' names and hidden parts are read beside their cells. */
function readPacked(zip: Zip): WorkbookData {
  const content = zip.part('[Content_Types].xml') === null ? zip.part('content.xml') : null
  const workbook = readLegacy(stored(zip), content === null)
  if (content === null) return workbook
  const xml = content.toString('utf8')
  const looks = odsSheets(xml)
  if (looks.length !== workbook.sheets.length) throw new Unreadable('damaged', 'content.xml')
  const within = (ranges: [number, number][], count: number) =>
    ranges.flatMap(([first, last]) =>
      Array.from({ length: Math.max(0, Math.min(last + 1, count) - first) }, (_, n) => first + n),
    )
  const sheets = workbook.sheets.map((sheet, index) => {
    const { name, hidden, rows, columns } = looks[index] ?? { ...sheet, rows: [], columns: [] }
    const hiddenRows = within(rows, sheet.rowCount)
    const hiddenColumns = within(columns, sheet.columnCount)
    return { ...sheet, name, hidden, hiddenRows, hiddenColumns }
  })
  return { sheets: withRules(sheets, odsRules(xml)) }
}

const NO_STYLES = Buffer.from(
  '<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
)

const ODS_LIST = 'META-INF/manifest.xml'
const NO_LIST = Buffer.from('<manifest:manifest/>')

/** The same zip with its parts checked against the limits and not packed any more. */
function stored(zip: Zip): Uint8Array {
  const parts: Record<string, Uint8Array> = {}
  for (const name of zip.names()) {
    const part = zip.part(name)
    if (part !== null) parts[name] = name === 'content.xml' ? mendOds(part) : part
  }
  // The library will not open an .ods without styles or a list of its parts, which other programs do.
  if (zip.has('content.xml') && !zip.has('styles.xml')) parts['styles.xml'] = NO_STYLES
  if (zip.has('content.xml') && !zip.has(ODS_LIST)) parts[ODS_LIST] = NO_LIST
  return zipSync(parts, { level: 0 })
}
