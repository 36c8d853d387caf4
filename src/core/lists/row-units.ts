import type { ListColumn, ListCount, ListShape } from '../../shared/lists.ts'
import { fractionReadings } from '../cells/fraction-in-percent.ts'
import { unitMeasure } from '../cells/unit-size.ts'
import type { UnitMeasure } from '../cells/unit-size.ts'
import { headingRole } from '../forms/furniture.ts'
import { perObject } from '../memory/per-object.ts'
import { columnOf } from '../model/list-rows.ts'
import type { ListRows } from '../model/list-rows.ts'
import { compare, over, round, showNumber, times } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import { columnsNamed } from './columns-named.ts'

/** A column whose figures are each in a unit of their own, and the column that says in which. */
export interface PerRow {
  figure: number
  unit: number
}

/**
 * The column of figures that a column of units (计量单位) speaks of: the one beside it that says no unit
 * itself, else the only such one. Null where rows have no units of their own.
 */
export const unitsPerRow = perObject((columns: readonly ListColumn[]): PerRow | null => {
  const unit = columns.findIndex(
    ({ heading }) => headingRole(heading.replace(/^[*＊★]/u, '')) === 'unit',
  )
  if (unit < 0) return null
  const open = columns.flatMap(({ kind, unit: own }, at) =>
    kind === 'number' && own === null ? [at] : [],
  )
  const figure = [unit - 1, unit + 1].find((at) => open.includes(at))
  // 单位 is an office too: only beside a figure is it the figure's.
  if (figure !== undefined) return { figure, unit }
  const [only, ...others] = open
  const said = columns[unit]?.heading.includes('计量') === true
  return said && only !== undefined && others.length === 0 ? { figure: only, unit } : null
})

/** Kinds whose units differ in size, so that a figure without one says little. */
const MEASURED = new Set<string | null>(['元', '平方米', '米', '公斤', 'Mbps', ''])

/** How the figures of a list are brought into the unit of a count. */
export interface ToUnit {
  /** A row's figure in that unit; null where nobody can tell. */
  bring(row: number, value: Num): Num | null
  /** The unit in which it stands in the list. */
  said(row: number): string
}

/**
 * How figures of a list are brought into the unit in which they are counted: 102400 平方米 are 10.24
 * 万平方米 whether the column's heading says so or the row itself. A row that names no unit, or one of
 * another kind, cannot be told where that matters.
 *
 * @returns null where they are in that unit as they stand, and where the expression reckons itself
 */
export function toUnitOf(
  rows: ListRows,
  { columns }: ListShape,
  { id, sum, unit }: Pick<ListCount, 'id' | 'sum' | 'unit'>,
): ToUnit | null {
  if (sum === null || /[*/]/u.test(sum.replaceAll(/"[^"]*"/gu, ''))) return null
  const figures = columnsNamed(sum, columns).filter((at) => columns[at]?.kind === 'number')
  const perRow = unitsPerRow(columns)
  const wanted = unit === null ? null : unitMeasure(unit)
  if (perRow !== null && figures.includes(perRow.figure)) {
    const texts = columnOf(rows, perRow.unit)
    const said = (row: number): string => texts[row] ?? ''
    return { said, bring: (row, value) => toUnit(value, said(row), wanted, id) }
  }
  const [first, ...others] = figures.map((at) => columns[at]?.unit ?? null)
  if (first === undefined || first === null || wanted === null) return null
  if (others.some((other) => other !== first)) return null
  const own = unitMeasure(first)
  const factor = own === null || !isAlike(own, wanted) ? null : over(own.size, wanted.size)
  if (factor === null || compare(factor, 1) === 0) return null
  return { said: () => first, bring: (_, value) => times(value, factor) }
}

function toUnit(value: Num, said: string, wanted: UnitMeasure | null, id: string): Num | null {
  if (compare(value, 0) === 0) return value
  const own = unitMeasure(said)
  if (own === null) {
    if (wanted === null) return value
    if (wanted.kind === '') return fractionReadings(showNumber(value), id) === null ? value : null
    return MEASURED.has(wanted.kind) || compare(round(value, 0), value) !== 0 ? null : value
  }
  if (wanted === null) {
    return MEASURED.has(own.kind) || compare(own.size, 1) !== 0 ? null : value
  }
  const alike = isAlike(own, wanted)
  if (!alike) {
    // 处, 所 and 个 count alike; 元 are no 平方米.
    const counted = !MEASURED.has(own.kind) && !MEASURED.has(wanted.kind) && own.per === null
    return counted && wanted.per === null && compare(own.size, wanted.size) === 0 ? value : null
  }
  const factor = over(own.size, wanted.size)
  return factor === null ? null : compare(factor, 1) === 0 ? value : times(value, factor)
}

/** Whether two units measure the same, in whatever size; a mere 万 is of any kind. */
function isAlike(a: UnitMeasure, b: UnitMeasure): boolean {
  if (a.per !== null || b.per !== null) {
    return a.kind === b.kind && a.per?.kind === b.per?.kind && sameSize(a, b)
  }
  return a.kind === b.kind || a.kind === null
}

function sameSize(a: UnitMeasure, b: UnitMeasure): boolean {
  return a.per !== null && b.per !== null && compare(a.per.size, b.per.size) === 0
}
