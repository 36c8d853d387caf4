import { a1, parseA1 } from '../../../core/model/address.ts'
import { emptySheet } from '../../../core/model/sheet.ts'
import type { Merge, RawCell, SheetData } from '../../../core/model/sheet.ts'
import { decimalOf } from '../decimal.ts'
import { isoOf } from '../iso-date.ts'
import { shownClock } from '../number-format.ts'
import type { Budget } from '../budget.ts'
import { LIMITS } from '../limits.ts'
import { dressed } from '../new-cell.ts'
import type { NewCell } from '../new-cell.ts'
import { Unreadable } from '../unreadable.ts'
import { PlainCell } from './plain-cell.ts'
import { Choices, skipElement } from './alternate-content.ts'
import { range } from './range.ts'
import { SharedFormulas } from './shared-formulas.ts'
import { moveFormula } from './shared-formula.ts'
import { decodeXstring, isFigureAlone, stringItem, struckOut } from './strings.ts'
import type { CellStyle } from './styles.ts'
import { MOST_RULES, readRule } from './validations.ts'
import type { WrittenRule } from './validations.ts'
import { isTrue, decodeEntities, decodeXml, XmlWalk } from './xml.ts'

/** What the cells of a sheet refer to. */
export interface SheetContext {
  name: string
  hidden: boolean
  strings: string[]
  styles: CellStyle[]
  date1904: boolean
  /** Shared by the sheets of a workbook. */
  budget: Budget
  /** Likewise: the plain cells of a style by the index of their text; null for what is no content. */
  made: (RawCell | null | undefined)[][]
}

type Place = { row: number; column: number }

const WHOLE_LINES = /^\$?(?:[A-Z]{1,3}:\$?[A-Z]{1,3}|\d{1,7}:\$?\d{1,7})$/iu

/** Most figures are small and have neither formula nor style: one cell each serves all of them. */
const SMALL: readonly RawCell[] = Array.from({ length: 10_000 }, (_, n) => count(String(n)))

/** A sheet as read, and its data validations as they are written. */
export interface WrittenSheet {
  sheet: SheetData
  rules: WrittenRule[]
}

/** Reads a worksheet part. Throws Unreadable damaged. */
export function readSheet(part: Buffer, context: SheetContext): WrittenSheet {
  const reader = new SheetReader(decodeXml(part), context)
  return { sheet: reader.read(), rules: reader.rules }
}

class SheetReader {
  readonly rules: WrittenRule[] = []
  private readonly context: SheetContext
  private readonly sheet: SheetData
  private readonly widths: number[] = []
  private readonly heights: number[] = []
  private readonly shared: SharedFormulas
  private arrays: { formula: string; range: Merge }[] = []
  private row = -1
  private column = -1

  private readonly xml: string

  constructor(xml: string, context: SheetContext) {
    this.xml = xml
    this.context = context
    this.shared = new SharedFormulas(xml)
    this.sheet = emptySheet(context.name, context.hidden)
  }

  read(): SheetData {
    const { xml } = this
    const walk = new XmlWalk(xml)
    const choices = new Choices()
    const lines: string[] = []
    /** Whether columns that nothing is said about are not seen. */
    let unsetHidden = false
    const plain = new PlainCell(xml)
    const columns: { from: number; to: number; hidden: boolean; width: number | null }[] = []
    while (walk.next()) {
      if (!walk.opens) continue
      if (walk.name === 'c') {
        this.readCell(walk)
        this.plainCells(walk, plain, xml)
      } else if (walk.name === 'row') {
        this.startRow(walk)
        this.plainCells(walk, plain, xml)
      } else if (walk.name === 'mergeCell') {
        const reference = walk.attribute('ref') ?? ''
        if (WHOLE_LINES.test(reference)) lines.push(reference)
        else this.merge(range(reference))
      } else if (walk.name === 'dataValidation') {
        const rule = readRule(walk)
        if (rule !== null && this.rules.length < MOST_RULES) this.rules.push(rule)
      } else if (choices.passesOver(walk)) {
        skipElement(walk)
      } else if (walk.name === 'sheetFormatPr') {
        unsetHidden = numeric(walk.attribute('defaultColWidth')) === 0
      } else if (walk.name === 'col') {
        const width = numeric(walk.attribute('width'))
        const hidden = isTrue(walk.attribute('hidden')) || width === 0
        const from = Number(walk.attribute('min')) - 1
        columns.push({ from, to: Number(walk.attribute('max')) - 1, hidden, width })
        if (columns.length > LIMITS.columns) throw this.broken('cols')
      }
    }
    const { sheet } = this
    for (const reference of lines) this.merge(this.wholeLines(reference))
    const hides = new Set<number>(unsetHidden ? Array(sheet.columnCount).keys() : [])
    for (const { from, to, hidden, width } of columns) {
      // A setting often runs on to the last column there is; it matters where there is content.
      for (
        let column = Math.max(0, from);
        column <= to && column < sheet.columnCount;
        column += 1
      ) {
        if (hidden) hides.add(column)
        else hides.delete(column)
        if (width !== null) this.widths[column] = width
      }
    }
    sheet.hiddenColumns = [...hides]
    sheet.hiddenRows = sheet.hiddenRows.filter((row) => row < sheet.rowCount)
    if (this.widths.length > 0) sheet.columnWidths = this.widths
    if (this.heights.length > 0) sheet.rowHeights = this.heights
    return sheet
  }

