import { CompoundFile } from '../compound-file.ts'

/** Records of an .xls ([MS-XLS] 2.3): those that say how a cell looks, and those that are cells. */
const BOF = 0x0809
const EOF = 0x000a
const FONT = 0x0031
const XF = 0x00e0
const BOUND_SHEET = 0x0085
const MULTIPLE_RK = 0x00bd
/** Number, RK, label, formula, text, boolean or error, text with runs. */
const CELLS = new Set([0x0203, 0x027e, 0x00fd, 0x0006, 0x0204, 0x0205, 0x00d6])
/** In a font's flags: struck through ([MS-XLS] 2.4.122). */
const STRIKE = 0x0008

/** For each sheet, in their order, the cells that are struck through, as `row,column` from 0. */
export type StruckCells = ReadonlySet<string>[]

interface Entry {
  kind: number
  /** Where its content begins, and how long it is. */
  at: number
  length: number
}

/**
 * The struck-out cells of an .xls: the library tells nothing of fonts. Of another file, or one of
 * Excel 4 and before, none.
 *
 * Throws Unreadable damaged.
 */
export function struckInXls(bytes: Uint8Array): StruckCells {
  if (bytes[0] !== 0xd0) return []
  const file = new CompoundFile(bytes)
  const stream = file.read(file.names().has('workbook') ? 'workbook' : 'book')
  if (stream === null) return []
  const fonts: boolean[] = []
  const looks: boolean[] = []
  const sheets: number[] = []
  for (const { kind, at, length } of entriesFrom(stream, 0)) {
    if (kind === FONT && length >= 4) {
      // No font has the number 4.
      if (fonts.length === 4) fonts.push(false)
      fonts.push((stream.readUInt16LE(at + 2) & STRIKE) !== 0)
    }
    if (kind === XF && length >= 2) looks.push(fonts[stream.readUInt16LE(at)] === true)
    if (kind === BOUND_SHEET && length >= 4) sheets.push(stream.readUInt32LE(at))
  }
  if (!looks.includes(true)) return []
  return sheets.toSorted((a, b) => a - b).map((from) => struckFrom(stream, from, looks))
}

function struckFrom(stream: Buffer, from: number, looks: readonly boolean[]): ReadonlySet<string> {
  const struck = new Set<string>()
  for (const { kind, at, length } of entriesFrom(stream, from)) {
    if (CELLS.has(kind) && length >= 6) {
      const [row, column, look] = [0, 2, 4].map((offset) => stream.readUInt16LE(at + offset))
      if (looks[look ?? 0] === true) struck.add(`${String(row)},${String(column)}`)
    }
    if (kind !== MULTIPLE_RK || length < 6) continue
    const [row, first] = [stream.readUInt16LE(at), stream.readUInt16LE(at + 2)]
    for (let n = 0; 4 + 6 * n + 6 <= length - 2; n++) {
      if (looks[stream.readUInt16LE(at + 4 + 6 * n)] === true)
        struck.add(`${String(row)},${String(first + n)}`)
    }
  }
  return struck
}

/** The records of a part of the stream, up to its end; what is drawn within a sheet is passed over. */
function* entriesFrom(stream: Buffer, from: number): Generator<Entry> {
  let depth = 0
  for (let at = from; at + 4 <= stream.length;) {
    const [kind, length] = [stream.readUInt16LE(at), stream.readUInt16LE(at + 2)]
    if (at + 4 + length > stream.length) return
    if (kind === BOF) depth++
    else if (kind === EOF) depth--
    if (depth <= 0) return
    if (depth === 1) yield { kind, at: at + 4, length }
    at += 4 + length
  }
}
