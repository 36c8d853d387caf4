import { addExact, compareExact, formatExact, parseExact, ZERO } from '../../shared/exact.ts'
import type { Exact } from '../../shared/exact.ts'
import { placeKey } from '../model/place-key.ts'
import type { Merge, RawCell, SheetData } from '../model/sheet.ts'
import { formulaOf } from './formula-syntax.ts'
import type { CellPlace, Formula } from './formula-syntax.ts'
import { asKept, asNumber, BLANK, ERROR, joined, numberValue, product } from './formula-value.ts'
import { quotient, rounded } from './formula-value.ts'
import type { Value } from './formula-value.ts'

/** Cells a range may hold; a form's sums are far smaller. */
const RANGE_LIMIT = 10_000
/** Digits of a count that is added as a machine number. */
const COUNT_DIGITS = 9
/** Cells without a stored result that one formula may lead to, one through another. */
const DEPTH_LIMIT = 40
/** Places that ROUND may be asked for. */
const PLACES_LIMIT = 20

/** The workbook that formulas stand in. */
interface Book {
  sheets: readonly SheetData[]
  /** Cells worked out already, by sheet, row and column; null for those that cannot be, and while at work. */
  known: Map<SheetData, Map<number, Value | null>>
  /** Whether anything was divided: then the result has no more digits than Excel keeps. */
  divided: boolean
}

/**
 * The number that a formula whose result was not stored comes to in Excel, where it is made of
 * + - * / %, comparisons and SUM, AVERAGE, COUNT, MAX, MIN, ROUND, IF, IFERROR, SUMPRODUCT over
 * cells of its workbook; "" where it comes to an empty text. Exact, but for divisions, which have 15
 * digits. Anything else, an error, a text and a ring of cells give null: the cell stays unreadable.
 *
 * @param sheet where the formula stands
 * @param sheets all sheets of the workbook
 */
export function recompute(
  sheet: SheetData,
  formula: string,
  sheets: readonly SheetData[] = [sheet],
): string | null {
  const book: Book = { sheets, known: new Map(), divided: false }
  const value = valueOf(book, sheet, formula, 0)
  if (value?.kind === 'text' && value.text === '') return ''
  if (value?.kind !== 'number') return null
  return formatExact(book.divided ? asKept(value.number) : value.number)
}

function valueOf(book: Book, sheet: SheetData, text: string, depth: number): Value | null {
  const formula = depth > DEPTH_LIMIT ? null : formulaOf(text)
  if (formula === null) return null
  const value = new Evaluation(book, sheet, depth).value(formula)
  // A formula that only points at an empty cell gives 0.
  return value?.kind === 'blank' ? numberValue(ZERO) : value
}

/** What the cells of a reference or an argument hold, as a function that adds takes it. */
interface Gathered {
  sum: Exact
  count: number
  least: Exact | null
  most: Exact | null
}

class Evaluation {
  private readonly book: Book
  private readonly sheet: SheetData
  private readonly depth: number

  constructor(book: Book, sheet: SheetData, depth: number) {
    this.book = book
    this.sheet = sheet
    this.depth = depth
  }

  value(formula: Formula): Value | null {
    switch (formula.kind) {
      case 'number':
        return numberValue(formula.value)
      case 'text':
      case 'logical':
        return formula
      case 'cell':
        return this.cell(this.sheetOf(formula.place), formula.place.row, formula.place.column)
      case 'range':
        return null
      case 'negative':
        return joined('-', numberValue(ZERO), this.value(formula.operand))
      case 'percent':
        return joined('*', this.value(formula.operand), numberValue({ units: 1n, scale: 2 }))
      case 'chain': {
        let value = this.value(formula.first)
        for (const { operator, operand } of formula.rest) {
          if (value === null) return null
          if (operator === '/') this.book.divided = true
          value = joined(operator, value, this.value(operand))
        }
        return value
      }
      case 'call':
        return this.call(formula.name, formula.given)
    }
  }

