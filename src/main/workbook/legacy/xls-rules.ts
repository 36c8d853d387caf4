import { a1 } from '../../../core/model/address.ts'
import type { CellRule, Merge } from '../../../core/model/sheet.ts'
import { MOST_RULES } from '../ooxml/validations.ts'
import type { WrittenRule } from '../ooxml/validations.ts'
import { recordsFrom, xlsStream } from './xls-records.ts'

/** Records of an .xls that say what may be typed, and those by which other sheets and names are found. */
const BOUND_SHEET = 0x0085
const EXTERN_SHEET = 0x0017
const NAME = 0x0018
const RULE = 0x01be
const CONTINUE = 0x003c

/** Kinds of a rule by its lowest four bits ([MS-XLS] 2.4.90). */
const KINDS: readonly (CellRule['kind'] | null)[] = [null, 'whole', 'decimal', 'list', 'date']

/** What formulas refer to beyond their own sheet: sheets by their place among all, and names. */
interface Beyond {
  /** Sheet of each entry of EXTERNSHEET. */
  sheets: (string | undefined)[]
  /** Formula of each defined name. */
  names: Buffer[]
}

/**
 * The data validations of an .xls ([MS-XLS] 2.4.90), sheet by sheet: the library leaves them out. One
 * that cannot be understood is left out too.
 *
 * @param sheetNames in the order in which the sheets stand in the file
 */
export function rulesInXls(bytes: Uint8Array, sheetNames: readonly string[]): WrittenRule[][] {
  const stream = xlsStream(bytes)
  if (stream === null) return []
  const bound: number[] = []
  const externs: number[] = []
  const names: Buffer[] = []
  for (const { kind, at, length } of recordsFrom(stream, 0)) {
    const content = stream.subarray(at, at + length)
    if (kind === BOUND_SHEET && length >= 4) bound.push(content.readUInt32LE(0))
    if (kind === EXTERN_SHEET && length >= 2)
      for (let from = 2; from + 6 <= length; from += 6) externs.push(content.readUInt16LE(from + 2))
    if (kind === NAME) names.push(formulaOfName(content))
  }
  const inOrder = bound.toSorted((a, b) => a - b)
  const nameAt = (place: number): string | undefined =>
    sheetNames[inOrder.indexOf(bound[place] ?? -1)]
  const beyond: Beyond = { sheets: externs.map(nameAt), names }
  return inOrder.map((from) => rulesFrom(stream, from, beyond))
}

/** The formula of a defined name ([MS-XLS] 2.4.150); nothing where it cannot be told. */
function formulaOfName(content: Buffer): Buffer {
  if (content.length < 15) return Buffer.alloc(0)
  const [letters, size] = [content.readUInt8(3), content.readUInt16LE(4)]
  const wide = (content.readUInt8(14) & 1) === 1
  const from = 15 + letters * (wide ? 2 : 1)
  return content.subarray(from, from + size)
}

function rulesFrom(stream: Buffer, from: number, beyond: Beyond): WrittenRule[] {
  const rules: WrittenRule[] = []
  let open: Buffer | null = null
  const keep = (): void => {
    const rule = open === null || rules.length >= MOST_RULES ? null : ruleIn(open, beyond)
    if (rule !== null) rules.push(rule)
    open = null
  }
  for (const { kind, at, length } of recordsFrom(stream, from)) {
    const content = stream.subarray(at, at + length)
    if (kind === CONTINUE && open !== null) open = Buffer.concat([open, content])
    else keep()
    if (kind === RULE) open = content
  }
  keep()
  return rules
}

function ruleIn(content: Buffer, beyond: Beyond): WrittenRule | null {
  try {
    const flags = content.readUInt32LE(0)
    const kind = KINDS[flags & 0xf] ?? null
    let at = 4
    // Titles and texts of the prompt and of the error.
    for (let text = 0; text < 4; text++) {
      const wide = (content.readUInt8(at + 2) & 1) === 1
      at += 3 + content.readUInt16LE(at) * (wide ? 2 : 1)
    }
    const size = content.readUInt16LE(at)
    const formula = content.subarray(at + 4, at + 4 + size)
    at += 4 + size
    at += 4 + content.readUInt16LE(at)
    const areas = areasIn(content, at)
    const [first] = areas
    if (kind === null || first === undefined) return null
    if (kind !== 'list') return { kind, areas, source: '' }
    const words = wordsIn(formula)
    return words === null
      ? { kind, areas, source: sourceOf(formula, first, beyond) }
      : { kind, areas, source: '', choices: words }
  } catch {
    // Shorter than it says: nothing of it can be told.
    return null
  }
}

function areasIn(content: Buffer, from: number): Merge[] {
  const count = content.readUInt16LE(from)
  return Array.from({ length: count }, (_, index) => {
    const at = from + 2 + index * 8
    return {
      top: content.readUInt16LE(at),
      bottom: content.readUInt16LE(at + 2),
      left: content.readUInt16LE(at + 4),
      right: content.readUInt16LE(at + 6),
    }
  })
}

/** The words of a list that is written out, parted by NUL (PtgStr); null for another formula. */
function wordsIn(formula: Buffer): string[] | null {
  if (formula.length < 3 || formula.readUInt8(0) !== 0x17) return null
  const [letters, wide] = [formula.readUInt8(1), (formula.readUInt8(2) & 1) === 1]
  const text = wide
    ? formula.toString('utf16le', 3, 3 + letters * 2)
    : formula.toString('latin1', 3, 3 + letters)
  return text.split('\0')
}

/** Where the words of a list stand, as Excel writes it; "" where that is worked out. */
function sourceOf(formula: Buffer, base: Merge, { sheets, names }: Beyond, within = 0): string {
  if (formula.length < 4 || within > 3) return ''
  // The two highest bits say what the value is for.
  const token = (formula.readUInt8(0) & 0x1f) | 0x20
  if (token === 0x23) {
    const named = names[formula.readUInt32LE(1) - 1]
    return named === undefined ? '' : sourceOf(named, base, { sheets, names }, within + 1)
  }
  const beyond = token === 0x3a || token === 0x3b
  const sheet = beyond ? sheets[formula.readUInt16LE(1)] : undefined
  if (beyond && sheet === undefined) return ''
  const single = [0x24, 0x2c, 0x3a].includes(token)
  if (!single && ![0x25, 0x2d, 0x3b].includes(token)) return ''
  const at = beyond ? 3 : 1
  const ends = single ? [[at, at + 2] as const] : [[at, at + 4] as const, [at + 2, at + 6] as const]
  const cells = ends.map(([row, column]) =>
    cellAt(formula.readUInt16LE(row), formula.readUInt16LE(column), base, token),
  )
  const place = sheet === undefined ? '' : `'${sheet.replaceAll("'", "''")}'!`
  return place + cells.join(':')
}

/** A cell of a reference; one that is relative counts from the first cell of the rule. */
function cellAt(row: number, written: number, base: Merge, token: number): string {
  const moves = token === 0x2c || token === 0x2d
  const [rowMoves, columnMoves] = [(written & 0x8000) !== 0, (written & 0x4000) !== 0]
  const column = written & 0x3fff
  return a1(
    moves && rowMoves ? (base.top + row) & 0xffff : row,
    moves && columnMoves ? (base.left + column) & 0xff : column,
  )
}
