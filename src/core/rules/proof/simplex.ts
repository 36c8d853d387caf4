import { compare, negative, over, plus, times } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'
import { near, nearMinus, nearOver, nearPlus } from './linear.ts'
import type { Linear, Near } from './linear.ts'

/** Who asked for a bound: rules, and turns taken between alternatives (negative). */
export type Tags = readonly number[]

interface Bound {
  value: Near
  tags: Tags
}

/** What bounds were before, to go back to. */
export interface Mark {
  lower: Map<number, Bound>
  upper: Map<number, Bound>
}

/**
 * Whether sums can all lie within bounds, in exact fractions: the simplex method in the form of
 * B. Dutertre and L. de Moura, "A Fast Linear-Arithmetic Solver for DPLL(T)", CAV 2006, with Bland's rule
 * so that it ends, and with strict bounds by a part smaller than any number. What cannot be is told
 * with the bounds that exclude each other.
 */
export class Simplex {
  /** Variable that is worked out → the sum of others that it is. */
  private readonly rows = new Map<number, Map<number, Num>>()
  private readonly values: Near[] = []
  private lower = new Map<number, Bound>()
  private upper = new Map<number, Bound>()
  private readonly sums = new Map<string, number>()

  /** A new variable, free of bounds. */
  fresh(): number {
    this.values.push(near(0))
    return this.values.length - 1
  }

  value(index: number): Near {
    return this.values[index] ?? near(0)
  }

  valueOf({ terms, constant }: Linear): Near {
    let sum = near(constant)
    for (const [index, factor] of terms) sum = nearPlus(sum, this.value(index), factor)
    return sum
  }

  mark(): Mark {
    return { lower: new Map(this.lower), upper: new Map(this.upper) }
  }

  back({ lower, upper }: Mark): void {
    this.lower = new Map(lower)
    this.upper = new Map(upper)
  }

  /** Asks that a sum be at most 0, or less; null, or the tags of what excludes it. */
  atMost(sum: Linear, strict: boolean, tags: Tags): Tags | null {
    const [first] = [...sum.terms].toSorted(([a], [b]) => a - b)
    if (first === undefined) {
      const sign = compare(sum.constant, 0)
      return sign < 0 || (sign === 0 && !strict) ? null : tags
    }
    const [, lead] = first
    const index = this.indexOf(sum, lead)
    const positive = compare(lead, 0) > 0
    const real = over(negative(sum.constant), lead) ?? 0
    const value = near(real, strict ? (positive ? -1 : 1) : 0)
    return positive
      ? this.bounded(index, 'upper', value, tags)
      : this.bounded(index, 'lower', value, tags)
  }

  /** Looks for values within all bounds; null when found, else the tags of bounds that exclude each other. */
  check(): Tags | null {
    for (;;) {
      const out = this.firstOut()
      if (out === null) return null
      const { index, low } = out
      const row = this.rows.get(index) ?? new Map<number, Num>()
      const bound = (low ? this.lower : this.upper).get(index)
      if (bound === undefined) return null
      const entering = [...row]
        .filter(([other, factor]) => this.canMove(other, compare(factor, 0) > 0 === low))
        .reduce((least, [other]) => (least === -1 || other < least ? other : least), -1)
      if (entering === -1) return this.excluding(row, low, bound.tags)
      this.pivot(index, entering, bound.value)
    }
  }

  /** The variable that stands for a sum: itself where it is one, else one that is worked out from it. */
  private indexOf({ terms }: Linear, lead: Num): number {
    const unit = [...terms]
      .toSorted(([a], [b]) => a - b)
      .map(([index, factor]): [number, Num] => [index, over(factor, lead) ?? 0])
    const [only] = unit
    if (unit.length === 1 && only !== undefined) return only[0]
    const key = unit
      .map(([index, f]) => `${index}:${typeof f === 'number' ? f : `${f.top}/${f.bottom}`}`)
      .join(' ')
    const known = this.sums.get(key)
    if (known !== undefined) return known
    const index = this.fresh()
    this.sums.set(key, index)
    const row = new Map<number, Num>()
    for (const [other, factor] of unit) {
      const worked = this.rows.get(other)
      if (worked === undefined) addTo(row, other, factor)
      else for (const [inner, own] of worked) addTo(row, inner, times(own, factor))
    }
    this.rows.set(index, row)
    let sum = near(0)
    for (const [other, factor] of row) sum = nearPlus(sum, this.value(other), factor)
    this.values[index] = sum
    return index
  }

