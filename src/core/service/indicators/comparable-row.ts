import type { IndicatorRow, IndicatorYear } from '../../../shared/consolidate.ts'
import type { Basis } from '../../../shared/model.ts'
import { change, fixed } from '../../indicators/evaluate.ts'
import { resultOver } from '../../consolidate/measured.ts'
import type { YearSpread } from '../../consolidate/measured.ts'
import type { Consolidation } from '../consolidate/consolidation.ts'
import { yearOf } from './indicator-year.ts'

/**
 * An indicator over the same schools in both years (可比口径): closed and new schools, and those of
 * which one year is not in, are in neither.
 *
 * @param row the same indicator over all schools
 */
export function comparableRow(
  consolidation: Consolidation,
  row: IndicatorRow,
  basis: Basis,
): IndicatorRow {
  if (row.faults.length > 0 || !consolidation.hasLastYear) return row
  const { indicator } = row
  const measured = consolidation.comparableIndicator(indicator, basis)
  const valueIn = (year: YearSpread | null, lacking: boolean) => {
    const result = resultOver(measured, year)
    const shown: IndicatorYear = yearOf(indicator, result, lacking)
    return { value: result.value, shown }
  }
  const now = valueIn(measured.now, false)
  const before = valueIn(measured.before, row.before.lacking)
  const moved = change(now.value, before.value)
  const { numerator, denominator } = measured.now
  const schools = new Set(
    [...numerator.shares, ...(denominator?.shares ?? [])].map(({ school }) => school.id),
  ).size
  return {
    ...row,
    now: now.shown,
    before: before.shown,
    change: moved === null ? null : fixed(moved, indicator.decimals),
    undefinedWhy: now.value === null ? (row.undefinedWhy ?? { kind: 'not-comparable' }) : null,
    reported: schools,
    expected: schools,
    missing: [],
    apart: [],
  }
}
