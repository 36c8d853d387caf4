import { unitSize } from '../../externals/unit-size.ts'
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
  /** 人, 平方米, %, 比; values are in so many of it. */
  unit: BaseUnit
  decimals: number
  /** Whether it is a quotient (a share, an average), which texts round as they like. */
  ratio: boolean
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
