import { ZERO } from '../../shared/exact.ts'
import type { SheetData } from '../model/sheet.ts'
import { criterionOf } from './formula-criteria.ts'
import type { CellPlace, Formula } from './formula-syntax.ts'
import { BLANK, joined, numberValue } from './formula-value.ts'
import type { Value } from './formula-value.ts'

/** The part of a range that a sheet has; `size` counts all of it. */
export interface Area {
  top: number
  left: number
  bottom: number
  right: number
  width: number
  size: number
}

/** What a formula may ask of the workbook; null everywhere for what cannot be told. */
export interface Cells {
  value(formula: Formula): Value | null
  sheetOf(place: CellPlace): SheetData | null
  cell(sheet: SheetData | null, row: number, column: number): Value | null
  range(from: CellPlace, to: CellPlace): Iterable<Value | null> | null
  clipped(from: CellPlace, to: CellPlace): Area | null
}

/** A reference as a range; null for what is none. */
function asRange(formula: Formula | undefined): { from: CellPlace; to: CellPlace } | null {
  if (formula?.kind === 'cell') return { from: formula.place, to: formula.place }
  return formula?.kind === 'range' ? formula : null
}

/** SUMIF, COUNTIF and AVERAGEIF: of the cells that stand beside those that are looked for. */
export function addWhere(
  name: 'SUMIF' | 'COUNTIF' | 'AVERAGEIF',
  [range, wanted, beside = range]: Formula[],
  book: Cells,
): Value | null {
  const [looked, taken] = [asRange(range), asRange(beside)]
  const value = wanted === undefined ? null : book.value(wanted)
  const meets = value === null ? null : criterionOf(value)
  if (looked === null || taken === null || meets === null) return null
  const [cells, area] = [book.range(looked.from, looked.to), book.clipped(looked.from, looked.to)]
  const sheet = book.sheetOf(taken.from)
  if (cells === null || area === null || sheet === null) return null
  let sum: Value | null = numberValue(ZERO)
  let [count, at] = [0, 0]
  for (const cell of cells) {
    const met = cell === null ? null : meets(cell)
    if (met === null) return null
    if (met && name === 'COUNTIF') count++
    else if (met) {
      const row = taken.from.row + Math.floor(at / area.width)
      const one = book.cell(sheet, row, taken.from.column + (at % area.width))
      if (one === null || one.kind === 'error') return one
      if (one.kind === 'number') {
        sum = joined('+', sum, one)
        count++
      }
    }
    at++
  }
  // Beyond the sheet's last cell all are empty.
  if (at < area.size && meets(BLANK) !== false) {
    if (name !== 'COUNTIF') return null
    count += area.size - at
  }
  if (name === 'SUMIF') return sum
  const counted = numberValue({ units: BigInt(count), scale: 0 })
  return name === 'COUNTIF' ? counted : joined('/', sum, counted)
}

/** COUNTA and COUNTBLANK: cells with anything in them, whatever it is, or with nothing to be seen. */
export function countFilled(
  name: 'COUNTA' | 'COUNTBLANK',
  given: readonly Formula[],
  book: Cells,
): Value | null {
  let count = 0
  for (const one of given) {
    const range = asRange(one)
    if (range === null && name === 'COUNTBLANK') return null
    const filled = range === null ? 1 : filledIn(range, book, name === 'COUNTBLANK')
    if (filled === null) return null
    const size = range === null ? 1 : (book.clipped(range.from, range.to)?.size ?? 0)
    count += name === 'COUNTA' ? filled : size - filled
  }
  return numberValue({ units: BigInt(count), scale: 0 })
}

/** @param seen an empty text that a formula comes to is not seen */
function filledIn(
  { from, to }: { from: CellPlace; to: CellPlace },
  book: Cells,
  seen: boolean,
): number | null {
  const [sheet, area] = [book.sheetOf(from), book.clipped(from, to)]
  if (sheet === null || area === null) return null
  let filled = 0
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const cell = sheet.cells[row]?.[column]
      if (cell === undefined || (cell.value === '' && cell.formula === undefined)) continue
      if (!seen || cell.value !== '') filled++
      else if (cell.noResult === true) {
        const value = book.cell(sheet, row, column)
        if (value === null) return null
        if (value.kind !== 'text' || value.text !== '') filled++
      }
    }
  }
  return filled
}
