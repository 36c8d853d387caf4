import { boundsOf, exactly, product, sum } from '../numbers/bounds.ts'
import type { Bounds } from '../numbers/bounds.ts'
import { timesOf } from '../text/each.ts'
import type { Mention } from '../text/mention.ts'
import type { At, Reading } from '../question.ts'
import { changeAt } from './rounding.ts'

/** The figure as quoted, without the blanks of the typesetting. */
export function quotedText({ figure }: Mention): string {
  return figure.text.replaceAll(/\s/gu, '')
}

/** The figures of some mentions at their quoted rounding; 0 for one that quotes none. */
export function quotedAt(mentions: readonly Mention[]): At {
  const known = new Map(mentions.map(({ index, figure }) => [index, figure.quoted]))
  return (index) => {
    const one = known.get(index) ?? null
    return one === null ? exactly(0) : boundsOf(one)
  }
}

function partText(part: Mention): string {
  const count = timesOf(part)
  return count === 1 ? quotedText(part) : `${count} × ${quotedText(part)}`
}

function counted(part: Mention, at: At): Bounds {
  const bounds = part.role === 'change' ? changeAt(part, at) : at(part.index)
  const count = timesOf(part)
  return count === 1 ? bounds : product(bounds, exactly(count))
}

/** The parts come to the total. */
export function sumReading(total: Mention, parts: readonly Mention[]): Reading {
  return {
    figures: [total.index, ...parts.map(({ index }) => index)],
    formula: `${parts.map(partText).join(' + ')} = ${quotedText(total)}`,
    reckon: (at) => ({
      computed: sum(parts.map((part) => counted(part, at))),
      quoted: total.role === 'change' ? changeAt(total, at) : at(total.index),
    }),
    compares: 'equal',
    asked: total.index,
  }
}

/** The parts come to two totals together: “校长50人、教师1200人，其中 …”. */
export function jointSumReading(
  totals: readonly Mention[],
  parts: readonly Mention[],
): Reading | null {
  const [last] = totals
  if (last === undefined || totals.length < 2) return null
  const plain = sumReading(last, parts)
  return {
    ...plain,
    figures: [...totals.map(({ index }) => index), ...parts.map(({ index }) => index)],
    formula: `${parts.map(partText).join(' + ')} = ${totals.map(quotedText).join(' + ')}`,
    reckon: (at) => ({
      computed: sum(parts.map((part) => counted(part, at))),
      quoted: sum(totals.map(({ index }) => at(index))),
    }),
  }
}

/** A part is no more than its whole. */
export function partReading(part: Mention, whole: Mention): Reading {
  return {
    figures: [part.index, whole.index],
    formula: `${quotedText(part)} ≤ ${quotedText(whole)}`,
    reckon: (at) => ({ computed: at(part.index), quoted: at(whole.index) }),
    compares: 'at-most',
    asked: whole.index,
    computedAs: quotedText(part),
  }
}
