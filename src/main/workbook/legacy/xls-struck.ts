import { recordsFrom, xlsStream } from './xls-records.ts'

/** Records of an .xls ([MS-XLS] 2.3): those that say how a cell looks, and those that are cells. */
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

/**
 * The struck-out cells of an .xls: the library tells nothing of fonts. Of another file, or one of
 * Excel 4 and before, none.
 *
 * Throws Unreadable damaged.
 */
export function struckInXls(bytes: Uint8Array): StruckCells {
  const stream = xlsStream(bytes)
  if (stream === null) return []
  const fonts: boolean[] = []
  const looks: boolean[] = []
  const sheets: number[] = []
  for (const { kind, at, length } of recordsFrom(stream, 0)) {
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
  for (const { kind, at, length } of recordsFrom(stream, from)) {
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
