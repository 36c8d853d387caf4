import { DONE, FROM_HERE_ON, HELD_AGAINST, PLANNED, TASK_BEHIND } from '../lexicon/plans.ts'
import type { Context } from './context.ts'

/**
 * Whether a figure is meant to be and not yet so.
 *
 * @param last whether the figure before it in the same sentence is; null when there is none
 * @param section whether it stands in a part of the text about what is to come
 */
export function isPlanned(context: Context, last: boolean | null, section: boolean): boolean {
  const { lead, gap, after, quantity } = context
  const sentenceBefore = withoutHeldAgainst(context.sentenceBefore)
  // 资金筹措：申请债券6亿元: what stands before a colon is said of what follows.
  const before = sentenceBefore.slice(sentenceBefore.search(/[^，；;]*$/u))
  const planned = lastMatch(before, PLANNED)
  const done = lastMatch(before, DONE)
  if (planned >= 0 && planned >= done) return !isShareOfPlan(context)
  if (TASK_BEHIND.test(after) && (HELD_AGAINST.test(before) || /(?:距离?|离) ?$/u.test(before)))
    return true
  // 低于4.6个的目标值
  if (/^的(?:规划)?目标/u.test(after) && /[高低]于 ?$|超过 ?$|达到? ?$/u.test(before)) return true
  const ahead = lastMatch(sentenceBefore, FROM_HERE_ON)
  if (ahead >= 0 && ahead >= lastMatch(sentenceBefore, DONE)) return true
  if (section) return !/(?:已|现有|目前|去年|上年|实际|截至|累计|同比|以来)/u.test(before)
  // 计划招生22350人，其中公办高中17200人: the parts of what is planned are.
  if (last === true && PART_OF_PLAN.test(gap ?? '')) return true
  if (last !== true || done >= 0 || /[；;]/u.test(gap ?? '')) return false
  if (GOES_ON_PLANNED.test(gap ?? '')) return true
  const { sort } = quantity.unit ?? {}
  if (sort === 'percent' || sort === 'times' || sort === 'points') return false
  return !/(?:其中|同比|比上年|比去年)/u.test(lead)
}

/**
 * Without what only stands to be held against: 完成市定计划2800人的104.1%, behind which the text goes on with what is; 由
 * 目前的43.8%提升到60%, behind which it goes on with what is to be.
 */
function withoutHeldAgainst(sentence: string): string {
  return sentence.replaceAll(HELD, (held) => ' '.repeat(held.length))
}

const HELD =
  /(?:完成|占|达到?|超|为)[^，。；,]{0,6}(?:计划|规划|目标|任务)(?:[^，。；,]|,(?=\d))*的[\d.]+%[，,]|[由从](?:目前|现有|现在)的?[^，。；,]*?(?=(?:提升|提高|增加|扩大|上升|降低|下降|降|增)(?:到|至|为))/gu

/** 确保开工率达到100%，竣工率达到90%: the next is to be reached too. */
const GOES_ON_PLANNED =
  /^(?:及?以[上内下])?[，、,]\p{Script=Han}{2,10}(?:达到?|提高到|控制在|降至|降到|不低于|保持在) ?$/u

const PART_OF_PLAN = /^[，,:；;]?其中[:，,]?(?:(?!已|实际|完成|现)[^，。；、\d]){0,10}$/u

/** 完成计划的99%: how far a plan has come is not planned. */
function isShareOfPlan({ before, quantity }: Context): boolean {
  const sort = quantity.unit?.sort
  if (sort !== 'percent' && sort !== 'times' && sort !== 'points') return false
  return /(?:占|完成|达到|超|为|是|相当于)[^，。]{0,12}(?:计划|规划|目标|任务|指标)(?:[^，。\d]{0,4}[\d.,]+[^，。\d]{1,6}的|[^，。]{0,4})$/u.test(
    before,
  )
}

function lastMatch(text: string, pattern: RegExp): number {
  let at = -1
  for (const match of text.matchAll(pattern)) at = match.index
  return at
}
