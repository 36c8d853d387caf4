import type { Approximation, FigureKind } from '../../../shared/draft.ts'
import type { Exact } from '../../../shared/exact.ts'

/** What a figure can be at least and at most, in its base unit. */
export interface Interval {
  readonly low: Exact
  readonly high: Exact
}

/** What a figure is about, as the text says it; words as they stand there. */
export interface About {
  /** What is counted or measured: 在校生, 专任教师, 校舍建筑面积; '' where the text does not say. */
  readonly measure: string
  /** What narrows it, the widest first: ["全市", "小学"], ["公办幼儿园"]. */
  readonly group: readonly string[]
  /** The time it is of: "2020", "上半年", "上年"; null where the text does not say. */
  readonly period: string | null
  /** The word that ties it to the figures before it: 其中, 占, 比上年, 分别为, 均为, 各, 此外, 另有. */
  readonly cue: string | null
}

/** A figure found in a drafted text. Offsets count Unicode code points. */
export interface Figure {
  readonly start: number
  /** Behind its last character, unit included. */
  readonly end: number
  readonly text: string
  /** Positive, in base units (万 and 亿 multiplied out, % as quoted); of a range the lower end; null for a mask. */
  readonly value: Exact | null
  /** Both ends of a range; null for one number. */
  readonly low: Exact | null
  readonly high: Exact | null
  /**
   * What the quoted digits allow: half a unit of the last one quoted where there is a decimal point,
   * 万, 亿, % or 百分点; plain integers are exact. null for a mask.
   */
  readonly quoted: Interval | null
  /** The same widened by 约, 近, 超, 余, 以上, 不足: what the true value may be. null for a mask. */
  readonly interval: Interval | null
  /** Base unit: 元, 人, 所, 平方米, %, 百分点, 比, 倍 …; '' where none can be told. */
  readonly unit: string
  /** As the text has it, without its scale: 人, 名, 个百分点, 元/生; '' where it stands elsewhere or nowhere. */
  readonly quotedUnit: string
  /** 万, 亿, 万亿, 百万 …; '' without. */
  readonly scale: string
  /** Decimals quoted, of the number as written (12.50万: 2). */
  readonly decimals: number
  readonly kind: FigureKind
  readonly direction: 'up' | 'down' | null
  readonly approx: Approximation | null
  /** Index of its sentence, and of its clause, in the text; clauses are counted through the text. */
  readonly sentence: number
  readonly clause: number
  readonly about: About
}
