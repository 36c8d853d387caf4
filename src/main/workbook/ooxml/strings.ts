import { decodeXml, XmlWalk } from './xml.ts'

/** Excel writes characters that XML cannot hold as _xHHHH_ (ECMA-376 Part 1, 22.9.2.19 ST_Xstring). */
export function decodeXstring(text: string): string {
  // Line ends in the file are one sign in XML, before what is written as _x000D_ is a sign at all.
  const read = text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text
  if (!read.includes('_x')) return read
  return read
    .replace(/_x([0-9a-f]{4})_/giu, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .replaceAll('\r\n', '\n')
}

/**
 * The text of a string element (`si`, `is`) on whose opening tag `walk` stands: all its runs
 * joined, without the phonetic text that stands above a word. Leaves `walk` on the closing tag.
 */
export function stringItem(walk: XmlWalk): string {
  const element = walk.name
  let text = ''
  let phonetic = false
  if (walk.closes) return text
  while (walk.next() && !(walk.closes && walk.name === element)) {
    if (walk.name === 'rPh') phonetic = !walk.closes
    else if (walk.name === 't' && walk.closes && !phonetic) text += walk.textBefore()
  }
  return decodeXstring(text)
}

/** The shared strings of a workbook, by index. */
export function sharedStrings(part: Buffer): string[] {
  const walk = new XmlWalk(decodeXml(part))
  const strings: string[] = []
  while (walk.next()) {
    if (walk.opens && walk.name === 'si') strings.push(oneCopy(stringItem(walk)))
  }
  return strings
}

/** Texts met in earlier workbooks: a county's returns have their labels in common. */
const met = new Map<string, string>()
const MOST_MET = 20_000
const LONGEST_MET = 100

/**
 * The text, as one and the same string for all workbooks: what is remembered by labels is found
 * faster, and does not hold on to the XML that a label was cut from.
 */
function oneCopy(text: string): string {
  const known = met.get(text)
  if (known !== undefined) return known
  if (text.length > LONGEST_MET) return text
  if (met.size >= MOST_MET) met.clear()
  const copy = Buffer.from(text, 'utf16le').toString('utf16le')
  met.set(copy, copy)
  return copy
}
