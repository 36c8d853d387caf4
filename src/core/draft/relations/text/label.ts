import { perObject } from '../../../memory/per-object.ts'
import { compare } from '../../../model/number.ts'
import { numOf } from '../numbers/bounds.ts'
import type { Mention } from './mention.ts'

const CUES =
  /其中|包括|包含|分别|主要|本年|今年|全年|目前|现有|共有|共计|一共|总共|另有|还有|此外|另外|各类|[：:，,、。；;（）()\s]|为$|有$|达到?$|约$|近$|共$|是$|各$|含/gu

/** What a figure is called, by the words before it and, where there are none, behind it: 女生, 公办. */
export function labelOf(mention: Mention): string {
  const lead = mention.lead.replaceAll(CUES, '')
  return lead === '' ? mention.tail.replaceAll(CUES, '') : lead
}

/** Whether words tell an amount for each one of something, which adds up with nothing. */
export const isPerHead = perObject(
  ({ before, figure: { unit, value } }: Mention): boolean =>
    PER_HEAD.test(before) &&
    // 应拨生均公用经费6284.5万元: so much is of no head.
    !(unit === '元' && value !== null && compare(numOf(value), MILLION) >= 0),
)

const MILLION = 1_000_000
const PER_HEAD =
  /人均|生均|校均|园均|班均|户均|师均|平均|每(?:人|生|名|个|校|所|年|月|班|户|位|学期)|(?:补助|资助|收费|定额|经费|拨款|发放)标准/u
