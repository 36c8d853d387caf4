import { difference, exactly, negated, product, quotient, sum } from '../numbers/bounds.ts'
import type { Bounds } from '../numbers/bounds.ts'
import type { At, Reading } from '../question.ts'
import type { Mention } from '../text/mention.ts'
import { quotedText } from '../kinds/readings.ts'

/** A part, or a whole: a figure, what is left of one without another, or several figures together. */
export interface Amount {
  readonly of: Mention
  readonly without?: Mention
  readonly and?: readonly Mention[]
}

/** part ÷ whole × 100 (1000 for ‰) = share. */
export function shareReading(part: Amount, whole: Amount, share: Mention): Reading {
  const per = share.figure.unit === '‰' ? 1000 : 100
  return {
    figures: [...new Set([...membersOf(part), ...membersOf(whole), share.index])],
    formula: `${textOf(part)} ÷ ${textOf(whole)} × ${per} = ${quotedText(share)}`,
    reckon: (at) => {
      const ratio = quotient(amountAt(part, at), amountAt(whole, at))
      return ratio === null
        ? null
        : { computed: product(ratio, exactly(per)), quoted: at(share.index) }
    },
    compares: 'equal',
    asked: share.index,
    ...(whole.without === undefined &&
      (whole.and ?? []).length === 0 &&
      whole.of.figure.unit === part.of.figure.unit && {
        whole: `${share.sentence} ${whole.of.index}`,
      }),
  }
}

function membersOf({ of, without, and = [] }: Amount): number[] {
  return [of, ...(without === undefined ? [] : [without]), ...and].map(({ index }) => index)
}

function amountAt({ of, without, and = [] }: Amount, at: At): Bounds {
  if (without !== undefined) return difference(at(of.index), at(without.index))
  return and.length === 0 ? sizeOf(of, at) : sum([of, ...and].map((one) => sizeOf(one, at)))
}

function textOf({ of, without, and = [] }: Amount): string {
  if (without !== undefined) return `(${quotedText(of)} − ${quotedText(without)})`
  const text = [of, ...and].map(quotedText).join(' + ')
  return and.length === 0 ? text : `(${text})`
}

/** Of a decrease its size: 压减467家 is a part of what there was. */
function sizeOf({ index, role, figure }: Mention, at: At): Bounds {
  const bounds = at(index)
  return role === 'change' && figure.direction === 'down' ? negated(bounds) : bounds
}