  private call(name: string, given: Formula[]): Value | null {
    if (name === 'IF') return this.choice(given)
    if (name === 'IFERROR') return this.unlessError(given)
    if (name === 'ROUND') return this.round(given)
    if (name === 'SUMPRODUCT') return this.sumOfProducts(given)
    const all = this.gather(given, name)
    if (all === null) return null
    if (all === 'error') return ERROR
    if (name === 'SUM') return numberValue(all.sum)
    if (name === 'COUNT') return numberValue(whole(all.count))
    if (name === 'MAX') return numberValue(all.most ?? ZERO)
    if (name === 'MIN') return numberValue(all.least ?? ZERO)
    this.book.divided = true
    return name === 'AVERAGE' ? quotient(all.sum, whole(all.count)) : null
  }

  private choice([condition, then, otherwise]: Formula[]): Value | null {
    if (condition === undefined || then === undefined) return null
    const met = this.value(condition)
    const number = met === null ? null : asNumber(met)
    if (number?.kind !== 'number') return number
    if (number.number.units !== 0n) return this.value(then)
    return otherwise === undefined ? { kind: 'logical', value: false } : this.value(otherwise)
  }

  private unlessError([formula, instead]: Formula[]): Value | null {
    if (formula === undefined || instead === undefined) return null
    const value = this.value(formula)
    return value?.kind === 'error' ? this.value(instead) : value
  }

  private round([formula, to]: Formula[]): Value | null {
    if (formula === undefined || to === undefined) return null
    const given = joined('+', this.value(formula), numberValue(ZERO))
    const places = joined('+', this.value(to), numberValue(ZERO))
    if (given?.kind !== 'number') return given
    if (places?.kind !== 'number') return places
    const count = Number(formatExact(places.number))
    const fits = Number.isInteger(count) && Math.abs(count) <= PLACES_LIMIT
    // 7/12*30 is 17.5 to Excel, which keeps 15 digits of it, and is rounded to 18.
    return fits ? numberValue(rounded(asKept(given.number), count)) : null
  }

  /** Texts and empty cells count as 0 here (as Excel does with ranges of one size). */
  private sumOfProducts(given: Formula[]): Value | null {
    const columns: (Value | null)[][] = []
    let size = ''
    for (const one of given) {
      if (one.kind !== 'range') return null
      const { from, to } = one
      const own = `${String(to.row - from.row)} ${String(to.column - from.column)}`
      if (size !== '' && own !== size) return null
      size = own
      const cells = this.range(from, to)
      if (cells === null) return null
      columns.push(cells)
    }
    let sum: Value | null = numberValue(ZERO)
    for (const at of (columns[0] ?? []).keys()) {
      let each: Value | null = numberValue(whole(1))
      for (const column of columns) {
        const cell = column[at] ?? null
        if (cell === null || cell.kind === 'error') return cell
        const factor = cell.kind === 'number' ? cell.number : ZERO
        each = each?.kind === 'number' ? product(each.number, factor) : null
      }
      sum = joined('+', sum, each)
    }
    return sum
  }

