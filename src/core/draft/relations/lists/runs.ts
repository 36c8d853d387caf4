import type { Mention } from '../text/mention.ts'

const OF_WHICH = /其中|包括|包含|[，,；;]即(?![将使可便])/u
/** 7个城市（包括县城）及其他22个: what stands in brackets opens no list behind them, and 其他 are none of those before. */
const BRACKETED = /[（(][^（()）]*[)）]/gu
const OTHERS = /(?:及|和|与|以及)其[他它余]/u
/** Whether a figure opens a list of parts of what stands before it. */
export function opensList({ gap }: Mention): boolean {
  return OF_WHICH.test(gap.replaceAll(BRACKETED, '')) && !OTHERS.test(gap)
}

/** Whether two figures stand in the same brackets. */
export function sameDepth(a: Mention, b: Mention): boolean {
  return a.brackets.length === b.brackets.length && a.brackets.at(-1) === b.brackets.at(-1)
}

/** The figures from one on that count the same, with nothing between. */
export function runFrom(mentions: readonly Mention[], at: number, head: Mention): Mention[] {
  const run: Mention[] = []
  for (let next = at; next < mentions.length; next += 1) {
    const one = mentions[next]
    // 已完工71个、2.13万平方米，在建18个: the same told in another unit.
    if (one !== undefined && next > at && isToldWith(one, head)) continue
    if (one === undefined || !isMember(one, head)) break
    if (next > at && opensList(one)) break
    run.push(one)
  }
  return run
}

function isToldWith(one: Mention, head: Mention): boolean {
  return (
    one.role === 'level' &&
    one.segment === head.segment &&
    one.figure.unit !== head.figure.unit &&
    one.lead === '' &&
    one.gap === '、'
  )
}

/** Whether a figure counts what another one does, in its segment. */
export function isMember(one: Mention, total: Mention): boolean {
  return (
    one.role === 'level' &&
    one.sentence === total.sentence &&
    one.segment === total.segment &&
    one.figure.unit === total.figure.unit &&
    sameDepth(one, total)
  )
}
