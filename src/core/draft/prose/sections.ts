import type { Stretch } from './clauses.ts'
import { HAS_BEEN, TO_COME } from '../lexicon/plans.ts'

/** 一、…, 第二部分…, or a short line of its own about a time to come. */
const HEADING =
  /(?:^|[\n。;；])[ #*]{0,12}(?:(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六]部分)([^。\n]{0,30})|((?=[^\n]{0,40}$)[^\n。，；]{0,12}(?:20\d\d年|明年|下半年|下一步|今后|下年)[^\n。，；]{0,20}))/gmu

/**
 * Where the text speaks of what is still to come: from a heading of plans (二、下半年工作打算) to the
 * next heading of what has been. Stretches in order.
 */
export function plannedStretches(text: string): Stretch[] {
  const found: Stretch[] = []
  let from: number | null = null
  for (const match of text.matchAll(HEADING)) {
    const title = (match[1] ?? match[2] ?? '').trim()
    const [comes, been] = [TO_COME.test(title), HAS_BEEN.test(title)]
    if (comes === been) continue
    if (been && from !== null) {
      found.push({ start: from, end: match.index, index: found.length })
      from = null
    } else if (comes) from ??= match.index
  }
  if (from !== null) found.push({ start: from, end: text.length, index: found.length })
  return found
}
