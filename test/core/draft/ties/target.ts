import type { Indicator } from '../../../../src/core/indicators/indicator.ts'
import type { Result } from '../../../../src/core/indicators/evaluate.ts'
import { indicatorTarget } from '../../../../src/core/draft/ties/make-target.ts'
import type { Target } from '../../../../src/core/draft/ties/target.ts'
import { fraction, numberOf, round } from '../../../../src/core/model/number.ts'
import type { Num } from '../../../../src/core/model/number.ts'

type Value = string | [top: number, bottom: number]

/**
 * An indicator with its values; a quotient is given by its two sides.
 *
 * @param of unit, decimals, this year's value, last year's
 */
export function target(
  id: string,
  of: { unit: string; decimals?: number; now: Value; before?: Value; title?: string },
  group: string | null = null,
): Target {
  const decimals = of.decimals ?? 0
  const ratio = Array.isArray(of.now)
  const indicator: Indicator = {
    id,
    title: of.title ?? id,
    unit: of.unit,
    decimals,
    numerator: { kind: 'sum', expr: 'a[1,1]', where: null },
    denominator: ratio ? { kind: 'sum', expr: 'a[1,2]', where: null } : null,
    scale: of.unit === '%' ? '100' : '1',
    prefix: '',
  }
  const result = (value: Value): Result => {
    const numerator = numberOf(String(Array.isArray(value) ? value[0] : value))
    const denominator = Array.isArray(value) ? value[1] : null
    const scale = of.unit === '%' ? 100n : 1n
    const exact: Num | null = Array.isArray(value)
      ? fraction(BigInt(value[0]) * scale, BigInt(value[1]))
      : numerator
    const published = exact === null ? null : round(exact, decimals)
    return { numerator, denominator, value: published, fault: null, lack: null, awaited: false }
  }
  const before = of.before === undefined ? null : result(of.before)
  return indicatorTarget(indicator, result(of.now), before, group)
}