  private bounded(index: number, side: 'lower' | 'upper', value: Near, tags: Tags): Tags | null {
    const [own, other] = side === 'upper' ? [this.upper, this.lower] : [this.lower, this.upper]
    const known = own.get(index)
    const tighter = side === 'upper' ? -1 : 1
    if (known !== undefined && order(value, known.value) !== tighter) return null
    const against = other.get(index)
    if (against !== undefined && order(value, against.value) === tighter)
      return [...tags, ...against.tags]
    own.set(index, { value, tags })
    const now = this.value(index)
    if (!this.rows.has(index) && order(value, now) === tighter)
      this.move(index, nearMinus(value, now))
    return null
  }

  /** Moves a variable that is not worked out, and with it all that hang on it. */
  private move(index: number, by: Near): void {
    this.values[index] = nearPlus(this.value(index), by, 1)
    for (const [basic, row] of this.rows) {
      const factor = row.get(index)
      if (factor !== undefined) this.values[basic] = nearPlus(this.value(basic), by, factor)
    }
  }

  private firstOut(): { index: number; low: boolean } | null {
    let found: { index: number; low: boolean } | null = null
    for (const index of this.rows.keys()) {
      if (found !== null && found.index < index) continue
      const [low, high] = [this.lower.get(index), this.upper.get(index)]
      const now = this.value(index)
      if (low !== undefined && order(now, low.value) < 0) found = { index, low: true }
      else if (high !== undefined && order(now, high.value) > 0) found = { index, low: false }
    }
    return found
  }

  private canMove(index: number, up: boolean): boolean {
    const bound = (up ? this.upper : this.lower).get(index)
    return bound === undefined || order(this.value(index), bound.value) !== 0
  }

  private excluding(row: ReadonlyMap<number, Num>, low: boolean, own: Tags): Tags {
    const tags = new Set(own)
    for (const [other, factor] of row) {
      const up = compare(factor, 0) > 0 === low
      for (const tag of (up ? this.upper : this.lower).get(other)?.tags ?? []) tags.add(tag)
    }
    return [...tags]
  }

  /** `leaving` takes the value, `entering` is worked out from now on. */
  private pivot(leaving: number, entering: number, value: Near): void {
    const row = this.rows.get(leaving) ?? new Map<number, Num>()
    const factor = row.get(entering) ?? 1
    const by = nearOver(nearMinus(value, this.value(leaving)), factor)
    this.values[leaving] = value
    this.values[entering] = nearPlus(this.value(entering), by, 1)
    this.rows.delete(leaving)
    const solved = new Map<number, Num>([[leaving, over(1, factor) ?? 0]])
    for (const [other, own] of row)
      if (other !== entering) solved.set(other, negative(over(own, factor) ?? 0))
    for (const [basic, other] of this.rows) {
      const times_ = other.get(entering)
      if (times_ === undefined) continue
      this.values[basic] = nearPlus(this.value(basic), by, times_)
      other.delete(entering)
      for (const [index, own] of solved) addTo(other, index, times(own, times_))
    }
    this.rows.set(entering, solved)
  }
}

function addTo(row: Map<number, Num>, index: number, factor: Num): void {
  const sum = plus(row.get(index) ?? 0, factor)
  if (sum === 0) row.delete(index)
  else row.set(index, sum)
}

function order(a: Near, b: Near): number {
  return Math.sign(compare(a.real, b.real) || compare(a.small, b.small))
}
