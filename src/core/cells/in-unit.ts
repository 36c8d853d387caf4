import { compare, numberOf, over, showNumber, times } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import { unitMeasure } from './unit-size.ts'

/**
 * By what a figure in one unit is multiplied to be in another: 10,000 from 万元 to 元. 1 where either is not
 * given or both are the same; null where they measure different things, so that nobody can say.
 */
export function unitFactor(from: string, to: string): Num | null {
  if (from === '' || to === '' || from === to) return 1
  const [own, other] = [unitMeasure(to), unitMeasure(from)]
  if (own === null || other === null || own.kind !== other.kind) return null
  if (own.per?.kind !== other.per?.kind) return null
  const size = (measure: typeof own): Num | null => over(measure.size, measure.per?.size ?? 1)
  const [here, there] = [size(own), size(other)]
  return here === null || there === null ? null : over(there, here)
}

/** A plain decimal multiplied. Figures of money and areas end; one that would not stays with twenty places. */
export function multiplied(value: string, factor: Num): string {
  const number = compare(factor, 1) === 0 ? null : numberOf(value)
  return number === null ? value : showNumber(times(number, factor), 20)
}
