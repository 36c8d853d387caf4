import type { Quoted } from '../../../src/core/summary/wording.ts'
import { numberOf, over, round, times } from '../../../src/core/model/number.ts'

interface Given {
  unit?: string
  decimals?: number
  prefix?: string
  scale?: string
  /** Numerator and denominator of this year; null is a figure that is absent. */
  now: [string | null, string?]
  before?: string | null
}

/** An indicator with what it comes to, as the engine gives it. */
export function quoted(id: string, given: Given): Quoted {
  const { unit = '人', decimals = 0, prefix = '', scale = '1', now, before = null } = given
  const side = { kind: 'sum' as const, expr: '1', where: null }
  const [above, below] = now
  const numerator = above === null ? null : numberOf(above)
  const denominator = below === undefined ? null : numberOf(below)
  const ratio =
    numerator === null
      ? null
      : below === undefined
        ? numerator
        : denominator === null
          ? null
          : over(numerator, denominator)
  const value = ratio === null ? null : round(times(ratio, numberOf(scale) ?? 1), decimals)
  return {
    indicator: {
      id,
      title: `${id}（名称）`,
      unit,
      decimals,
      numerator: side,
      denominator: below === undefined ? null : side,
      scale,
      prefix,
    },
    now: {
      numerator,
      denominator,
      value,
      fault: null,
      lack: numerator === null ? { name: '人口', why: 'no-external', clash: null } : null,
      awaited: false,
    },
    before: {
      numerator: null,
      denominator: null,
      value: before === null ? null : numberOf(before),
      lack: null,
      fault: null,
      awaited: false,
    },
  }
}

/** Looks indicators up by id, as `fillSummary` asks. */
export function library(...list: Quoted[]): (id: string) => Quoted | null {
  return (id) => list.find(({ indicator }) => indicator.id === id) ?? null
}
