import { decodeXml, isTrue, XmlWalk } from './xml.ts'

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
 * joined, without the phonetic text that stands above a word. What is struck through or raised in
 * one run of several is said (see `asSeen`). Leaves `walk` on the closing tag.
 */
export function stringItem(walk: XmlWalk): string {
  const element = walk.name
  let text = ''
  let phonetic = false
  let look: RunLook = null
  if (walk.closes) return text
  while (walk.next() && !(walk.closes && walk.name === element)) {
    if (walk.name === 'rPh') phonetic = !walk.closes
    else if (walk.name === 'r' && walk.opens) look = null
    else if (walk.name === 'strike' && walk.opens) {
      if (isTrue(walk.attribute('val') ?? '1')) look = 'struck'
    } else if (walk.name === 'vertAlign' && walk.opens) {
      if (walk.attribute('val') === 'superscript') look ??= 'raised'
    } else if (walk.name === 't' && walk.closes && !phonetic)
      text += asSeen(decodeXstring(walk.textBefore()), look, text)
  }
  return text
}

/** How a run of a text looks, where that changes what it says. */
export type RunLook = 'struck' | 'raised' | null

/**
 * A figure that is struck through was taken back, and a raised one behind another counts a note:
 * neither is more digits of the figure beside it. Said in words, so that a person decides.
 */
export function asSeen(run: string, look: RunLook, before: string): string {
  if (look === null || !/\d/u.test(run)) return run
  if (look === 'struck') return struckOut(run)
  return /\d$/u.test(before) ? `［上标：${run}］` : run
}

/** Whether a text is a figure and nothing else. */
export function isFigureAlone(text: string): boolean {
  return /^\s*[-+]?\d[\d,.]*\s*$/u.test(text)
}

/** A figure that its writer struck through, as a text that no reader takes for one. */
export function struckOut(figure: string): string {
  return `［划去：${figure}］`
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
