import { deflateRawSync, crc32 } from 'node:zlib'
import { strFromU8, strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { readDirectory } from '../../../../src/main/zip/directory.ts'
import { record } from '../../../../src/main/zip/inflate.ts'
import { inMemory } from '../../../../src/main/zip/zip-bytes.ts'
import { codeOf, parts, sheetOf, sheetsOf, xlsx } from './made.ts'

const ROWS = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45721</v></c></row>'
const STRINGS = '<si><t>学校</t></si>'
const STYLES = '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>'
const MADE = { rows: ROWS, strings: STRINGS, styles: STYLES }

function values(bytes: Uint8Array): (string | undefined)[] {
  return Array.from(sheetOf(bytes).cells[0] ?? [], (cell) => cell?.value)
}

/** The workbook with its parts changed, renamed (new name given) or left out (null). */
function changed(changes: Record<string, ((part: string) => string | Uint8Array) | string | null>) {
  const entries = Object.entries(parts(MADE)).flatMap(([name, bytes]): [string, Uint8Array][] => {
    const change = changes[name]
    if (change === null) return []
    if (change === undefined) return [[name, bytes]]
    if (typeof change === 'string') return [[change, bytes]]
    const made = change(strFromU8(bytes))
    return [[name, typeof made === 'string' ? strToU8(made) : made]]
  })
  return zipSync(Object.fromEntries(entries))
}

const inEncoding = (encoding: string, name: string) => (part: string) =>
  iconv.encode(part.replace('UTF-8', name), encoding, { addBOM: encoding.startsWith('utf16') })
const ALL = ['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/styles.xml']
const LISTS = ['_rels/.rels', 'xl/_rels/workbook.xml.rels']

test.each([
  ['utf16le', 'UTF-16'],
  ['utf16be', 'UTF-16'],
  ['gb18030', 'GBK'],
  ['gb18030', 'gb2312'],
])('parts in %s, declared as %s, are read', (encoding, name) => {
  const change = Object.fromEntries(
    [...ALL, ...LISTS].map((part) => [part, inEncoding(encoding, name)]),
  )
  expect(values(changed(change))).toEqual(['学校', '2025-03-05'])
})

test('parts that start with the mark of UTF-8 are read', () => {
  const change = Object.fromEntries(
    [...ALL, ...LISTS].map((part) => [part, (xml: string) => `\ufeff${xml}`]),
  )
  expect(values(changed(change))).toEqual(['学校', '2025-03-05'])
})

test('a part that is no text in its encoding is damage, never a letter replaced', () => {
  // Unlike 学校, whose bytes in GBK happen to be two letters in UTF-8.
  const gbk = (part: string) => iconv.encode(part.replace('学校', '县二小'), 'gb18030')
  expect(codeOf(changed({ 'xl/sharedStrings.xml': gbk }))).toBe('damaged')
  expect(codeOf(changed({ 'xl/styles.xml': (xml) => xml.replace('UTF-8', 'klingon') }))).toBe(
    'damaged',
  )
})

test.each([
  ['absolute', '/xl/worksheets/sheet1.xml'],
  ['relative', 'worksheets/sheet1.xml'],
  ['relative with a dot', './worksheets/sheet1.xml'],
  ['relative and climbing', '../xl/worksheets/../worksheets/sheet1.xml'],
  ['with backslashes', 'worksheets\\sheet1.xml'],
  ['in other letters', 'Worksheets/SHEET1.xml'],
])('a target that is %s leads to its part', (_, target) => {
  const list = (xml: string) => xml.replace('"worksheets/sheet1.xml"', `"${target}"`)
  expect(values(changed({ 'xl/_rels/workbook.xml.rels': list }))).toEqual(['学校', '2025-03-05'])
})

test.each([
  ['xl/worksheets/表 1.xml', '表 1.xml'],
  ['xl/worksheets/表 1.xml', '%E8%A1%A8%201.xml'],
  ['xl/worksheets/100%.xml', '100%.xml'],
  ['xl/worksheets/a&b.xml', 'a&amp;b.xml'],
])('a sheet part called %s, linked as %s, is read', (name, target) => {
  const list = (xml: string) => xml.replace('sheet1.xml', target)
  const bytes = changed({ 'xl/worksheets/sheet1.xml': name, 'xl/_rels/workbook.xml.rels': list })
  expect(values(bytes)).toEqual(['学校', '2025-03-05'])
})

test('a workbook part of another name, in another folder, is found by its links', () => {
  const bytes = changed({
    '_rels/.rels': (xml) => xml.replace('xl/workbook.xml', 'buch/mappe.xml'),
    'xl/workbook.xml': 'buch/mappe.xml',
    'xl/_rels/workbook.xml.rels': 'buch/_rels/mappe.xml.rels',
    'xl/worksheets/sheet1.xml': 'buch/worksheets/sheet1.xml',
    'xl/styles.xml': 'buch/styles.xml',
  })
  expect(values(bytes)).toEqual(['学校', '2025-03-05'])
})

test('a workbook without a list of its own parts, or with wrong content types, is read', () => {
  expect(values(changed({ '_rels/.rels': null }))).toEqual(['学校', '2025-03-05'])
  expect(values(changed({ '[Content_Types].xml': null }))).toEqual(['学校', '2025-03-05'])
  const wrong = () => '<Types><Default Extension="xml" ContentType="image/png"/></Types>'
  expect(values(changed({ '[Content_Types].xml': wrong }))).toEqual(['学校', '2025-03-05'])
})

test('without its styles a workbook is read as numbers, without its texts it is damaged', () => {
  expect(values(changed({ 'xl/styles.xml': null }))).toEqual(['学校', '45721'])
  expect(codeOf(changed({ 'xl/sharedStrings.xml': null }))).toBe('damaged')
})

test('without its list of links, no sheet can be found: damaged', () => {
  expect(codeOf(changed({ 'xl/_rels/workbook.xml.rels': null }))).toBe('damaged')
})

test('strict OOXML has other namespaces and reads the same', () => {
  const strict = (xml: string) =>
    xml
      .replaceAll(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main',
      )
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      )
  expect(
    values(changed(Object.fromEntries([...ALL, ...LISTS].map((part) => [part, strict])))),
  ).toEqual(['学校', '2025-03-05'])
})