  /** What the arguments hold: of cells only the numbers, of what is written or worked out every value. */
  private gather(given: Formula[], name: string): Gathered | 'error' | null {
    const all: Gathered = { sum: ZERO, count: 0, least: null, most: null }
    const ordering = name === 'MAX' || name === 'MIN'
    // Counts are added as machine numbers, far below where those lose digits; the rest exactly.
    let counts = 0
    const add = (number: Exact) => {
      all.count += 1
      if (ordering && (all.least === null || compareExact(number, all.least) < 0))
        all.least = number
      if (ordering && (all.most === null || compareExact(number, all.most) > 0)) all.most = number
      if (number.scale === 0 && number.units < COUNT && -number.units < COUNT) {
        counts += Number(number.units)
      } else all.sum = addExact(all.sum, number)
    }
    /** Why the whole cannot be told where a value is none; undefined where it can. */
    const take = (value: Value | null): 'error' | null | undefined => {
      if (value === null) return null
      if (value.kind === 'error' && name !== 'COUNT') return 'error'
      if (value.kind === 'number') add(value.number)
      return undefined
    }
    for (const one of given) {
      if (one.kind !== 'range') {
        const value = this.value(one)
        const stop = take(one.kind === 'cell' || value === null ? value : asNumber(value))
        if (stop !== undefined) return stop
        continue
      }
      const place = this.area(one.from, one.to)
      if (place === null) return null
      const { sheet, top, left, bottom, right } = place
      for (let row = top; row <= bottom; row++) {
        const line = sheet.cells[row]
        if (line === undefined) continue
        for (let column = left; column <= right; column++) {
          const cell = line[column]
          if (cell === undefined) continue
          // Nearly all that forms add up: ten million cells of a thousand returns.
          const plain = ordering ? -1 : countIn(cell)
          if (plain >= 0) {
            all.count += 1
            counts += plain
            continue
          }
          const stop = take(this.cell(sheet, row, column))
          if (stop !== undefined) return stop
        }
      }
    }
    return { ...all, sum: addExact(all.sum, { units: BigInt(counts), scale: 0 }) }
  }

  /** What the cells of a range hold, row by row; null where it is none, or too large. */
  private range(from: CellPlace, to: CellPlace): (Value | null)[] | null {
    const area = this.area(from, to)
    if (area === null) return null
    const { sheet, top, left, bottom, right } = area
    const cells: (Value | null)[] = []
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) cells.push(this.cell(sheet, row, column))
    return cells
  }

  /** Where a range lies; null where it is none, or too large. */
  private area(from: CellPlace, to: CellPlace): (Merge & { sheet: SheetData }) | null {
    const sheet = this.sheetOf(from)
    if (sheet === null) return null
    const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)]
    const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)]
    if ((bottom - top + 1) * (right - left + 1) > RANGE_LIMIT) return null
    return { sheet, top, left, bottom, right }
  }

  /** The sheet that a place is on; null when the workbook has none of that name. */
  private sheetOf({ sheet: name }: CellPlace): SheetData | null {
    if (name === null) return this.sheet
    return this.book.sheets.find((one) => one.name.toLowerCase() === name) ?? null
  }

  /** What a cell holds; null for a date, which is a number to Excel that nobody meant. */
  private cell(sheet: SheetData | null, row: number, column: number): Value | null {
    if (sheet === null) return null
    const cell = sheet.cells[row]?.[column]
    if (cell === undefined) return BLANK
    if (cell.noResult === true) return this.unstored(sheet, row, column, cell.formula ?? '')
    if (cell.kind === 'text') return { kind: 'text', text: cell.value }
    if (cell.kind === 'boolean') return { kind: 'logical', value: cell.value === 'TRUE' }
    if (cell.kind === 'error') return ERROR
    const number = cell.kind === 'number' ? parseExact(cell.value) : null
    return number === null ? null : numberValue(number)
  }

  /** Once for each cell: a file may make every cell double the work, or cells point at each other. */
  private unstored(sheet: SheetData, row: number, column: number, formula: string): Value | null {
    const own = this.book.known.get(sheet) ?? new Map<number, Value | null>()
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

const COUNT = 10n ** BigInt(COUNT_DIGITS)

/** The count in a cell of at most COUNT_DIGITS plain digits; -1 for any other cell. */
function countIn({ kind, noResult, value }: RawCell): number {
  if (kind !== 'number' || noResult === true) return -1
  if (value.length === 0 || value.length > COUNT_DIGITS) return -1
  let count = 0
  for (let at = 0; at < value.length; at++) {
    const digit = value.charCodeAt(at) - 0x30
    if (digit < 0 || digit > 9) return -1
    count = count * 10 + digit
  }
  return count
}

function whole(count: number): Exact {
  return { units: BigInt(count), scale: 0 }
}
