import type { IndicatorYear } from '../../../shared/consolidate.ts'
import { fixed, resultText } from '../../indicators/evaluate.ts'
import type { Result } from '../../indicators/evaluate.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { showNumber } from '../../model/number.ts'

/**
 * An indicator in one year, for reading.
 *
 * @param result null where nothing is known of the year
 * @param lacking whether the data of the year lack an item of it
 */
export function yearOf(
  indicator: Indicator,
  result: Pick<Result, 'numerator' | 'denominator' | 'value'> | null,
  lacking: boolean,
): IndicatorYear {
  const shown = (value: Result['value']): string | null =>
    value === null ? null : showNumber(value, 10)
  const value = result?.value ?? null
  return {
    value: value === null ? null : fixed(value, indicator.decimals),
    text: value === null ? '' : resultText(indicator, value),
    numerator: shown(result?.numerator ?? null),
    denominator: shown(result?.denominator ?? null),
    lacking,
  }
}
