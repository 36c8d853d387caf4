import { parseExact } from '../../../shared/exact.ts'
import { NEVER } from '../lexicon/units.ts'
import type { Unit } from '../lexicon/units.ts'
import { readChinese } from './chinese.ts'
import type { Quantity } from './quantity.ts'

const RANK: Unit = { base: '名', sort: 'rank', unless: NEVER }
const WRITTEN = /第 ?(\d{1,3}|[一二三四五六七八九十]{1,3})( ?[名位])?/gu
/** Where a rank without 名 or 位 is said: 位居全省第二。 */
const RANKED = /(?:居|列|排|位|名次|夺得?|获得?)[^，。；\n]{0,10}$/u
const ENDED = /^(?:[，。；、,;!！)\n]|$)/u
const NO_RANK = /(?:放在|摆在|作为|放到)$/u

/** Ranks: 第一名, 第3位, 位居全省第二; not the names of things (第一中学, 第二期). */
export function ranksOf(text: string): Quantity[] {
  return [...text.matchAll(WRITTEN)].flatMap((match): Quantity[] => {
    const [whole, number = '', word] = match
    const before = text.slice(Math.max(0, match.index - 14), match.index)
    const after = text.slice(match.index + whole.length)
    if (NO_RANK.test(before)) return []
    if (word === undefined && !(RANKED.test(before) && ENDED.test(after.slice(0, 1)))) return []
    const value = parseExact(number) ?? readChinese(number)?.value ?? null
    if (value === null) return []
    return [
      {
        start: match.index,
        end: match.index + whole.length,
        value,
        high: null,
        step: { units: 1n, scale: 0 },
        rounding: 'exact',
        decimals: 0,
        unit: RANK,
        quotedUnit: word?.trim() ?? '',
        scale: '',
        script: /\d/u.test(number) ? 'arabic' : 'chinese',
        negative: false,
        more: false,
      },
    ]
  })
}
