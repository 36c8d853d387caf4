import { addExact, formatExact, parseExact, subtractExact, ZERO } from '../model/exact.ts'
import type { Exact } from '../model/exact.ts'
import { parseA1 } from '../model/address.ts'
import { keptForTexts } from '../model/kept-for-text.ts'
import type { SheetData } from '../model/sheet.ts'
import { placeKey } from '../model/place-key.ts'

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`
const ADDRESS = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`
const TOKEN = new RegExp(
  String.raw`\s*(?:\d+(?:\.\d+)?|(?:${SHEET})?${ADDRESS}|SUM(?=\s*\()|[-+*(),:])`,
  'giyu',
)
/** Cells a range may hold; a form's sums are far smaller. */
const RANGE_LIMIT = 10_000
/** Brackets and signs one within another; a school's sums have two or three. */
const NESTING_LIMIT = 100
/** Digits of a count that is added as a machine number. */
const COUNT_DIGITS = 9
/** Cells without a stored result that one formula may lead to, one through another. */
const DEPTH_LIMIT = 40

/** The workbook that formulas stand in. */
interface Book {
  sheets: readonly SheetData[]
  /** Cells worked out already, by sheet, row and column; null for those that cannot be, and while at work. */
  known: Map<SheetData, Map<number, Exact | null>>
}

/**
 * The value of a formula whose result was not stored, where it is plain arithmetic: + - * and SUM
 * over cells of its workbook. Exact. Anything else, and any cell in it that is not a number or
 * empty, gives null: then the cell stays unreadable.
 *
 * @param sheet where the formula stands
 * @param sheets all sheets of the workbook
 */
export function recompute(
  sheet: SheetData,
  formula: string,
  sheets: readonly SheetData[] = [sheet],
): string | null {
  const value = valueOf({ sheets, known: new Map() }, sheet, formula, 0)
  return value === null ? null : formatExact(value)
}

function valueOf(book: Book, sheet: SheetData, formula: string, depth: number): Exact | null {
  const tokens = depth > DEPTH_LIMIT ? null : tokensOf(formula)
  return tokens === null ? null : new Arithmetic(book, sheet, tokens, depth).result()
}

/** A word of a formula, and the cell it means where it is an address. */
interface Token {
  text: string
  place: CellPlace | null
}

/** A cell; `sheet` is the name written before it in small letters, null where there is none. */
interface CellPlace {
  row: number
  column: number
  sheet: string | null
}

const NO_TOKEN: Token = { text: '', place: null }

/** Formulas taken apart: schools of a kind send the same ones, thousands of times. */
const tokensOf = keptForTexts(tokenise, 5_000)

function tokenise(formula: string): Token[] | null {
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < formula.length) {
    const match = TOKEN.exec(formula)
    if (match === null) return null
    const text = match[0].trim().toUpperCase()
    tokens.push({ text, place: placeOf(text) })
  }
  return tokens
}

/** `A1`, `Sheet!A1` or `'A sheet'!A1` as a place; null for what is no address. */
function placeOf(text: string): CellPlace | null {
  const at = text.lastIndexOf('!')
  const cell = parseA1(text.slice(at + 1))
  if (cell === null) return null
  const name = at < 0 ? null : text.slice(0, at).replace(/^'(.*)'$/su, '$1')
  return { ...cell, sheet: name?.replaceAll("''", "'").toLowerCase() ?? null }
}

/** Recursive descent over the few forms of arithmetic that school forms use. */
class Arithmetic {
  private readonly book: Book
  private readonly sheet: SheetData
  private readonly tokens: Token[]
  private readonly depth: number
  private at = 0
  private nesting = 0

  constructor(book: Book, sheet: SheetData, tokens: Token[], depth: number) {
    this.book = book
    this.sheet = sheet
    this.tokens = tokens
    this.depth = depth
  }

  result(): Exact | null {
    const value = this.sum()
    return this.at === this.tokens.length ? value : null
  }

  private take(token: string): boolean {
    if (this.tokens[this.at]?.text !== token) return false
    this.at++
    return true
  }

  private placeAt(at: number): Token['place'] {
    return this.tokens[at]?.place ?? null
  }

  private sum(): Exact | null {
    let value = this.product()
    while (value !== null) {
      if (this.take('+')) value = both(value, this.product(), addExact)
      else if (this.take('-')) value = both(value, this.product(), subtractExact)
      else return value
    }
    return null
  }

