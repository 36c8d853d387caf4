import type { DraftFigure } from '../../shared/draft.ts'
import { formatExact } from '../../shared/exact.ts'
import type { Exact } from '../../shared/exact.ts'
import type { Figure } from '../model/draft/figure.ts'

/** A figure as the contract shows it (docs/contract.md §4). */
export function shownFigure(figure: Figure): DraftFigure {
  const { start, end, text, value, low, high, unit, kind, direction, approx } = figure
  return {
    start,
    end,
    text,
    value: plain(value),
    ...(low !== null &&
      high !== null && { low: Number(formatExact(low)), high: Number(formatExact(high)) }),
    unit,
    kind,
    direction,
    approx,
    indicator: null,
  }
}

function plain(value: Exact | null): number | null {
  return value === null ? null : Number(formatExact(value))
}
