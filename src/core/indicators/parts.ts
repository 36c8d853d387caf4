import type { SchoolFigures } from '../rules/figures.ts'
import type { Num } from '../model/number.ts'
import { sideValue } from './evaluate.ts'
import { conditionOf, valueAt } from './over-schools.ts'
import type { Year } from './year.ts'
import type { Indicator, Side } from './indicator.ts'

/** A side that is not put together of others. */
export type PlainSide = Exclude<Side, { kind: 'add' }>

/** What a side is put together of, in the order written. */
export function plainSides(side: Side): PlainSide[] {
  return side.kind === 'add' ? side.sides.flatMap(plainSides) : [side]
}

/**
 * The schools that a side counts, each with what it gives. Throws ReferenceFault where an
 * expression names what the collection does not have.
 */
export function contributions(
  side: PlainSide,
  year: Year,
): { school: SchoolFigures; value: Num }[] {
  if (side.kind === 'external') return []
  const where = conditionOf(side.where, year)
  switch (side.kind) {
    case 'schools':
      return year.register.filter(where).map((school) => ({ school, value: 1 }))
    case 'count': {
      const counts = conditionOf(side.expr, year)
      return year.reporting
        .filter((school) => where(school) && counts(school))
        .map((school) => ({ school, value: 1 }))
    }
    case 'sum':
    case 'max':
    case 'cv': {
      const value = valueAt(side.expr, year)
      return year.reporting.filter(where).map((school) => ({ school, value: value(school) }))
    }
  }
}

/** A plain side's own value. */
export function plainValue(side: PlainSide, year: Year, indicator: Indicator): Num | null {
  return sideValue(side, year, indicator.decimals)
}
