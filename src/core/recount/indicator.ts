import type { Form } from '../../shared/model.ts'
import type {
  IndicatorDraft as Indicator,
  IndicatorSide as Side,
} from '../../shared/consolidate.ts'
import { parseExpression } from '../rules/parse.ts'
import { itemRefs } from '../rules/tree.ts'
import type { Expr } from '../rules/tree.ts'
import {
  add,
  divide,
  minusOf,
  multiply,
  NOUGHT,
  order,
  plainOf,
  rounded,
  squareRoot,
  whole,
} from './plain.ts'
import type { Plain } from './plain.ts'
import { asPlain, asYes, FAULT, workOut } from './work-out.ts'
import type { Asked } from './work-out.ts'

/** The schools of one year as the second calculator sees them. */
export interface PlainYear {
  forms: Form[]
  reporting: Asked[]
  register: Asked[]
  /** The decimal that another office gave; null when there is none. */
  external(name: string): string | null
}

/** An indicator worked out a second time. */
export interface Recounted {
  numerator: Plain | null
  denominator: Plain | null
  /** With exactly the indicator's decimals; null when undefined. */
  value: string | null
}

/** Works an indicator out (docs/contract.md §3) from the schools' values, one school after another. */
export function recountIndicator(indicator: Indicator, year: PlainYear): Recounted {
  const numerator = side(indicator.numerator, year, indicator.decimals)
  const below = indicator.denominator
  const denominator = below === null ? null : side(below, year, indicator.decimals)
  const ratio =
    numerator === null
      ? null
      : below === null
        ? numerator
        : denominator === null
          ? null
          : divide(numerator, denominator)
  const scale = plainOf(indicator.scale) ?? whole(1)
  const value = ratio === null ? null : rounded(multiply(ratio, scale), indicator.decimals)
  return { numerator, denominator, value }
}

function side(given: Side, year: PlainYear, decimals: number): Plain | null {
  switch (given.kind) {
    case 'external':
      return plainOf(year.external(given.name) ?? '')
    case 'add': {
      let total = NOUGHT
      for (const part of given.sides) {
        const value = side(part, year, decimals)
        if (value === null) return null
        total = add(total, value)
      }
      return total
    }
    case 'schools':
      return whole(schoolsOf(chosen(year.register, given.where, year)).length)
    case 'count':
      return whole(
        schoolsOf(chosen(chosen(year.reporting, given.where, year), given.expr, year)).length,
      )
    case 'sum': {
      let total = NOUGHT
      for (const value of values(given.expr, given.where, year)) total = add(total, value)
      return total
    }
    case 'max': {
      let most: Plain | null = null
      for (const value of values(given.expr, given.where, year)) {
        if (most === null || order(value, most) > 0) most = value
      }
      return most ?? NOUGHT
    }
    case 'cv': {
      const found = values(given.expr, given.where, year)
      return spread(found, values(given.weight, given.where, year), decimals)
    }
  }
}

/** The weighted standard deviation over the weighted mean. */
function spread(found: Plain[], weights: Plain[], decimals: number): Plain | null {
  let [total, sum] = [NOUGHT, NOUGHT]
  found.forEach((value, at) => {
    const weight = weights[at] ?? NOUGHT
    total = add(total, weight)
    sum = add(sum, multiply(value, weight))
  })
  const mean = divide(sum, total)
  if (mean === null || mean.top === 0n) return null
  let squares = NOUGHT
  found.forEach((value, at) => {
    const off = add(value, minusOf(mean))
    squares = add(squares, multiply(multiply(off, off), weights[at] ?? NOUGHT))
  })
  const variance = divide(squares, total)
  return variance === null ? null : divide(squareRoot(variance, decimals + 6), mean)
}

function values(text: string, where: string | null, year: PlainYear): Plain[] {
  const expr = parsed(text, year)
  const forms = expr === null ? [] : itemRefs(expr).map(({ form }) => form)
  const own = year.reporting.filter(
    ({ unitWith }) => unitWith === undefined || forms.some((form) => unitWith.includes(form)),
  )
  return chosen(own, where, year).map((school) => {
    const value = expr === null ? FAULT : asPlain(workOut(expr, school))
    return value === FAULT ? NOUGHT : value
  })
}

const schoolsOf = (all: Asked[]): Asked[] => all.filter(({ unitWith }) => unitWith === undefined)

function chosen(schools: Asked[], where: string | null, year: PlainYear): Asked[] {
  if (where === null) return schools
  const expr = parsed(where, year)
  return schools.filter((school) => expr !== null && asYes(workOut(expr, school)) === true)
}

function parsed(text: string, { forms }: PlainYear): Expr | null {
  const found = parseExpression(
    text,
    forms.map(({ id }) => id),
  )
  return found.ok ? found.expr : null
}