  private merge(merge: Merge | null): void {
    if (merge === null) throw this.broken('merge')
    if (merge.top >= merge.bottom && merge.left >= merge.right) return
    this.context.budget.spendMerge(this.context.name)
    this.sheet.merges.push(merge)
  }

  /** Whole columns or rows ("A:B", "3:3") as far as there is content. */
  private wholeLines(reference: string): Merge | null {
    const { rowCount, columnCount } = this.sheet
    const [first = '', last = ''] = reference.replaceAll('$', '').split(':')
    return /\d/u.test(first)
      ? range(`A${first}:${a1(Number(last) - 1, Math.max(columnCount, 1) - 1)}`)
      : range(`${first}1:${last}${Math.max(rowCount, 1)}`)
  }

  private startRow(walk: XmlWalk): void {
    const number = walk.attribute('r')
    this.row = number === null ? this.row + 1 : Number(number) - 1
    this.column = -1
    if (!(this.row >= 0 && this.row < LIMITS.rows)) throw this.broken(`row ${number ?? ''}`)
    if (this.arrays.length > 0) {
      this.arrays = this.arrays.filter(({ range: { bottom } }) => bottom >= this.row)
    }
    const height = numeric(walk.attribute('ht'))
    if (height !== null) this.heights[this.row] = height
    if (isTrue(walk.attribute('hidden')) || height === 0) this.sheet.hiddenRows.push(this.row)
  }

  /** Takes the cells that follow as long as they are plain ones; `walk` goes on behind them. */
  private plainCells(walk: XmlWalk, plain: PlainCell, xml: string): void {
    // A formula over an array may reach into any cell.
    if (this.arrays.length > 0) return
    let at = walk.position
    while (plain.startsAt(at)) {
      this.takePlain(plain, xml)
      at = plain.end
    }
    walk.position = at
  }

  private takePlain(plain: PlainCell, xml: string): void {
    const { row, column, formulaFrom, storedFrom, whole, type } = plain
    this.column = column
    if (storedFrom < 0 && formulaFrom < 0) return
    const style = this.context.styles[plain.style]
    let formula: string | null = null
    if (formulaFrom >= 0) {
      const written = decodeEntities(xml.slice(formulaFrom, plain.formulaTo))
      formula = decodeXstring(written.trim())
    }
    let cell: NewCell | null
    let known: (RawCell | null | undefined)[] | null = null
    if (type === 'n' && whole >= 0 && style?.dates !== true) {
      const small = SMALL[whole]
      if (small !== undefined && formula === null && style?.bare !== false) {
        this.put(row, column, small)
        return
      }
      cell = count(small?.value ?? xml.slice(storedFrom, plain.storedTo))
    } else {
      if (type === 's' && whole >= 0 && formula === null) {
        // Labels stand on one sheet after the other: equal cells are made once.
        const { made, strings } = this.context
        known = made[plain.style] ??= Array<undefined>(strings.length).fill(undefined)
        if (this.putKnown(row, column, known[whole])) return
      }
      const stored = storedFrom < 0 ? null : xml.slice(storedFrom, plain.storedTo)
      cell = this.value(type, stored, null, formula, style)
    }
    const finished = cell === null ? null : dressed(asStruck(cell, style), formula, style)
    if (known !== null) known[whole] = finished
    if (finished !== null) this.put(row, column, finished)
  }

  /** Whether a cell of such content was met before, and if so puts it. */
  private putKnown(row: number, column: number, known: RawCell | null | undefined): boolean {
    if (known === undefined) return false
    if (known !== null) this.put(row, column, known)
    return true
  }

