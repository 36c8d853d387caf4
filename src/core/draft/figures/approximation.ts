import type { Approximation } from '../../../shared/draft.ts'
import type { Context } from './context.ts'

const BEFORE: readonly [Approximation, RegExp][] = [
  ['under', /(?:不足|不到|不超过|不高于|低于|少于|至多|最多|控制在) ?$/u],
  ['over', /(?:超过|超|逾|突破|不低于|不少于|至少|高于|多于) ?$/u],
  ['nearly', /(?:将近|接近|近) ?$/u],
  ['about', /(?:大约|大概|约|估计) ?$/u],
]
const BEHIND: readonly [Approximation, RegExp][] = [
  ['over', /^ ?(?:及以上|以上|之多|有余|余|多(?=[，。；、)]))/u],
  ['under', /^ ?(?:以下|以内|之内)/u],
  ['about', /^ ?(?:左右|上下|许)/u],
]

/** What 约, 近, 超, 余, 以上 say of a figure; null when it is stated plainly. */
export function approximationOf({ quantity, previous, after }: Context): Approximation | null {
  if (quantity.more) return 'over'
  return (
    BEHIND.find(([, word]) => word.test(after))?.[0] ??
    BEFORE.find(([, word]) => word.test(previous))?.[0] ??
    null
  )
}
