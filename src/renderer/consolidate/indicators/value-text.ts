import type { IndicatorDraft, IndicatorYear } from '../../../shared/consolidate.ts'
import { withSeparators } from '../../../shared/separators.ts'

/** A published value for reading: prefix, separators, unit ("2,300人", "1:0.70"). */
export function valueText(
  { prefix, unit }: Pick<IndicatorDraft, 'prefix' | 'unit'>,
  { value }: Pick<IndicatorYear, 'value'>,
): string {
  return value === null ? '—' : `${prefix}${withSeparators(value)}${unit}`
}
