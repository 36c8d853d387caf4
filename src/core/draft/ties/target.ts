import { unitSize } from '../../cells/unit-size.ts'
import type { Num } from '../../model/number.ts'
import type { WordWeights } from './words.ts'

/** A value of one year in the target's unit: as published (rounded once), and before rounding. */
export interface Reading {
  published: Num
  exact: Num
}

/** A unit as drafts name it, and how many of it one unit of a target is. */
export interface BaseUnit {
  base: string
  size: Num
}

/** Something of the collection that a draft can quote: an indicator, or a total, of the county or a group. */
export interface Target {
  /** By what it is kept in the ledger: `indicator:小学数`, `item:教基3112[01,7]`, with `@城关镇` for a group. */
  key: string
  /** Id of the indicator; null for a total. */
  indicator: string | null
  /** Address of the item; null for an indicator. */
  item: string | null
  title: string
  /** Name of the group; null for the county. */
  group: string | null
  words: WordWeights
  /** Whether it is what is planned or asked for, not what is. */
  plan: boolean
  /** Whether it is a place in a ranking. */
  rank: boolean
  /** 人, 平方米, %, 比; values are in so many of it. */
  unit: BaseUnit
  decimals: number
  /** Whether it is a quotient (a share, an average), which texts round as they like. */
  ratio: boolean
  /** What this year's quotient is of, exact; null where it is none. */
  sides: { numerator: Num; denominator: Num } | null
  /** null: undefined this year, or last year. */
  now: Reading | null
  before: Reading | null
}

/** 万平方米 → 10,000 平方米; ":1" → 比; a unit that nobody knows is itself. */
export function baseUnit(written: string): BaseUnit {
  const text = written.normalize('NFKC').trim()
  if (text === '%' || text === '‰') return { base: text, size: 1 }
  if (text === '' || text.startsWith(':')) return { base: '比', size: 1 }
  const known = unitSize(text)
  return known === null ? { base: text, size: 1 } : { base: known.kind, size: known.size }
}

/** Units that count the same: bureaus write 所, 个 and 处 of schools as they like. */
const ALIKE: readonly string[][] = [
  ['所', '个', '处', '家', '校', '园', '座'],
  ['个', '项', '件', '处', '间', '台', '节', '次', '班', '套', '种', '门'],
  ['人', '人次', '名', '位'],
  ['册', '本'],
  ['比', '倍', ''],
]

/** Whether a figure of one unit can be of a target of the other. */
export function sameUnit(figure: string, target: string): boolean {
  if (figure === target || figure === '') return true
  return ALIKE.some((units) => units.includes(figure) && units.includes(target))
}

/**
 * Units that may be of one thing where its words and the value say so: families are counted as those
 * who stand for them (40名特困学生家庭).
 */
export function looselySameUnit(figure: string, target: string): boolean {
  return sameUnit(figure, target) || (figure === '人' && target === '户')
}

const PLAN = /计划|目标|任务|要求|拟/u
const RANK = /名次|排名|位次/u

/** What a target's names say that it is, beside what it counts. */
export function meantBy(names: string): Pick<Target, 'plan' | 'rank'> {
  return { plan: PLAN.test(names), rank: RANK.test(names) }
}
