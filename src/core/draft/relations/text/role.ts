import { DOING } from '../../lexicon/changes.ts'
import type { Figure } from '../../../model/draft/figure.ts'

/**
 * What a figure says: a level (how much there is or was done), last year's level, a change as an
 * amount, as a percentage or in percentage points, or a percentage that is itself the measure.
 */
export type Role = 'level' | 'previous' | 'change' | 'growth' | 'points' | 'share'

const YEAR =
  '(?:上年|去年|上一年|前年|上学年|上一学年|前一年|(?:上|[一二三四]|第[一二三四])季度|上月|上半年|前三季度|[12]\\d{3}(?:[—\\-－~～至][12]?\\d{1,3})?(?:学)?年|“?十[二三四]五”?)'
const LAST_YEAR = new RegExp(
  `(?:(?:[比较与同由从]|对比|相比)[^，。]{0,4}${YEAR}(?:度|末|底|初|期间)?(?:同期)?(?:时)?[的为是]?|(?:上年|去年)(?:度|末|底)?(?:同期)?[的为是])$`,
  'u',
)
const FROM = /(?:由|从)(?:原来|原有|最初|过去|以往|年初|上年|去年)?[的为是]?$/u

/** “支出13.87亿元，上年13.02亿元，增加0.85亿元”: alone before a figure. */
const ONLY_LAST_YEAR = /^(?:上年|去年|上年度|去年同期|上年同期)(?:同期)?数?$/u
/** 较整治前的8.9%. */
const BEFORE_IT = /[比较][^，。\d]{1,10}[以之]?前的?$/u
/** “比2019年（40.8%）提高”: last year's level stands in brackets behind the year. */
const IN_BRACKETS = new RegExp(`[比较][^，。（(]{0,4}${YEAR}(?:度|末|底|初)?(?:同期)?[（(]$`, 'u')

/** Whether a figure stands alone in brackets behind the time that it is of, to be held against. */
export function isHeldInBrackets(gap: string): boolean {
  return IN_BRACKETS.test(gap)
}

/** 较上一轮的, 比预算: what a change behind the figure is held against. */
const AGAINST = /(?<!占)[比较](?![例重值率])[^，。；：:（()）]{1,24}$/u
const CHANGED_BEHIND =
  /^[，,]?(?:净|又|再)?(?:增加|增长|上升|提高|提升|上涨|扩大|回升|增|升|减少|下降|降低|回落|下滑|缩小|压减|节约|节省|减|降)了?$/u
const STARTED_FROM = /[由从](?![事而此])[^，。；：:（()）]{1,16}$/u
const REACHED_BEHIND =
  /^[，,]?(?:增加|增长|上升|提高|提升|上涨|扩大|增|升|减少|下降|降低|缩小|压减|减|降)(?:到|至|为)$/u

/**
 * Whether the sentence itself says that a figure is the level from which another one moved: between 比
 * or 较 and a change (较上一轮的79.5%上升3.2个百分点), between 由 and what was reached.
 *
 * @param between the words up to the next figure
 */
export function isBase(figure: Figure, lead: string, next: Figure, between: string): boolean {
  if (figure.kind.startsWith('change') || figure.unit === '百分点') return false
  if (next.kind.startsWith('change')) {
    if (!AGAINST.test(lead) || !CHANGED_BEHIND.test(between)) return false
    const ofPercent = figure.unit === '%' || figure.unit === '‰'
    return next.unit === '百分点' ? ofPercent : next.unit === '%' || next.unit === figure.unit
  }
  return next.unit === figure.unit && STARTED_FROM.test(lead) && REACHED_BEHIND.test(between)
}

/** Whether a lead only says what was reached: 增加到, 提高至. */
export function isReached(lead: string): boolean {
  return REACHED_BEHIND.test(lead)
}

/** What moved, of the words before where it came from: 专任教师由2020年的 → 专任教师. */
export function originOf(lead: string): string {
  return /^[^由从]*(?=[由从])/u.exec(lead)?.[0] ?? ''
}

/** The part that a figure plays, told from its unit and kind and from the words before it. */
export function roleOf(figure: Figure, lead: string, before: string): Role {
  if (figure.unit === '百分点') return 'points'
  const changes = figure.kind.startsWith('change')
  if (
    !changes &&
    (LAST_YEAR.test(lead) ||
      LAST_YEAR.test(before) ||
      ONLY_LAST_YEAR.test(lead) ||
      FROM.test(lead) ||
      BEFORE_IT.test(lead))
  )
    return 'previous'
  if (figure.unit === '%' || figure.unit === '‰') return changes ? 'growth' : 'share'
  return changes ? 'change' : 'level'
}

/** Words of comparing and changing; what is left of a lead without them names something. */
const CHANGING = new RegExp(
  [
    // 多出, 少了: so much more, or less.
    '[多少增减](?:出|了)',
    YEAR,
    '[一二两三四五六七八九十\\d]+年(?:来|间)?|相比|对比|同比|环比|比|较|与|和|同期|同|上期|年初|全年|度|末|底|初|的|为|是|了|又|再|则|也|将|约|近|达到|达|到|至|共|计|分别|仅|一共|总共|实际|绝对额',
    '节约|节省|增加|增长|增幅|增速|增|净|提高|提升|上升|上调|下调|攀升|回升|收窄|缩窄|压降|走高|走低|加快|放缓|扩大|增大|减小|减幅|涨幅|多|减少|下降|降低|降幅|降|减|少|回落|缩小|缩减|压减|压缩|精简|核减|削减|下滑|略|微|小幅|大幅|幅度|增长率|升幅|率',
  ].join('|'),
  'gu',
)

/** 比上届增加, 较上一轮监测下降, 比预算减少: whatever it is held against, it names nothing that it is of. */
const AGAINST_TIME =
  /^[比较](?:[上前去往首原一二两三四五六同初末底届轮期学年月周季度次批时的之以]|阶段|实施|改革|整治|创建|监测|测试|考核|调查|检查|评估|检测|预算|计划)+(?:净)?(?:增加|增长|上升|提高|提升|扩大|增|升|减少|下降|降低|回落|压减|缩小|减|降|多|少)了?$/u

/** 多投入7.4亿元, 比上年少招120人: what was done more, or less. */
const DONE_MORE = new RegExp(
  `^(?:[比较](?:上|去|前)(?:一)?(?:学)?年(?:度|同期)?|同比|[比较]同期)?(?:也|又|还|共)?[多少](?:${DOING})了?$`,
  'u',
)

/** Whether a lead only says before what it was so much: 较整治前的. */
export function isOnlyBefore(lead: string): boolean {
  return /^[比较]/u.test(lead) && BEFORE_IT.test(lead)
}

/** Whether a lead holds nothing but words of change (比上年增加, 同比增长, 下降): its figure is about the one before. */
export function isPure(lead: string): boolean {
  if (AGAINST_TIME.test(lead) || DONE_MORE.test(lead)) return true
  return lead.replaceAll(CHANGING, '').replaceAll(/[\s—\-－()（）“”]/gu, '') === ''
}
