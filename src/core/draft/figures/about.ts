import type { FigureKind } from '../../../shared/draft.ts'
import type { About, Figure } from '../../model/draft/figure.ts'
import { CUES, GROUPS } from '../lexicon/groups.ts'
import type { Context } from './context.ts'
import { lastOf } from './last-of.ts'
import { memberOf } from './parallel.ts'
import { periodOf } from './period.ts'

const CLAUSE_END = /[，；;:,。！？!?\n()]/u
/** At the end of a lead: what is said of the change, not of the measure. */
const CHANGE_SAID =
  /(?:(?:比|较|与)(?:上年|去年|上一年|上年同期|去年同期|同期|年初|往年)|同比|环比|分别|均|各|共|仅|只|约|近|超过?|达到?|为|是|有|了|到|至|由|从|净?(?:增|减)(?:加|长|少)?|提高|提升|上升|下降|降低|回落|占(?:比)?|的|增幅|降幅|完成|实现)+$/u

/**
 * What a figure is about, by the words before it; where they name nothing, by what the figure before
 * it in the sentence was about (占, 比上年增加, a list of several figures).
 */
export function aboutOf(context: Context, last: Figure | null, kind: FigureKind): About {
  const said = context.gap ?? context.sentenceBefore
  const cue = lastOf(context.lead, CUES)
  const member = memberOf(context)
  const words = member ?? lastSaying(said)
  const { measure: own, narrowing } = measureIn(words)
  const goesOn = own === '' || (kind.startsWith('change') && isOnlyChange(words))
  // 教职工5438人，其中高中612人: of what was counted before; but 学校487所，其中小学281所.
  const alike = last !== null && last.unit === context.quantity.unit?.base && last.unit !== '所'
  const measure = goesOn
    ? narrowing === '' || alike
      ? (last?.about.measure ?? narrowing)
      : narrowing
    : own
  const group = groupsIn(member ?? said)
  return {
    measure,
    group: group.length > 0 || last === null ? group : last.about.group,
    period: periodOf(context, kind) ?? carried(last?.about.period ?? null),
    cue,
  }
}

/** What is of last year is only held against; what follows is of this year again. */
function carried(period: string | null): string | null {
  return period !== null && /[上去前]年/u.test(period) ? null : period
}

/** The last clause that says something. */
function lastSaying(said: string): string {
  return (
    said
      .replaceAll(/\([^()]*\)/gu, '')
      .split(CLAUSE_END)
      .findLast((clause) => clause.replace(CHANGE_SAID, '').trim() !== '') ?? ''
  )
}

function isOnlyChange(words: string): boolean {
  return words.replace(CHANGE_SAID, '').trim() === ''
}

/** The noun phrase that the words end in, without what narrows it; and the last word that does. */
function measureIn(words: string): { measure: string; narrowing: string } {
  const phrase = BEFORE_NOUN.exec(words.replace(CHANGE_SAID, '').trim())?.[1] ?? ''
  let left = phrase
  let narrowing = ''
  for (;;) {
    const word = LEADING.find((one) => left.startsWith(one))
    if (word === undefined) break
    left = left.slice(word.length)
    if (GROUPS.includes(word)) narrowing = word
  }
  return { measure: left.length < 2 ? '' : left, narrowing }
}

/** Behind the last verb or mark; at most so many characters. */
const BEFORE_NOUN =
  /(?:^|[^\p{Script=Han}“”]|推进|开展|发放|安排|争取|获得?|创建|补充|招聘|组织|对|将|为|向|按|我们)(\p{Script=Han}{1,24}?)$/u
const LEADING = [
  ...GROUPS,
  ...'其中 年的 月的 年 月 日 以上 以下 及以上 另有 还有 此外 另外 共有 现有 共 全年 今年 目前 累计 已 各级各类 各类 有 含 包括 其他'.split(
    ' ',
  ),
]

/** Words of groups in the order of the text, none inside another. */
function groupsIn(said: string): string[] {
  const found: { at: number; word: string }[] = []
  // 其中小学 is no 中小学.
  let left = said.replaceAll('其中', '  ')
  for (const word of GROUPS) {
    for (let at = left.indexOf(word); at >= 0; at = left.indexOf(word, at + 1)) {
      found.push({ at, word })
      left = left.slice(0, at) + ' '.repeat(word.length) + left.slice(at + word.length)
    }
  }
  return [...new Set(found.toSorted((a, b) => a.at - b.at).map(({ word }) => word))]
}
