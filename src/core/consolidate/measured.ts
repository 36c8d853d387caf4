import type { Num } from '../model/number.ts'
import { fixed } from '../indicators/evaluate.ts'
import { showNumber } from '../model/number.ts'
import type { ItemPlace } from '../indicators/item-places.ts'
import type { Share, Spread } from './spread.ts'

/** Both sides of a measure in one year. */
export interface YearSpread {
  numerator: Spread
  denominator: Spread | null
}

/** What last year's data say of the items of a school. */
export type Past =
  /** All of them, as far as it had their tables. */
  | 'known'
  /** Not all: an item that the data lack, a cell that says no number. */
  | 'unknown'
  /** It was not there, or had none of their tables. */
  | 'absent'

/** A measure taken apart into what each school gives, this year and last. */
export interface Measured {
  title: string
  unit: string
  /** Decimals of the published figure; null where exact sums are shown as they are. */
  decimals: number | null
  now: YearSpread
  /** null without last year's values. */
  before: YearSpread | null
  /** What is shown, of both sides: the sum itself, or the ratio scaled and rounded once. */
  publish: (numerator: Num | null, denominator: Num | null) => Num | null
  /** How a school of this year stands to the items: asked for any, and all of them readable. */
  coverage: (school: string, places: readonly ItemPlace[]) => { asked: boolean; known: boolean }
  /** What last year's data say of the items of a school: what they lack is not 0. */
  past: (school: string, places: readonly ItemPlace[]) => Past
  /** What a school of this year is called. */
  name: (school: string) => string
  /** Whether a school is counted as one (教学点 are not). */
  counts: (school: string) => boolean
}

/** The shown value over some of a year's shares; `whole` for all of them. */
export function shownOver(
  measured: Measured,
  year: YearSpread,
  kept: { numerator: readonly Share[]; denominator: readonly Share[] },
  whole: boolean,
): Num | null {
  const numerator = year.numerator.total(kept.numerator, whole)
  const denominator = year.denominator?.total(kept.denominator, whole) ?? null
  return measured.publish(numerator, denominator)
}

/** Whether last year's data lack an item of the measure: then no last year stands beside it. */
export function lacksBefore({ before }: Pick<Measured, 'before'>): boolean {
  return before !== null && (before.numerator.lacking || before.denominator?.lacking === true)
}

/** Whether what last year's data lack are figures of some schools only, which can be named one by one. */
export function losesSome({ before }: Pick<Measured, 'before'>): boolean {
  const sides = before === null ? [] : [before.numerator, before.denominator]
  return sides.some((side) => side !== null && side.lost.size > 0)
}

/** Whether groups add up to the total: plain sums that are shown as they are. */
export function isAdditive({ decimals, now }: Measured): boolean {
  return decimals === null && now.denominator === null && now.numerator.additive
}

/** A shown value as text: at its published decimals, or exactly. */
export function textOf({ decimals }: Pick<Measured, 'decimals'>, value: Num): string {
  return decimals === null ? showNumber(value, 20) : fixed(value, decimals)
}

/** Both sides of a measure in a year and what it comes to; nulls without that year. */
export function resultOver(
  { publish }: Pick<Measured, 'publish'>,
  year: YearSpread | null,
): Record<'numerator' | 'denominator' | 'value', Num | null> {
  const numerator = year?.numerator.total(year.numerator.shares, true) ?? null
  const denominator = year?.denominator?.total(year.denominator.shares, true) ?? null
  return { numerator, denominator, value: publish(numerator, denominator) }
}
