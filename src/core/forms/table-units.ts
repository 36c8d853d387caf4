import { keptForTexts } from '../memory/kept-for-text.ts'
import { isFoot, unitTextIn } from './furniture.ts'
import type { Sense } from './senses.ts'
import { countedIn, isSetAgainst, senseOf } from './senses.ts'
import type { SheetGrid } from './sheet-grid.ts'
import { magnifiedUnit, plainUnit, unitInLabel, usualUnit } from './units.ts'

const AREA = new Set(['平方米', '亩', '公顷'])

/** What says which family a unit must be of. */
const MEASURED = new Set<Sense>(['count', 'money', 'area', 'ratio'])

function familyOf(unit: string): Sense {
  const plain = plainUnit(unit)
  if (plain === '元') return 'money'
  if (AREA.has(plain)) return 'area'
  return unit === '%' ? 'ratio' : 'count'
}

/** The units printed above a table ("人、万元"), by their standard names; one that is unknown as printed. */
export function printedUnits(text: string | null): string[] {
  if (text === null) return []
  const parts = text.split(/[、,，/;；\s]/u).filter((part) => part !== '')
  const units = [...new Set(parts.flatMap(unitsOfPart))]
  return parts.length === 1 && units.length === 0 ? [usualUnit(text)] : units
}

/** 元（万元） is one of two, 万元（人民币） one. */
function unitsOfPart(part: string): string[] {
  const plain = part.replaceAll('人民币', '')
  const whole = magnifiedUnit(plain)
  if (whole !== null) return [whole]
  const [, outer = '', inner = ''] = /^([^()（）]+)[(（]([^()（）]*)[)）]?$/u.exec(plain) ?? []
  return [outer, inner].flatMap((word) => magnifiedUnit(word) ?? [])
}

/** Where a cell's unit may be said. */
export interface UnitSources {
  /** Of the table, see `printedUnits`. */
  printed: readonly string[]
  /** Named in a note below the table for what is money, an area and the like; absent where none is. */
  noted?: readonly string[]
  /** Headings from the top down. */
  headings: readonly string[]
  /** In a column of units. */
  beside: string | null
  label: string
}

/** In brackets behind a heading, or a line of units of its own below another heading. */
function unitOfHeading(text: string, at: number, path: readonly string[]): string | null {
  return unitInLabel(text) ?? (at === 0 && path.length > 1 ? magnifiedUnit(text) : null)
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
export function unitOf({
  printed,
  noted = [],
  headings,
  beside,
  label,
}: UnitSources): string | null {
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
  if (printed.length === 1 && only !== undefined && (sense === null || sense === familyOf(only)))
    return only
  if (sense === null) return null
  const [first, ...others] =
    [printed, noted]
      .map((units) => units.filter((unit) => familyOf(unit) === sense))
      .find((units) => units.length > 0) ?? []
  if (first === undefined) return null
  // Of 人 and 个 the words say which.
  const counted = countedIn(headings, label.split(' / '))
  if (counted !== null && others.includes(counted)) return counted
  return others.some((other) => differsInSize(other, first)) ? null : first
}

/** Whether two units measure one thing in different sizes (元 and 万元): then nobody can say which of them is meant. */
export function differsInSize(a: string, b: string): boolean {
  const areas = familyOf(a) === 'area' && familyOf(b) === 'area'
  return a !== b && (areas || plainUnit(a) === plainUnit(b))
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
const isUnit = (word: string): boolean => magnifiedUnit(word) !== null

/** How far below its last row a note still speaks of a table. */
const NOTE_ROWS = 8
/** 金额单位：万元, 单位均为万元, 以万元为单位 */
const NOTED =
  /(\p{Script=Han}*)单位\s*(?:[:：]|(?:均|统一|一律|都)?(?:为|是|按|用))\s*(\p{Script=Han}{1,4}|㎡)|以\s*(\p{Script=Han}{1,4}?)\s*为(?:计量)?单位/gu

/**
 * The units that a note below a table names: whoever writes 注：金额单位为万元 filled in 万元.
 *
 * @param last the table's last row
 * @returns of all its figures (注：单位：万元), and of those only that are money, areas and the like
 */
export function unitsNotedBelow(grid: SheetGrid, last: number): { all: string[]; some: string[] } {
  const found = { all: new Set<string>(), some: new Set<string>() }
  const textOf = (row: number): string => grid.text(row, grid.anchors(row)[0] ?? 0)
  // A line in cells is the head of the next table, which speaks for itself, as does a unit above it.
  const next = grid
    .filledRows(last + 1, grid.rowCount)
    .find((row) => !isFoot(textOf(row)) && grid.anchors(row).length > 1)
  const end = Math.min(next ?? grid.rowCount, last + 1 + NOTE_ROWS)
  for (const row of grid.filledRows(last + 1, end)) {
    const text = textOf(row)
    if (next !== undefined && !isFoot(text) && unitTextIn(text) !== null) continue
    for (const [, of = '', behind, before] of text.matchAll(NOTED)) {
      const unit = unitAtStart(behind ?? before ?? '')
      const whole = before !== undefined || /^(?:本表|计量|注)?$/u.test(of)
      if (unit !== null) found[whole ? 'all' : 'some'].add(unit)
    }
  }
  return { all: [...found.all], some: [...found.some] }
}

/**
 * The units of a table: printed above it, else in a note below it of all its figures; and those that a note
 * names for some of them.
 *
 * @param text what is printed above it; null where nothing is
 * @param last the table's last row
 */
export function unitsAround(
  grid: SheetGrid,
  text: string | null,
  last: number,
): { printed: string[]; noted: string[] } {
  const above = printedUnits(text)
  const below = unitsNotedBelow(grid, last)
  if (above.length === 0) return { printed: below.all, noted: below.some }
  return { printed: above, noted: [...below.all, ...below.some] }
}

/** 万元 of 万元计 */
function unitAtStart(word: string): string | null {
  for (let end = word.length; end > 0; end--) {
    const unit = magnifiedUnit(word.slice(0, end))
    if (unit !== null) return unit
  }
  return null
}