  private product(): Exact | null {
    let value = this.factor()
    while (value !== null && this.take('*')) value = both(value, this.factor(), multiply)
    return value
  }

  private factor(): Exact | null {
    if (++this.nesting > NESTING_LIMIT) return null
    const value = this.innerFactor()
    this.nesting--
    return value
  }

  private innerFactor(): Exact | null {
    if (this.take('-')) return both(ZERO, this.factor(), subtractExact)
    if (this.take('+')) return this.factor()
    if (this.take('(')) {
      const value = this.sum()
      return this.take(')') ? value : null
    }
    if (this.take('SUM')) return this.sumCall()
    const { text, place } = this.tokens[this.at++] ?? NO_TOKEN
    if (place !== null) return this.cell(this.sheetOf(place), place.row, place.column)
    return /^\d/.test(text) ? parseExact(text) : null
  }

  private sumCall(): Exact | null {
    if (!this.take('(')) return null
    let total: Exact | null = ZERO
    do {
      const isRange = this.placeAt(this.at) !== null && this.tokens[this.at + 1]?.text === ':'
      const part = isRange ? this.range() : this.sum()
      total = total === null ? null : both(total, part, addExact)
    } while (total !== null && this.take(','))
    return this.take(')') ? total : null
  }

  private range(): Exact | null {
    const from = this.placeAt(this.at)
    const to = this.placeAt(this.at + 2)
    this.at += 3
    if (from === null || to === null) return null
    if (to.sheet !== null && to.sheet !== from.sheet) return null
    const sheet = this.sheetOf(from)
    if (sheet === null) return null
    const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)]
    const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)]
    if ((bottom - top + 1) * (right - left + 1) > RANGE_LIMIT) return null
    // Counts are added as machine numbers, far below where those lose digits; the rest exactly.
    let counts = 0
    let total: Exact | null = ZERO
    for (let row = top; row <= bottom && total !== null; row++) {
      for (let column = left; column <= right && total !== null; column++) {
        const cell = sheet.cells[row]?.[column]
        if (cell === undefined) continue
        const count = cell.kind === 'number' ? countOf(cell.value) : null
        if (count === null) total = both(total, this.cell(sheet, row, column), addExact)
        else counts += count
      }
    }
    return total === null ? null : addExact(total, { units: BigInt(counts), scale: 0 })
  }

  /** The sheet that a place is on; null when the workbook has none of that name. */
  private sheetOf({ sheet: name }: CellPlace): SheetData | null {
    if (name === null) return this.sheet
    return this.book.sheets.find((one) => one.name.toLowerCase() === name) ?? null
  }

  /** An empty cell is 0 in arithmetic; text, dates and errors are no numbers, whatever Excel would make of them. */
  private cell(sheet: SheetData | null, row: number, column: number): Exact | null {
    if (sheet === null) return null
    const cell = sheet.cells[row]?.[column]
    if (cell === undefined) return ZERO
    if (cell.noResult === true) return this.unstored(sheet, row, column, cell.formula ?? '')
    if (cell.kind === 'text' && cell.value.trim() === '') return ZERO
    return cell.kind === 'number' ? parseExact(cell.value) : null
  }

  /** Once for each cell: a file may make every cell double the work, or cells point at each other. */
  private unstored(sheet: SheetData, row: number, column: number, formula: string): Exact | null {
    const own = this.book.known.get(sheet) ?? new Map<number, Exact | null>()
    this.book.known.set(sheet, own)
    const key = placeKey(row, column)
    const known = own.get(key)
    if (known !== undefined) return known
    own.set(key, null)
    const value = valueOf(this.book, sheet, formula, this.depth + 1)
    own.set(key, value)
    return value
  }
}

function both(a: Exact, b: Exact | null, join: (a: Exact, b: Exact) => Exact): Exact | null {
  return b === null ? null : join(a, b)
}

function multiply(a: Exact, b: Exact): Exact {
  return { units: a.units * b.units, scale: a.scale + b.scale }
}

/** A whole number of few digits; null for any other. */
function countOf(value: string): number | null {
  if (value.length > COUNT_DIGITS) return null
  const count = Number(value)
  return Number.isInteger(count) ? count : null
}