test('a chart, dialog or macro sheet is there without cells and hides no other sheet', () => {
  const sheets =
    '<sheet name="图" sheetId="1" r:id="c"/><sheet name="框" sheetId="2" r:id="d"/><sheet name="宏" sheetId="3" r:id="m"/><sheet name="模块" sheetId="5" r:id=""/><sheet name="表" sheetId="4" r:id="rId1"/>'
  const bytes = zipSync({
    ...parts({ ...MADE, sheets }),
    'xl/_rels/workbook.xml.rels': strToU8(
      strFromU8(parts(MADE)['xl/_rels/workbook.xml.rels'] ?? new Uint8Array()).replace(
        '</Relationships>',
        [
          ['c', 'chartsheet'],
          ['d', 'dialogsheet'],
          ['m', 'xlMacrosheet'],
        ]
          .map(([id, type]) => `<Relationship Id="${id}" Type="http://x/${type}" Target="x.xml"/>`)
          .join('') + '</Relationships>',
      ),
    ),
  })
  expect(sheetsOf(bytes).map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ['图', 0],
    ['框', 0],
    ['宏', 0],
    ['模块', 0],
    ['表', 1],
  ])
})

test('a dimension, a merge and a validation over the whole sheet cost no more than the content', () => {
  const bytes = xlsx({
    ...MADE,
    before: '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols>',
    after:
      '<mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells><dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"男,女"</formula1></dataValidation></dataValidations>',
  })
  expect(sheetOf(bytes)).toMatchObject({ rowCount: 1, columnCount: 2 })
})

