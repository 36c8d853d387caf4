import { perObject } from '../memory/per-object.ts'
import type { DataLack, ExternalLack } from '../../shared/lack.ts'
import { leavesOf } from './leaves.ts'
import { ReferenceFault } from '../rules/compile.ts'
import type { SyntaxFault } from '../../shared/syntax-fault.ts'
import { compare, minus, numberOf, over, plus, round, showNumber, times } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import type { Year } from './year.ts'
import { remembered } from './remembered.ts'
import type { Indicator, Side } from './indicator.ts'
import { conditionOf, valuesOf } from './over-schools.ts'
import { dataLack, lacksItems } from './lacks-items.ts'
import { nothingIn } from './nothing-in.ts'
import { unitClash } from './unit-clash.ts'
import type { UnitClash } from './unit-clash.ts'
import { variationOf } from './variation.ts'

/** An indicator's result for a year. */
export interface Result {
  numerator: Num | null
  denominator: Num | null
  /** Rounded once, half away from zero, from exact values; null when undefined. */
  value: Num | null
  /** What is wrong with an expression, when something is. */
  fault: SyntaxFault | null
  /** A figure of another office without which there is no value; null where none is wanting. */
  lack: ResultLack | null
  /** Whether there is no value because none of the returns that a side asks for is in yet. */
  awaited: boolean
  /** Data that it reads and that are not there at all; absent where nothing is lacking. */
  dataLack?: DataLack
}

export interface ResultLack {
  name: string
  why: ExternalLack
  /** external-unit: in which unit it is, and what would fit. */
  clash: UnitClash | null
}

/**
 * An indicator for one year. Undefined only when the denominator is 0, an external figure is
 * absent or does not fit, the data of that year lack an item that it reads, or no return is in yet. Tables that a
 * school's form lacks, and cells that cannot be read, contribute nothing.
 */
export function evaluateIndicator(indicator: Indicator, year: Year): Result {
  try {
    const clash = unitClash(indicator, year)
    if (clash !== null)
      return { ...NOTHING, lack: { name: clash.name, why: 'external-unit', clash } }
    const numerator = sideValue(indicator.numerator, year, indicator.decimals)
    const { denominator: below } = indicator
    const denominator = below === null ? null : sideValue(below, year, indicator.decimals)
    const value = published(indicator, numerator, denominator)
    const awaited =
      value === null &&
      (nothingIn(indicator.numerator, year) || (below !== null && nothingIn(below, year)))
    const data = dataLack(indicator.numerator, year) ?? (below && dataLack(below, year))
    return {
      ...{ numerator, denominator, value, fault: null, lack: lackIn(indicator, year), awaited },
      ...(data !== null && { dataLack: data }),
    }
  } catch (error) {
    if (!(error instanceof ReferenceFault)) throw error
    return { ...NOTHING, fault: error.fault }
  }
}

const NOTHING: Result = {
  numerator: null,
  denominator: null,
  value: null,
  fault: null,
  lack: null,
  awaited: false,
}

/** The first figure of another office that an indicator names and cannot have. */
function lackIn({ numerator, denominator }: Indicator, year: Year): ResultLack | null {
  for (const side of denominator === null ? [numerator] : [numerator, denominator]) {
    for (const leaf of leavesOf(side)) {
      if (leaf.kind !== 'external' || year.external(leaf.name) !== null) continue
      return { name: leaf.name, why: year.externalLack(leaf.name), clash: null }
    }
  }
  return null
}

/** The published value of both sides: scaled, and rounded once; null when it is undefined. */
export function published(
  indicator: Pick<Indicator, 'denominator' | 'scale' | 'decimals'>,
  numerator: Num | null,
  denominator: Num | null,
): Num | null {
  if (numerator === null) return null
  const plain = indicator.denominator === null
  const ratio = plain ? numerator : denominator === null ? null : over(numerator, denominator)
  const scale = numberOf(indicator.scale) ?? 1
  return ratio === null ? null : round(times(ratio, scale), indicator.decimals)
}

/**
 * What a side comes to; null where a figure from another office is absent, the year lacks an item, or
 * nothing of a part is in yet.
 * Throws ReferenceFault.
 */
export function sideValue(side: Side, year: Year, decimals: number): Num | null {
  if (lacksItems(side, year) || nothingIn(side, year)) return null
  switch (side.kind) {
    case 'external':
      return year.external(side.name)
    case 'add': {
      let total: Num | null = 0
      for (const part of side.sides) {
        const value = sideValue(part, year, decimals)
        total = total === null || value === null ? null : plus(total, value)
      }
      return total
    }
    case 'schools': {
      const { where } = side
      const counted = remembered(year, year.register, `schools ${where ?? ''}`, () => {
        const wanted = conditionOf(where, year)
        return (school) => (school.noSchool !== true && wanted(school) ? 1 : null)
      })
      return counted.length
    }
    case 'count': {
      const { expr, where } = side
      const counted = remembered(year, year.reporting, `count ${expr} ${where ?? ''}`, () => {
        const [wanted, counts] = [conditionOf(where, year), conditionOf(expr, year)]
        return (school) => (school.noSchool !== true && wanted(school) && counts(school) ? 1 : null)
      })
      return counted.length
    }
    case 'sum':
      return sumOf(valuesOf(side.expr, side.where, year))
    case 'max':
      return maxOf(valuesOf(side.expr, side.where, year))
    case 'cv': {
      const values = valuesOf(side.expr, side.where, year)
      const weights = valuesOf(side.weight, side.where, year)
      return variationOf(values, weights, decimals + 6)
    }
  }
}

/** Where no school's value changed, the list is the one of last time, and so is what it comes to. */
const sumOf = perObject((values: readonly Num[]) => values.reduce<Num>(plus, 0))
const maxOf = perObject((values: readonly Num[]) =>
  values.reduce<Num>((a, b) => (compare(a, b) >= 0 ? a : b), values[0] ?? 0),
)

/** The result in words: prefix, figure at its decimals, unit ("39.09%", "1:0.99", "13.5:1"). */
export function resultText(
  indicator: Pick<Indicator, 'decimals' | 'prefix' | 'unit'>,
  value: Num,
): string {
  return `${indicator.prefix}${fixed(value, indicator.decimals)}${indicator.unit}`
}

/** A number with exactly so many decimals. */
export function fixed(value: Num, decimals: number): string {
  const text = showNumber(round(value, decimals), decimals)
  if (decimals === 0) return text
  const [whole = '0', part = ''] = text.split('.')
  return `${whole}.${part.padEnd(decimals, '0')}`
}

export function change(now: Num | null, before: Num | null): Num | null {
  return now === null || before === null ? null : minus(now, before)
}

/** The same as a plain decimal with the indicator's decimals; null where one of the values is missing. */
export function movedOf(now: Num | null, before: Num | null, decimals: number): string | null {
  const moved = change(now, before)
  return moved === null ? null : fixed(moved, decimals)
}
