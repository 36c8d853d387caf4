import type { Stretch } from './clauses.ts'
import { HAS_BEEN, TO_COME } from '../lexicon/plans.ts'

/** 一、…, 第二部分…, or a short line of its own about a time to come. */
const HEADING =
  /(?:^|[\n。;；])[ #*]{0,12}(?:(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六]部分)([^。\n]{0,30})|((?=[^\n]{0,40}$)[^\n。，；]{0,12}(?:20\d\d年|明年|下半年|下一步|今后|下年)[^\n。，；]{0,20}))/gmu

/** A sentence that says what a year is to bring turns the rest of the text to it. */
const ANNOUNCED =
  /(?:^|[\n。])[^。\n]{0,12}(?:20\d\d年|今年|明年)[^。\n]{0,14}(?:预期目标|主要目标|总体要求|工作思路|工作安排|工作打算|主要工作|重点工作|主要任务|重点任务|工作任务)(?:及|和|安排|计划)?[^。\n]{0,6}(?:是|为|:)/gmu

/**
 * Where the text speaks of what is still to come: from a heading of plans (二、下半年工作打算) to the
 * next heading of what has been. Stretches in order.
 */
export function plannedStretches(text: string): Stretch[] {
  const found: Stretch[] = []
  let from: number | null = null
  const turns = [
    ...Array.from(text.matchAll(HEADING), (match) => ({ match, announced: false })),
    ...Array.from(text.matchAll(ANNOUNCED), (match) => ({ match, announced: true })),
  ]
  for (const { match, announced } of turns.toSorted((a, b) => a.match.index - b.match.index)) {
    const title = (match[1] ?? match[2] ?? match[0]).trim()
    const [comes, been] = [announced || TO_COME.test(title), HAS_BEEN.test(title)]
    // 目标任务完成情况, 总结和计划: what has been comes first.
    if (been && from !== null) {
      found.push({ start: from, end: match.index, index: found.length })
      from = null
    } else if (comes && !been) from ??= match.index
  }
  if (from !== null) found.push({ start: from, end: text.length, index: found.length })
  return found
}
