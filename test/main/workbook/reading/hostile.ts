import { constants, crc32, deflateRawSync } from 'node:zlib'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { columnName } from '../../../../src/core/model/address.ts'
import { xlsx } from './made.ts'

const MB = 2 ** 20
const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'

/** An .xlsx of which one part is a gibibyte of zeros in a few megabytes; its directory says `claimed`. */
export function zeros(claimed: number): Uint8Array {
  const piece = Buffer.alloc(MB)
  const packed = deflateRawSync(piece, { finishFlush: constants.Z_FULL_FLUSH })
  const data = Buffer.concat([...Array.from({ length: 1_024 }, () => packed), Buffer.from([3, 0])])
  let crc = 0
  for (let n = 0; n < 1_024; n += 1) crc = crc32(piece, crc)
  const name = Buffer.from('xl/workbook.xml')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50)
  central.writeUInt16LE(8, 10)
  for (const [place, value] of [
    [16, crc],
    [20, data.length],
    [24, claimed],
  ] as const) {
    central.writeUInt32LE(value, place)
  }
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + data.length, 16)
  return Buffer.concat([local, name, data, central, name, end])
}

/** An .xlsx whose sheet is as large as a part may be, nothing but cells. */
export function fullOfCells(cell: (address: string) => string): Uint8Array {
  const rows: string[] = []
  for (let row = 1, size = 0; size < 60 * MB; row += 1) {
    const cells = Array.from({ length: 100 }, (_, column) => cell(columnName(column) + String(row)))
    const line = `<row r="${row}">${cells.join('')}</row>`
    size += line.length
    rows.push(line)
  }
  // Packed as it is: squeezed, it would be refused as a bomb.
  return packedAsItIs(xlsx({}), `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`)
}

/** An .xlsx with so many columns declared, each over the whole width. */
export function columnsOverAndOver(): Uint8Array {
  const column = '<col min="1" max="16384" hidden="1" width="1"/>'
  const before = `<cols>${column.repeat(200_000)}</cols>`
  const sheet = `<worksheet>${before}<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>`
  return packedAsItIs(xlsx({}), sheet)
}

export function mergesWithoutEnd(): Uint8Array {
  const merges = `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(2_000_000)}</mergeCells>`
  const sheet = `<worksheet><sheetData>${ONE}</sheetData>${merges}</worksheet>`
  return packedAsItIs(xlsx({}), sheet)
}

/** A long formula that a million cells share. */
export function sharedFormula(): Uint8Array {
  const first = `<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:Z9">${'A1+'.repeat(2_700)}A1</f></c></row>`
  const rows = `<row>${'<c><f t="shared" si="0"/></c>'.repeat(100)}</row>`.repeat(10_000)
  return packedAsItIs(xlsx({}), `<worksheet><sheetData>${first}${rows}</sheetData></worksheet>`)
}

/** An .ods of one cell that is said to stand in every place of every sheet there could be. */
export function repeatedCell(): Uint8Array {
  const cell =
    '<table:table-cell office:value-type="float" office:value="5" table:number-columns-repeated="2000000000"><text:p>5</text:p></table:table-cell>'
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'META-INF/manifest.xml': strToU8('<manifest:manifest/>'),
    'styles.xml': strToU8('<office:document-styles/>'),
    'content.xml': strToU8(
      `<office:document-content><office:body><office:spreadsheet><table:table table:name="表"><table:table-row table:number-rows-repeated="2000000000">${cell}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  })
}

/** XML Spreadsheet 2003 with rows hidden over and over, from places that no sheet has. */
export function hiddenRows(): Uint8Array {
  const rows = '<Row ss:Index="1" ss:Hidden="1" ss:Span="1048575"/>'.repeat(200)
  return strToU8(
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table>${rows}</Table></Worksheet></Workbook>`,
  )
}

/** The workbook with its sheet replaced, stored without packing. */
function packedAsItIs(workbook: Uint8Array, sheet: string): Uint8Array {
  const parts = unzipSync(workbook)
  parts['xl/worksheets/sheet1.xml'] = Buffer.from(sheet)
  return zipSync(parts, { level: 0 })
}
