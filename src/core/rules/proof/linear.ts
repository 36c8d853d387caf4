import { minus, over, plus, times } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'

/** A sum of variables with factors, and a number: what a comparison is about. */
export interface Linear {
  /** Variable → factor, none of them 0. */
  terms: ReadonlyMap<number, Num>
  constant: Num
}

/** A sum without variables. */
export function constant(value: Num): Linear {
  return { terms: new Map(), constant: value }
}

export function variable(index: number): Linear {
  return { terms: new Map([[index, 1]]), constant: 0 }
}

/** a + factor × b. */
export function added(a: Linear, b: Linear, factor: Num = 1): Linear {
  const terms = new Map(a.terms)
  for (const [index, own] of b.terms) {
    const sum = plus(terms.get(index) ?? 0, times(own, factor))
    if (sum === 0) terms.delete(index)
    else terms.set(index, sum)
  }
  return { terms, constant: plus(a.constant, times(b.constant, factor)) }
}

export function scaled(a: Linear, factor: Num): Linear {
  return added(constant(0), a, factor)
}

/** A number with a part that is smaller than any number: what "less than" leaves between two figures. */
export interface Near {
  real: Num
  small: Num
}

export const near = (real: Num, small: Num = 0): Near => ({ real, small })
export const nearPlus = (a: Near, b: Near, factor: Num): Near => ({
  real: plus(a.real, times(b.real, factor)),
  small: plus(a.small, times(b.small, factor)),
})
export const nearMinus = (a: Near, b: Near): Near => ({
  real: minus(a.real, b.real),
  small: minus(a.small, b.small),
})
export const nearOver = (a: Near, by: Num): Near => ({
  real: over(a.real, by) ?? 0,
  small: over(a.small, by) ?? 0,
})