test('50,000 merges are read', () => {
  const merges = Array.from(
    { length: 50_000 },
    (_, n) => `<mergeCell ref="A${n * 2 + 2}:B${n * 2 + 3}"/>`,
  )
  const bytes = xlsx({ ...MADE, after: `<mergeCells>${merges.join('')}</mergeCells>` })
  expect(sheetOf(bytes).merges).toHaveLength(50_000)
})

/** A zip written piece by piece: sizes behind the data, or in the 8-byte fields of zip64. */
function zipOf(files: Record<string, Uint8Array>, kind: 'descriptors' | 'zip64'): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [part, content] of Object.entries(files)) {
    const name = Buffer.from(part)
    const data = deflateRawSync(content)
    const descriptor = kind === 'descriptors'
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(descriptor ? 8 : 0, 6)
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(name.length, 26)
    const after = Buffer.alloc(descriptor ? 16 : 0)
    const extra = Buffer.alloc(descriptor ? 0 : 28)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50)
    central.writeUInt16LE(descriptor ? 8 : 0, 8)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(crc32(content), 16)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt16LE(extra.length, 30)
    if (descriptor) {
      after.writeUInt32LE(0x08074b50)
      after.writeUInt32LE(crc32(content), 4)
      after.writeUInt32LE(data.length, 8)
      after.writeUInt32LE(content.length, 12)
      central.writeUInt32LE(data.length, 20)
      central.writeUInt32LE(content.length, 24)
      central.writeUInt32LE(offset, 42)
    } else {
      extra.writeUInt16LE(1)
      extra.writeUInt16LE(24, 2)
      extra.writeBigUInt64LE(BigInt(content.length), 4)
      extra.writeBigUInt64LE(BigInt(data.length), 12)
      extra.writeBigUInt64LE(BigInt(offset), 20)
      for (const place of [20, 24, 42]) central.writeUInt32LE(0xffffffff, place)
    }
    const record = Buffer.concat([local, name, data, after])
    offset += record.length
    locals.push(record)
    centrals.push(central, name, extra)
  }
  const directory = Buffer.concat(centrals)
  const count = Object.keys(files).length
  const end64 = Buffer.alloc(kind === 'zip64' ? 56 + 20 : 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  if (kind === 'zip64') {
    end64.writeUInt32LE(0x06064b50)
    end64.writeBigUInt64LE(44n, 4)
    end64.writeBigUInt64LE(BigInt(count), 24)
    end64.writeBigUInt64LE(BigInt(count), 32)
    end64.writeBigUInt64LE(BigInt(directory.length), 40)
    end64.writeBigUInt64LE(BigInt(offset), 48)
    end64.writeUInt32LE(0x07064b50, 56)
    end64.writeBigUInt64LE(BigInt(offset + directory.length), 64)
    end.writeUInt16LE(0xffff, 10)
    end.writeUInt32LE(0xffffffff, 16)
  } else {
    end.writeUInt16LE(count, 10)
    end.writeUInt32LE(directory.length, 12)
    end.writeUInt32LE(offset, 16)
  }
  return Buffer.concat([...locals, directory, end64, end])
}

test.each(['descriptors', 'zip64'] as const)('a zip with %s is read', (kind) => {
  const bytes = zipOf(parts(MADE), kind)
  expect(values(bytes)).toEqual(['学校', '2025-03-05'])
})

test('a zip whose parts are locked with a password is encrypted', () => {
  const bytes = zipOf(parts(MADE), 'descriptors')
  const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  bytes.writeUInt16LE(9, at + 8)
  expect(codeOf(bytes)).toBe('encrypted')
})

test('a member that its zip keeps under a password is encrypted', () => {
  const bytes = zipOf({ 'returns/一小.xlsx': xlsx(MADE) }, 'descriptors')
  bytes.writeUInt16LE(9, 6)
  bytes.writeUInt16LE(9, bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 8)
  const [member] = readDirectory(inMemory(bytes), 1)?.entries ?? []
  expect(member?.name).toBe('returns/一小.xlsx')
  expect(member && codeOf(record(inMemory(bytes), member, bytes.length))).toBe('encrypted')
})
