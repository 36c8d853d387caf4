import { COUNT_BEFORE } from '../lexicon/unit-nouns.ts'
import { UNITS } from '../lexicon/units.ts'
import type { Quantity } from '../numerals/quantity.ts'
import type { Context } from './context.ts'
import { nounUnit } from './elided-units.ts'

/** A coefficient has no unit: 校际差异系数0.267. */
const COEFFICIENT =
  /(?:系数|指数)(?:[的]?(?:最[大小高低]值|平均值|均值|值))?(?:[^。；]{0,30}(?:缩小|下降|降低|减小|提高|上升|增加))?了?(?:分别|依次)?(?:为|是|达到?|约|:)?(?: ?\d\.\d+ ?[、和与及,])* ?$/u

/**
 * A quantity with the unit that a bare number takes from its noun (在校生12345) or from what it is a
 * part of; null when it counts nothing.
 *
 * @param last the figure before it
 */
export function countedBare(
  quantity: Quantity,
  { previous, after, gap }: Context,
  last: Quantity | null,
): Quantity | null {
  if (quantity.unit !== null || quantity.scale !== '' || quantity.script === 'mask') return quantity
  if (quantity.script === 'arabic' && COEFFICIENT.test(previous)) return quantity
  if (quantity.script !== 'arabic' || !/^ ?(?:[，。；、,;)\n]|$)/u.test(after)) return null
  if (last !== null && isPartOf(gap ?? '', last)) return { ...quantity, unit: last.unit }
  if (!COUNT_BEFORE.test(previous)) return null
  return { ...quantity, unit: nounUnit(previous) ?? UNITS.get('人') ?? null }
}

/** 幼儿园7所（公办2、民办5）: parts in brackets have the unit of what stands before them. */
function isPartOf(gap: string, { unit, quotedUnit }: Quantity): boolean {
  if (/(?:附件|附表|[图表注第]|附)$/u.test(gap)) return false
  if (unit?.sort !== 'plain' && unit?.sort !== 'loose' && unit?.sort !== 'people') return false
  if (/^[^()\d，。；]{0,8}\((?:其中:?)?\p{Script=Han}{1,8}:?$/u.test(gap)) return true
  return quotedUnit === '' && /^[、，,;] ?\p{Script=Han}{1,8}:?$/u.test(gap)
}
