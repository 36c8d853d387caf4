import { boundsOf, exactly, overlap, sum } from '../numbers/bounds.ts'
import { coreOf, names } from '../text/likeness.ts'
import type { Mention } from '../text/mention.ts'
import { isLarger, sameFamily } from '../text/pick.ts'
import type { Question } from '../question.ts'
import { seriesOf } from '../text/series.ts'
import type { Series } from '../text/series.ts'
import { isPerHead } from '../text/label.ts'
import { shareReading } from './readings.ts'
import type { Amount } from './readings.ts'

const SHARES = /占|比例|比重/u
/** What stands behind 占 in “分别占教师总数的”. */
const OF = /占([^占]*)$/u
/** “共372家” between the parts and their shares. */
const TOTAL = /(?:共|合计|总计|共计|总)[^，。]{0,6}$/u
/** So many lines up the whole is looked for. */
const LINES = 3
const WHOLES = 3

/** “幼儿园714人、小学2986人、初中1548人，分别占11.5%、48.0%、24.9%”: a share for each of the figures before. */
export function respectiveShares(mentions: readonly Mention[]): Question[] {
  const all = seriesOf(mentions)
  // Of “三年支出分别为A、B、C万元” each is of another year, and no whole of shares that follow.
  const inSeries = new Set(all.flatMap(({ items }) => items))
  return all.flatMap((shares) => {
    const [first] = shares.items
    if (first === undefined || first.role !== 'share' || !SHARES.test(first.before)) return []
    const before = mentions.slice(0, mentions.indexOf(first))
    const { parts, total } = partsBefore(shares, before)
    if (parts.length < 2) return []
    const wholes = total === null ? wholesOf(parts, before, first, inSeries) : [total]
    const bases: Amount[] = wholes.map((of) => ({ of }))
    const [one, ...more] = parts
    const together: Amount[] = one === undefined || total !== null ? [] : [{ of: one, and: more }]
    const natural = bases.length > 0 ? bases.length : comesToAll(shares) ? together.length : 0
    if (natural === 0) return []
    return shares.items.flatMap((share, at) => {
      const part = parts[at]
      if (part === undefined) return []
      return [
        {
          type: 'share_of' as const,
          rule: 'share' as const,
          grade: 'likely' as const,
          readings: [...bases, ...together].map((whole) =>
            shareReading({ of: part }, whole, share),
          ),
          natural,
          patterns: [`respective ${first.index}`],
        },
      ]
    })
  })
}

/** Whether the shares come to 100 per cent, as quoted: then they are of all their parts together. */
function comesToAll({ items }: Series): boolean {
  const all = sum(
    items.flatMap(({ figure }) => (figure.quoted === null ? [] : [boundsOf(figure.quoted)])),
  )
  return overlap(all, exactly(100))
}

/** The figures right before a series of shares, one for each; behind them their total may stand. */
function partsBefore(
  { items }: Series,
  before: readonly Mention[],
): { parts: readonly Mention[]; total: Mention | null } {
  // “…分别为A、B、C亿元，比上年分别增长…%，占总投入的比重分别为…%”: changes may stand between.
  const own = before.slice(0, before.findLastIndex(isAmount) + 1)
  const last = own.at(-1)
  const none = { parts: [], total: null }
  if (last === undefined || last.sentence !== items[0]?.sentence) return none
  const ends = last.role === 'level' && TOTAL.test(last.lead)
  const parts = (ends ? own.slice(0, -1) : own).slice(-items.length)
  const fitting =
    parts.length === items.length &&
    parts.every(
      (one) =>
        one.role === 'level' &&
        one.sentence === last.sentence &&
        sameFamily(one, last) &&
        !isPerHead(one),
    )
  return fitting ? { parts, total: ends ? last : null } : none
}

function isAmount({ role, figure }: Mention): boolean {
  return role === 'level' && figure.unit !== '%'
}

/** Figures that the parts may be shares of: called as the shares say, else the nearest that is larger than each. */
function wholesOf(
  parts: readonly Mention[],
  before: readonly Mention[],
  share: Mention,
  inSeries: ReadonlySet<Mention>,
): readonly Mention[] {
  const [first] = parts
  if (first === undefined) return []
  const earlier = before
    .slice(0, before.indexOf(first))
    .filter(
      (one) =>
        one.role === 'level' &&
        !inSeries.has(one) &&
        sameFamily(one, first) &&
        !isPerHead(one) &&
        parts.every((part) => isLarger(one, part)),
    )
    .toReversed()
  const core = coreOf(OF.exec(share.before.replace(/[\d.%、和及]+$/u, ''))?.[1] ?? '')
  const named = earlier.filter((one) => names(one.lead + one.tail, core))
  const near = earlier.filter((one) => one.line >= share.line - LINES)
  return (named.length > 0 ? named : near).slice(0, WHOLES)
}
