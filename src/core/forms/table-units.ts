import { keptForTexts } from '../memory/kept-for-text.ts'
import { unitTextIn } from './furniture.ts'
import type { Sense } from './senses.ts'
import { isSetAgainst, senseOf } from './senses.ts'
import type { SheetGrid } from './sheet-grid.ts'
import { unitInLabel, unitNamed, usualUnit } from './units.ts'

const MONEY = new Set(['元', '千元', '万元', '亿元'])
const AREA = new Set(['平方米', '万平方米', '亩', '公顷'])

/** What says which family a unit must be of. */
const MEASURED = new Set<Sense>(['count', 'money', 'area', 'ratio'])

function familyOf(unit: string): Sense {
  if (MONEY.has(unit)) return 'money'
  if (AREA.has(unit)) return 'area'
  return unit === '%' ? 'ratio' : 'count'
}

/** The units printed above a table ("人、万元"), by their standard names; one that is unknown as printed. */
export function printedUnits(text: string | null): string[] {
  if (text === null) return []
  const parts = text.split(/[、,，/;；\s]/u).filter((part) => part !== '')
  if (parts.length === 1) return [usualUnit(text)]
  return parts.flatMap((part) => unitNamed(part) ?? [])
}

/** Where a cell's unit may be said. */
export interface UnitSources {
  /** Of the table, see `printedUnits`. */
  printed: readonly string[]
  /** Headings from the top down. */
  headings: readonly string[]
  /** In a column of units. */
  beside: string | null
  label: string
}

/** In brackets behind a heading, or a line of units of its own below another heading. */
function unitOfHeading(text: string, at: number, path: readonly string[]): string | null {
  return unitInLabel(text) ?? (at === 0 && path.length > 1 ? unitNamed(text) : null)
}

/** Whether a column asks for money or an area where its row is counted in something else: 原值 of 20 台, of so many 平方米. */
function isMeasuredOtherwise(heading: string, unit: string): boolean {
  const sense = senseOf(heading)
  const family = familyOf(unit)
  return (sense === 'money' || sense === 'area') && family !== sense && family !== 'ratio'
}

/**
 * A cell's unit: the nearest that is said of it (heading, column of units, row label), else the
 * table's, where that fits what the labels ask for: a rate in a table of 人 is none of people.
 */
export function unitOf({ printed, headings, beside, label }: UnitSources): string | null {
  const over = [...headings].reverse().map(unitOfHeading).find(Boolean)
  if (over !== null && over !== undefined) return over
  const near = beside ?? unitInLabel(label)
  if (near !== null && !isMeasuredOtherwise(headings.at(-1) ?? '', near)) return near
  if (isSetAgainst(headings.at(-1) ?? '') || isSetAgainst(label.split(' / ').at(-1) ?? ''))
    return null
  const senses = [...[...headings].reverse(), label].map(senseOf)
  // A rate by sex is a rate: where any of the words says so, the others say of what.
  const sense = senses.includes('ratio')
    ? 'ratio'
    : (senses.find((one) => one !== null && MEASURED.has(one)) ?? null)
  const [only] = printed
  if (printed.length === 1 && only !== undefined) {
    return sense === null || sense === familyOf(only) ? only : null
  }
  return sense === null ? null : (printed.find((unit) => familyOf(unit) === sense) ?? null)
}

/** Whether two units measure the same kind of thing, though not in the same size: 元 and 万元. */
export function isSameFamily(a: string, b: string): boolean {
  return familyOf(a) === familyOf(b)
}

/** 单位： in a cell of its own, what it is standing in the next. */
const UNIT_FIELD = /^(?:计量|金额|面积|数量)?单位\s*[:：]$/u

const unitsPrinted = keptForTexts((text) => printedUnits(unitTextIn(text)))

/** The units that a cell prints for what stands below it: 单位：万元, or 单位： with 万元 in the next cell. */
export function unitsPrintedAt(grid: SheetGrid, row: number, column: number): string[] {
  const text = grid.text(row, column)
  const beside = isField(grid, row, column) ? unitsBeside(grid, row, column) : []
  return beside.length > 0 ? beside : unitsPrinted(text)
}

/** The units printed above a row, by the lowest line that has any: they hold for what stands below. */
export function unitsPrintedAbove(grid: SheetGrid, below: number): string[] {
  for (const row of grid.filledRows(0, below).toReversed()) {
    for (const column of grid.anchors(row)) {
      const units = unitsPrintedAt(grid, row, column)
      if (units.length > 0) return units
    }
  }
  return []
}

/** Whether a cell says nothing but the unit of what stands below: 单位：万元, or 万元 behind 单位：. */
export function isUnitNote(grid: SheetGrid, row: number, column: number): boolean {
  if (unitsPrintedAt(grid, row, column).length > 0) return true
  const before = grid.anchors(row).findLast((at) => at < column)
  return (
    before !== undefined && isField(grid, row, before) && unitsBeside(grid, row, before).length > 0
  )
}

const isField = (grid: SheetGrid, row: number, column: number): boolean =>
  UNIT_FIELD.test(grid.text(row, column))

function unitsBeside(grid: SheetGrid, row: number, column: number): string[] {
  const next = grid.anchors(row).find((at) => at > column)
  const units = next === undefined ? [] : printedUnits(grid.text(row, next))
  return units.every(isUnit) ? units : []
}

/** 万元, and 万人 too, which is no unit of the forms by itself. */
function isUnit(word: string): boolean {
  return unitNamed(word) !== null || unitNamed(word.replace(/^[十百千万亿]+/u, '')) !== null
}
