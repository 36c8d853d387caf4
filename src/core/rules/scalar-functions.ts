import type { Evaluate } from './place.ts'
import { absolute, round } from '../model/number.ts'
import { asNumber, asTruth, BLANK, stops, worse } from './value.ts'

/** A function of single values, ready to run over its arguments. */
export function scalarFunction(
  name: 'ISBLANK' | 'ABS' | 'NOT' | 'ROUND' | 'IF',
  args: Evaluate[],
): Evaluate {
  const first = args[0] ?? (() => 0)
  const second = args[1]
  const third = args[2]
  switch (name) {
    case 'ISBLANK':
      return (place) => {
        const value = first(place)
        return stops(value) ? value : value === BLANK || value === ''
      }
    case 'ABS':
      return (place) => {
        const value = asNumber(first(place))
        return typeof value === 'symbol' ? value : absolute(value)
      }
    case 'NOT':
      return (place) => {
        const truth = asTruth(first(place))
        return typeof truth === 'symbol' ? truth : !truth
      }
    case 'ROUND':
      return (place) => {
        const value = asNumber(first(place))
        const decimals = asNumber(second?.(place) ?? 0)
        if (typeof value === 'symbol') return worse(value, decimals)
        if (typeof decimals === 'symbol') return decimals
        // Beyond twenty places either way there is nothing left to round.
        const places = typeof decimals === 'number' ? Math.trunc(decimals) : 0
        return round(value, Math.max(-20, Math.min(20, places)))
      }
    case 'IF':
      return (place) => {
        const truth = asTruth(first(place))
        if (typeof truth === 'symbol') return truth
        return truth ? (second?.(place) ?? true) : (third?.(place) ?? false)
      }
  }
}
