import type { Num } from '../model/number.ts'
import { unitMeasure } from '../cells/unit-size.ts'
import type { UnitMeasure } from '../cells/unit-size.ts'
import type { Indicator } from './indicator.ts'

/** 每万人口, 百名学生: how many a figure is for, said in a title. */
const SAID = /每\s*(十万|百万|千万|百|千|万|亿)|(十万|百|千|万)(?:名|位|人|生)/u

/**
 * For how many of the denominator an average is: 100 where its unit is 台/百人 or its title says
 * 每百名学生. Null where neither says so.
 */
export function headSize({ title }: Pick<Indicator, 'title'>, own: UnitMeasure): Num | null {
  if (own.per !== null) return own.per.size
  const [, each, counted] = SAID.exec(title.normalize('NFKC')) ?? []
  const magnitude = each ?? counted
  return magnitude === undefined ? null : (unitMeasure(magnitude)?.size ?? null)
}
