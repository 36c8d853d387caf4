import type { Stretch } from './clauses.ts'
import { ADVICE, BECAME, HAS_BEEN, STILL_TO_COME, TO_COME } from '../lexicon/plans.ts'

/** 一、…, 第二部分…, or a short line of its own about a time to come. */
const HEADING =
  /(?:^|[\n。;；])[ #*]{0,12}(?:(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六]部分)([^。\n]{0,30})|((?=[^\n]{0,40}$)[^\n。，；]{0,12}(?:20\d\d年|明年|下半年|下一步|今后|下年)[^\n。，；]{0,20}))/gmu
/** （三）建议: a part of a section. */
const SUBHEADING = /(?:^|[\n。;；])[ #*]{0,12}\([一二三四五六七八九十]{1,3}\)([^。\n]{0,30})/gmu

/** A sentence that says what a year is to bring turns the rest of the text to it. */
const ANNOUNCED =
  /(?:^|[\n。])[^。\n]{0,12}(?:20\d\d年|今年|明年)[^。\n]{0,14}(?:预期目标|主要目标|总体要求|工作思路|工作安排|工作打算|主要工作|重点工作|主要任务|重点任务|工作任务)(?:及|和|安排|计划)?[^。\n]{0,6}(?:是|为|:)/gmu
/** A paragraph that opens with what is to be done: 2023年，要…, 下一步，我们将…. */
const OPENS =
  /^[ #*]{0,12}(?:(20\d\d)年[，,]?(?:我们|我[县市区省]|全[县市区省])?(?:要(?!求)|计划|拟|力争)|(?:下一步|下步|今后|接下来|下半年)[，,](?:我们|我[县市区省局]|全[县市区省])?(?:将|要(?!求)|计划|拟|力争|继续|重点))[^\n]*/gmu

/**
 * Where the text speaks of what is still to come: from a heading of plans (二、下半年工作打算) to the
 * next heading of what has been, under a subheading of advice to the next, and in paragraphs that open
 * with what is to be done. Stretches in order.
 */
export function plannedStretches(text: string): Stretch[] {
  const found = [...sections(text), ...subsections(text), ...paragraphs(text)]
  return found
    .toSorted((a, b) => a.start - b.start)
    .reduce<{ start: number; end: number }[]>((all, one) => {
      const last = all.at(-1)
      if (last === undefined || one.start > last.end) return [...all, one]
      return all.with(-1, { start: last.start, end: Math.max(last.end, one.end) })
    }, [])
    .map((one, index) => ({ ...one, index }))
}

type Span = Omit<Stretch, 'index'>

function sections(text: string): Span[] {
  const found: Span[] = []
  let from: number | null = null
  const turns = [
    ...Array.from(text.matchAll(HEADING), (match) => ({ match, announced: false })),
    ...Array.from(text.matchAll(ANNOUNCED), (match) => ({ match, announced: true })),
  ]
  for (const { match, announced } of turns.toSorted((a, b) => a.match.index - b.match.index)) {
    const title = (match[1] ?? match[2] ?? match[0]).trim()
    const became = BECAME.test(title) && !STILL_TO_COME.test(title)
    const [comes, been] = [announced || TO_COME.test(title), HAS_BEEN.test(title) || became]
    // 目标任务完成情况, 总结和计划: what has been comes first.
    if (been && from !== null) {
      found.push({ start: from, end: match.index })
      from = null
    } else if (comes && !been) from ??= match.index
  }
  if (from !== null) found.push({ start: from, end: text.length })
  return found
}

function subsections(text: string): Span[] {
  const all = [
    ...Array.from(text.matchAll(HEADING), ({ index }) => ({ index, title: '' })),
    ...Array.from(text.matchAll(SUBHEADING), ({ index, 1: title = '' }) => ({ index, title })),
  ].toSorted((a, b) => a.index - b.index)
  return all.flatMap(({ index, title }, at) =>
    ADVICE.test(title.trim()) ? [{ start: index, end: all[at + 1]?.index ?? text.length }] : [],
  )
}

function paragraphs(text: string): Span[] {
  return Array.from(text.matchAll(OPENS)).flatMap(({ 0: paragraph, 1: year, index }) => {
    // 2021年，要求…: a year that others before it have overtaken has been.
    const before = [...text.slice(0, index).matchAll(/20\d\d(?=年)/gu)].map(([one]) => one)
    if (year !== undefined && before.some((one) => one >= year)) return []
    return [{ start: index, end: index + paragraph.length }]
  })
}