  private readCell(walk: XmlWalk): void {
    const reference = walk.attribute('r')
    const at = reference === null ? { row: this.row, column: this.column + 1 } : parseA1(reference)
    if (at === null || at.row < 0 || at.column >= LIMITS.columns)
      throw this.broken(reference ?? 'cell')
    this.column = at.column
    const type = walk.attribute('t') ?? 'n'
    const style = this.context.styles[Number(walk.attribute('s') ?? '0')]
    let stored: string | null = null
    let inline: string | null = null
    let formula: string | null = null
    if (!walk.closes) {
      while (walk.next() && !(walk.closes && walk.name === 'c')) {
        if (walk.name === 'v' && walk.closes) stored = walk.textBefore()
        else if (walk.name === 'is' && walk.opens) inline = stringItem(walk)
        else if (walk.name === 'f' && walk.opens) formula = this.readFormula(walk, at)
      }
    }
    formula ??= this.arrays.find(({ range: r }) => inside(r, at))?.formula ?? null
    const cell = this.value(type, stored, inline, formula, style)
    if (cell !== null) this.put(at.row, at.column, dressed(asStruck(cell, style), formula, style))
  }

  /** Stands on the opening `f`; leaves `walk` on its end. */
  private readFormula(walk: XmlWalk, at: Place): string {
    const [type, index, ref] = [walk.attribute('t'), walk.attribute('si'), walk.attribute('ref')]
    if (!walk.closes) while (walk.next() && !(walk.closes && walk.name === 'f'));
    const formula = decodeXstring(walk.textBefore().trim())
    if (type === 'shared' && index !== null) {
      if (formula !== '') this.shared.keep(index, { formula, at })
      else {
        const first = this.shared.find(index)
        if (first === null) throw this.broken('shared formula')
        this.context.budget.spendFormula(first.formula.length, this.context.name)
        return moveFormula(first.formula, first.at, at)
      }
    }
    const covered = type === 'array' ? range(ref) : null
    const many = covered !== null && (covered.top < covered.bottom || covered.left < covered.right)
    if (many) this.arrays.push({ formula, range: covered })
    return formula
  }

  /** A cell's value; null where there is nothing. An unknown kind of value is kept as its text. */
  private value(
    type: string,
    stored: string | null,
    inline: string | null,
    formula: string | null,
    style: CellStyle | undefined,
  ): NewCell | null {
    if (type === 'inlineStr' || (stored === null && inline !== null)) {
      return inline === null || inline === '' ? this.nothing(formula) : text(inline)
    }
    // An empty text is a stored result (=IF(A1="","",A1)); an empty number is none.
    if (type === 'str' && stored !== null) {
      const shown = stored.trim() === '' ? '' : decodeXstring(stored)
      return shown === '' && formula === null ? null : text(shown)
    }
    const content = stored?.trim() ?? ''
    if (content === '') return this.nothing(formula)
    if (type === 's') {
      const shared = this.context.strings[Number(content)]
      if (shared === undefined) throw this.broken(`text ${content}`)
      return shared === '' ? this.nothing(formula) : text(shared)
    }
    if (type === 'b') return { kind: 'boolean', value: isTrue(content) ? 'TRUE' : 'FALSE' }
    if (type === 'e') return { kind: 'error', value: content }
    if (type === 'd') {
      const date = isoOf(content, style?.format ?? '')
      return date === null ? text(content) : { kind: 'date', value: date }
    }
    const decimal = decimalOf(content)
    if (decimal === null) return text(content)
    if (style?.dates === true) {
      const date = shownClock(Number(content), style.format, this.context.date1904)
      if (date !== null) return { kind: 'date', value: date }
    }
    return count(decimal)
  }

  private nothing(formula: string | null): NewCell | null {
    return formula === null ? null : { kind: 'text', value: '', noResult: true }
  }

  private put(row: number, column: number, cell: RawCell): void {
    const { sheet } = this
    const line = (sheet.cells[row] ??= [])
    if (line[column] !== undefined) throw this.broken(a1(row, column))
    line[column] = cell
    this.context.budget.spendCells(1, this.context.name)
    if (row >= sheet.rowCount) sheet.rowCount = row + 1
    if (column >= sheet.columnCount) sheet.columnCount = column + 1
  }

  private broken(where: string): Unreadable {
    return new Unreadable('damaged', `${this.context.name} ${where}`)
  }
}

/** A figure in a cell that is struck through was taken back: it is seen, and not taken for one. */
function asStruck(cell: NewCell, style: CellStyle | undefined): NewCell {
  if (style?.struck !== true) return cell
  const isFigure = cell.kind === 'number' || isFigureAlone(cell.value)
  return isFigure ? text(struckOut(cell.value)) : cell
}

function count(value: string): NewCell {
  return { kind: 'number', value }
}

function text(value: string): NewCell {
  return { kind: 'text', value }
}

function numeric(attribute: string | null): number | null {
  const value = attribute === null || attribute === '' ? Number.NaN : Number(attribute)
  return Number.isFinite(value) ? value : null
}

function inside(area: Merge, at: Place): boolean {
  return (
    at.row >= area.top && at.row <= area.bottom && at.column >= area.left && at.column <= area.right
  )
}
