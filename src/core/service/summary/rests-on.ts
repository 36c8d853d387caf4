import type { Basis } from '../../../shared/model.ts'
import type { Consolidation } from '../consolidate/consolidation.ts'
import type { IndicatorResult } from '../consolidate/indicator-years.ts'
import { indicatorCoverage } from '../consolidate/indicator-coverage.ts'
import type { IndicatorCoverage } from '../consolidate/indicator-coverage.ts'

/** On which schools an indicator rests; on none where it is not known or at fault. */
export function restsOnSchools(
  consolidation: Consolidation,
  result: IndicatorResult | null,
  basis: Basis,
): Pick<IndicatorCoverage, 'missing' | 'apart'> {
  if (result === null || result.now.fault !== null) return { missing: [], apart: [] }
  return indicatorCoverage(consolidation, result.indicator, basis)
}
