import { compareFigures } from '../figures/sum.ts'
import { withSeparators } from '../../shared/separators.ts'
import type { CategoryBar } from '../ui/category-bars.tsx'

/** Marked cells for a chart: figures as plain decimals, null where a cell holds none. */
export interface SelectedBlock {
  rows: { name: string; sum: boolean }[]
  columns: string[]
  cells: (string | null)[][]
}

/** A chart's own numbers: only for lengths of bars. */
export interface BarsOf {
  bars: CategoryBar[]
  series: { key: string; name: string }[]
}

/** So many series can be told apart by their colours. */
export const MOST_SERIES = 7

/** Rows of sums are drawn only where nothing else is marked: beside their parts they would dwarf them. */
export function withoutSums(block: SelectedBlock): { block: SelectedBlock; left: number } {
  const sums = block.rows.filter(({ sum }) => sum).length
  if (sums === 0 || sums === block.rows.length) return { block, left: 0 }
  const kept = block.rows.flatMap(({ sum }, at) => (sum ? [] : [at]))
  return {
    block: {
      columns: block.columns,
      rows: kept.flatMap((at) => block.rows[at] ?? []),
      cells: kept.map((at) => block.cells[at] ?? []),
    },
    left: sums,
  }
}

/** Bars by rows (a group of bars for each row) or by columns. */
export function barsOf(block: SelectedBlock, by: 'rows' | 'columns'): BarsOf {
  const rowNames = block.rows.map(({ name }) => name)
  const [groups, parts] = by === 'rows' ? [rowNames, block.columns] : [block.columns, rowNames]
  const series = parts.slice(0, MOST_SERIES).map((name, at) => ({ key: `s${String(at)}`, name }))
  const figure = (group: number, part: number): string | null =>
    (by === 'rows' ? block.cells[group]?.[part] : block.cells[part]?.[group]) ?? null
  return {
    series,
    bars: groups.map((name, group) => ({
      name,
      ...Object.fromEntries(
        series.map(({ key }, part) => {
          const value = figure(group, part)
          return [key, value === null ? null : Number(value)]
        }),
      ),
    })),
  }
}

/** How many figures lie in each interval of one width, with the smallest, the median and the largest. */
export interface Distribution {
  count: number
  low: string
  median: string
  high: string
  bars: CategoryBar[]
}

/** Intervals that a distribution is parted into, more or less. */
const INTERVALS = 10
const NICE = [1, 2, 2.5, 5, 10]

/**
 * The distribution of figures over intervals of a round width; an interval holds its lower end, the
 * last one both. Null where there is no figure.
 */
export function distributionOf(figures: readonly string[]): Distribution | null {
  const sorted = figures.toSorted(compareFigures)
  const [low, high] = [sorted[0], sorted.at(-1)]
  if (low === undefined || high === undefined) return null
  const [from, to] = [Number(low), Number(high)]
  const wide = widthOf((to - from) / INTERVALS)
  const first = Math.floor(from / wide)
  const count = Math.max(1, Math.ceil(to / wide) - first)
  const counts = Array.from({ length: count }, () => 0)
  for (const figure of sorted) {
    const at = Math.min(count - 1, Math.floor(Number(figure) / wide) - first)
    counts[at] = (counts[at] ?? 0) + 1
  }
  const decimals = Math.max(
    0,
    -Math.floor(Math.log10(wide)) + (String(wide).includes('25') ? 1 : 0),
  )
  const end = (at: number): string => withSeparators(((first + at) * wide).toFixed(decimals))
  return {
    count: sorted.length,
    low: withSeparators(low),
    median: medianOf(sorted),
    high: withSeparators(high),
    bars: counts.map((schools, at) => ({ name: `${end(at)}–${end(at + 1)}`, schools })),
  }
}

function widthOf(step: number): number {
  if (step <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(step))
  return (NICE.find((one) => one * power >= step) ?? 10) * power
}

function medianOf(sorted: readonly string[]): string {
  const middle = sorted.length / 2
  if (sorted.length % 2 === 1) return withSeparators(sorted[Math.floor(middle)] ?? '')
  const [a, b] = [Number(sorted[middle - 1]), Number(sorted[middle])]
  return withSeparators(String(Number(((a + b) / 2).toPrecision(12))))
}

/** Ratios keep two decimals, as the indicators do. */
const DECIMALS = 2

/** First column ÷ second for each row; rows that lack one or divide by 0 are left out and counted. */
export function ratiosOf({ cells }: SelectedBlock): { ratios: string[]; left: number } {
  const ratios = cells.flatMap(([above, below]) =>
    above === undefined ||
    above === null ||
    below === undefined ||
    below === null ||
    Number(below) === 0
      ? []
      : [(Number(above) / Number(below)).toFixed(DECIMALS)],
  )
  return { ratios, left: cells.length - ratios.length }
}

/** Names without the parts that all of them begin with. */
export function shortNames(names: readonly (readonly string[])[]): string[] {
  const shortest = Math.min(...names.map((path) => path.length))
  let same = 0
  while (same < shortest - 1 && names.every((path) => path[same] === names[0]?.[same])) same += 1
  return names.map((path) => path.slice(same).join('·'))
}
