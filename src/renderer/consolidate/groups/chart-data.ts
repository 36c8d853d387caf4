import type { PivotView } from '../../../shared/consolidate.ts'

/** One bar, or one stack of bars, of the chart. */
export type Bar = { name: string } & Record<string, number | string | null>

/** A figure as the chart's own number: only for the length of a bar, never shown. */
function length(figure: string | null): number | null {
  return figure === null ? null : Number(figure)
}

/** This year beside last year, a pair of bars for each row. */
export function pairs(view: PivotView): Bar[] {
  const last = view.columns.keys.length
  return view.rows.keys.map((key, row) => ({
    name: key.join(' · '),
    now: length(view.cells[row]?.[last]?.value ?? null),
    before: length(view.cells[row]?.[last]?.before ?? null),
  }))
}

/** A stack for each row, a part for each column. */
export function stacks(view: PivotView): { bars: Bar[]; parts: string[] } {
  const parts = view.columns.keys.map((key) => key.join(' · '))
  const bars = view.rows.keys.map((key, row) => ({
    name: key.join(' · '),
    ...Object.fromEntries(
      parts.map((part, column) => [part, length(view.cells[row]?.[column]?.value ?? null)]),
    ),
  }))
  return { bars, parts }
}
