import { difference, exactly, product, quotient } from '../numbers/bounds.ts'
import type { Bounds } from '../numbers/bounds.ts'
import type { Mention } from '../text/mention.ts'
import type { At, Reading } from '../question.ts'
import { quotedText } from './readings.ts'

/** What a share is of: a figure, or what is left of one without a part of it (all less the public ones). */
export interface Base {
  readonly whole: Mention
  readonly without?: Mention
}

/** part ÷ base × 100 (1000 for ‰) = share. */
export function shareReading(part: Mention, { whole, without }: Base, share: Mention): Reading {
  const per = share.figure.unit === '‰' ? 1000 : 100
  const base = (at: At): Bounds =>
    without === undefined ? at(whole.index) : difference(at(whole.index), at(without.index))
  const written =
    without === undefined ? quotedText(whole) : `(${quotedText(whole)} − ${quotedText(without)})`
  return {
    figures: [
      part.index,
      whole.index,
      ...(without === undefined ? [] : [without.index]),
      share.index,
    ],
    formula: `${quotedText(part)} ÷ ${written} × ${per} = ${quotedText(share)}`,
    reckon: (at) => {
      const ratio = quotient(at(part.index), base(at))
      return ratio === null
        ? null
        : { computed: product(ratio, exactly(per)), quoted: at(share.index) }
    },
    compares: 'equal',
    asked: share.index,
  }
}
