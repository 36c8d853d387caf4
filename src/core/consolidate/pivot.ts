import type { PivotCell, PivotView } from '../../shared/consolidate.ts'
import { minus } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import { coverageOf } from './coverage.ts'
import { isAdditive, lacksBefore, shownOver, textOf } from './measured.ts'
import type { Measured, YearSpread } from './measured.ts'
import { percent } from './percent.ts'
import type { Share } from './spread.ts'

/** The group of a dimension that a share falls into, in one year. */
export type GroupOf = (share: Share, dimension: string) => string

export interface PivotOptions {
  rows: string[]
  columns: string[]
  /** Groups of a dimension in the order they are listed. */
  groups: (dimension: string) => string[]
  groupNow: GroupOf
  groupBefore: GroupOf
}

/** Shares of a year by the number of the group table they fall into. */
interface Sorted {
  year: YearSpread
  cells: Map<string, { numerator: Share[]; denominator: Share[] }>
}

/** No register holds these characters. */
const ALL = '\u0003'
const BETWEEN = '\u0001'
const WITHIN = '\u0002'
const at = (row: string, column: string): string => `${row}${BETWEEN}${column}`

/**
 * A group table: every number is added up from its own schools, totals included, so that a
 * ratio's total is the ratio of the totals and never a mean of ratios.
 */
export function pivotOf(measured: Measured, options: PivotOptions): Omit<PivotView, 'revision'> {
  const { rows, columns } = options
  const now = sorted(measured.now, options, options.groupNow)
  const before =
    measured.before === null ? null : sorted(measured.before, options, options.groupBefore)
  const rowKeys = keysOf(rows, options, now, before, 0)
  const columnKeys = keysOf(columns, options, now, before, 1)
  const cells = [...rowKeys.map(join), ALL].map((row) =>
    [...columnKeys.map(join), ALL].map((column) => ({ row, column })),
  )
  const shown = cells.map((line) =>
    line.map((place) => cellOf(measured, now, before, place.row, place.column)),
  )
  return {
    title: measured.title,
    unit: measured.unit,
    decimals: measured.decimals,
    additive: isAdditive(measured),
    rows: { dimensions: rows, keys: rowKeys },
    columns: { dimensions: columns, keys: columnKeys },
    cells: shown,
    hasLastYear: before !== null,
    lacksLastYear: lacksBefore(measured),
  }
}

const join = (key: string[]): string => key.join(WITHIN)

function sorted(year: YearSpread, { rows, columns }: PivotOptions, groupOf: GroupOf): Sorted {
  const cells: Sorted['cells'] = new Map()
  const put = (side: 'numerator' | 'denominator', share: Share): void => {
    const key = (dimensions: string[]): string =>
      join(dimensions.map((dimension) => groupOf(share, dimension)))
    const [row, column] = [key(rows), key(columns)]
    const places = new Set([at(row, column), at(row, ALL), at(ALL, column), at(ALL, ALL)])
    for (const place of places) {
      const cell = cells.get(place) ?? { numerator: [], denominator: [] }
      cell[side].push(share)
      cells.set(place, cell)
    }
  }
  for (const share of year.numerator.shares) put('numerator', share)
  for (const share of year.denominator?.shares ?? []) put('denominator', share)
  return { year, cells }
}

/** Combinations of groups that occur in either year, in the order of the dimensions' groups. */
function keysOf(
  dimensions: string[],
  options: PivotOptions,
  now: Sorted,
  before: Sorted | null,
  side: 0 | 1,
): string[][] {
  if (dimensions.length === 0) return []
  const found = new Set<string>()
  for (const key of [...now.cells.keys(), ...(before?.cells.keys() ?? [])]) {
    const part = key.split(BETWEEN)[side]
    if (part !== undefined && part !== ALL) found.add(part)
  }
  const order = dimensions.map((dimension) => {
    const groups = options.groups(dimension)
    return (group: string): number => {
      const place = groups.indexOf(group)
      return place < 0 ? groups.length : place
    }
  })
  return [...found]
    .map((key) => key.split(WITHIN))
    .sort((a, b) => {
      for (const [i, place] of order.entries()) {
        const difference = place(a[i] ?? '') - place(b[i] ?? '')
        if (difference !== 0) return difference
      }
      return a.join().localeCompare(b.join(), 'zh')
    })
}

function cellOf(
  measured: Measured,
  now: Sorted,
  before: Sorted | null,
  row: string,
  column: string,
): PivotCell {
  const value = shown(measured, now, row, column)
  const last = before === null ? null : shown(measured, before, row, column)
  const changed = value === null || last === null ? null : minus(value, last)
  const part = exact(now, row, column)
  const share = (ofRow: string, ofColumn: string): string | null => {
    const whole = isAdditive(measured) ? exact(now, ofRow, ofColumn) : null
    return part === null || whole === null ? null : percent(part, whole)
  }
  return {
    value: value === null ? null : textOf(measured, value),
    before: last === null ? null : textOf(measured, last),
    change: changed === null ? null : textOf(measured, changed),
    growth: changed === null || last === null ? null : percent(changed, last),
    shares: { row: share(row, ALL), column: share(ALL, column), all: share(ALL, ALL) },
    ...coverageOf(measured, now.cells.get(at(row, column))),
  }
}

const NOTHING = { numerator: [], denominator: [] }

function shown(measured: Measured, { year, cells }: Sorted, row: string, column: string) {
  const kept = cells.get(at(row, column)) ?? NOTHING
  return shownOver(measured, year, kept, row === ALL && column === ALL)
}

function exact({ year, cells }: Sorted, row: string, column: string): Num | null {
  const kept = cells.get(at(row, column)) ?? NOTHING
  return year.numerator.total(kept.numerator, row === ALL && column === ALL)
}
