import type { Approximation } from '../../../shared/draft.ts'
import type { Context } from './context.ts'

const BEFORE: readonly [Approximation, RegExp][] = [
  ['under', /(?:不足|不到|不超过|不高于|低于|少于|至多|最多|控制在) ?$/u],
  ['over', /(?:超过|(?<![赶反])超|(?<![年])逾|突破|不低于|不少于|至少|高于|多于) ?$/u],
  ['nearly', /(?:将近|接近|(?<![临附靠最邻逼])近) ?$/u],
  ['about', /(?:大约|大概|(?<![节集合签预违条契履简])约|估计) ?$/u],
]
const BEHIND: readonly [Approximation, RegExp][] = [
  ['over', /^ ?(?:及以上|以上|之多|有余|余|多(?=[，。；、)]))/u],
  ['under', /^ ?(?:以下|以内|之内)/u],
  ['about', /^ ?(?:左右|上下|许)/u],
]

/** 高于85%的底线要求13.2个百分点: what is held against, and by how much. */
const HELD_AGAINST =
  /^的?[^，。；、\d]{0,8}(?:要求|标准|目标|规定|水平|底线|平均值?)[^，。；\d]{0,2}\d/u

/** What 约, 近, 超, 余, 以上 say of a figure; null when it is stated plainly. */
export function approximationOf({ quantity, previous, after }: Context): Approximation | null {
  if (quantity.more) return 'over'
  if (HELD_AGAINST.test(after) && /[高低]于 ?$/u.test(previous)) return null
  return (
    BEHIND.find(([, word]) => word.test(after))?.[0] ??
    BEFORE.find(([, word]) => word.test(previous))?.[0] ??
    null
  )
}
