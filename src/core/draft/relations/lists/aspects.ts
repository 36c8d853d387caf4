import { compare, plus } from '../../../model/number.ts'
import type { Num } from '../../../model/number.ts'
import { perObject } from '../../../memory/per-object.ts'
import { numOf } from '../numbers/bounds.ts'
import { areDisjoint, completeUpTo, endsWithRest } from '../text/families.ts'
import { grouped } from '../text/grouped.ts'
import { isPerHead, labelOf } from '../text/label.ts'
import { coreOf, PEOPLE } from '../text/likeness.ts'
import type { Mention } from '../text/mention.ts'
import { isLarger } from '../text/pick.ts'
import { inSentence, linesAbove } from '../text/stretches.ts'
import { shareRowsOf } from '../shares/rows.ts'
import type { ShareRow } from '../shares/rows.ts'
import type { PartList } from './parts.ts'
import { opensList, runFrom, sameDepth } from './runs.ts'

const TOTALS = 4

/** Levels by what they are called. */
const levelsByName = perObject((mentions: readonly Mention[]) =>
  grouped(
    mentions.filter(({ role }) => role === 'level'),
    (one) => coreOf(labelOf(one)),
  ),
)

/** 按学段分, 从学历看, 从年龄结构来看: what has been counted is divided, all of it. */
const ASPECT =
  /(?:^|[。；;，,：:\s])(?:其中)?(?:(?:性别|年龄|学历|职称|岗位|编制|城乡|学段|区域|类别|类型|来源|渠道|用途|性质|层次|级别|等级|民族|学科|办学性质|资金来源)(?:结构|构成|分布|情况|方面)?[：:]|(?:按照?|从|就)[^，。；\d]{1,10}?(?:划分|分类|分布看|来看|分|看|统计)|分[^，。；\d]{1,6}看|[^，。；、\d]{1,6}(?:结构|构成|分布)(?:上|方面|看|来看|情况)?)[，,：:]?/u
/** “基本支出中，人员经费…，公用经费…”: what has been told by that name before. */
const NAMED =
  /^[。；;，,]?(?:(?:按|从)[^，。；、\d]{1,6}看[，,])?([^，。；、]{1,12}[^，。；、高初完职附])中[，,]/u
/** So many lines up stands what an aspect divides. */
const ASPECT_LINES = 5
/** The list's own sum; but 四县合计 is one of its parts. */
const SUMMED = /(?<![县区市镇乡校园])(?:合计|总计|共计|共)[^，。]{0,4}$/u

/** “专任教师6217人。按性别分，男教师1684人，女教师4533人”: of what stands before all such lists. */
export function byAspect(mentions: readonly Mention[], others: readonly PartList[]): PartList[] {
  const listed = new Set(others.flatMap(({ parts }) => parts))
  const divided = new Set<Mention>()
  const rows = shareRowsOf(mentions).filter(({ complete, whole }) => complete && whole !== null)
  let known: { total: Mention; line: number } | null = null
  return mentions.flatMap((head, at) => {
    const named = NAMED.exec(head.gap)?.[1]
    if (head.role !== 'level' || opensList(head)) return []
    const implied = named === undefined && !ASPECT.test(head.gap)
    if (implied && !opensFamily(mentions, at)) return []
    const rest = inSentence(mentions, head.sentence).filter((one) => one.index >= head.index)
    const next = rest.findIndex(
      (one, order) => order > 0 && (ASPECT.test(one.gap) || NAMED.test(one.gap)),
    )
    const all = (next < 0 ? rest : rest.slice(0, next)).filter((one) => sameDepth(one, head))
    const parts = named === undefined ? all : inFirstOf(all, head)
    const own = parts.filter((one) => one.role === 'level' && one.figure.unit === head.figure.unit)
    const near = linesAbove(mentions, head, ASPECT_LINES)
    const totals = (
      named === undefined
        ? near.filter((one) => isDividedBy(one, head, own, listed.has(one)) && !divided.has(one))
        : calledBefore(mentions, named, head)
    ).toReversed()
    const meant = named === undefined ? namedBy(head, near, own) : null
    for (const part of parts) divided.add(part)
    // What one aspect divides wholly the next of the paragraph divides too, and what a row of shares is of.
    const row = rows.findLast(
      (one) =>
        one.parts.every(({ index }) => index < head.index) && head.line - lineOf(one) <= ROWS,
    )?.whole
    const before = known !== null && head.line - known.line <= 1 ? known.total : (row ?? null)
    const again: Mention | null =
      before !== null && isDividedBy(before, head, own, true) ? before : null
    const total = meant ?? totals.find((one) => comesTo(own, one)) ?? again
    known = total === null ? null : { total, line: head.line }
    // A list with a sum of its own need not be all there is: 三项合计16089人.
    if (
      own.length < 2 ||
      (totals.length === 0 && meant === null) ||
      own.some((one) => SUMMED.test(one.lead))
    )
      return []
    const beside = named === undefined ? besideThem(near, parts, head) : []
    const wholes =
      meant === null ? [...new Set(again === null ? totals : [again, ...totals])] : [meant]
    const divides = [...wholes.slice(0, TOTALS), ...beside]
    const cue = implied ? ('implied' as const) : ('aspect' as const)
    const more = named === undefined ? [] : laterDivisions(all, head)
    return [implied ? own : parts, ...more].map((some) => ({
      cue,
      totals: divides,
      farther: [],
      parts: some,
      wider: [],
    }))
  })
}

/** So many lines behind a row of shares the same may still be divided. */
const ROWS = 3

function lineOf({ parts }: ShareRow): number {
  return parts[0]?.line ?? 0
}

/** “直接就业4581人。从产业看，直接就业学生进入第一产业186人、…”: the first part's words say of what all are. */
function namedBy(
  head: Mention,
  before: readonly Mention[],
  parts: readonly Mention[],
): Mention | null {
  const words = coreOf(head.lead)
  const named = before.findLast((one) => {
    const name = coreOf(labelOf(one))
    return name.length >= 3 && words.startsWith(name) && isDividedBy(one, head, parts, false)
  })
  return named ?? null
}

/** Whether figures come to a total, as quoted and without rounding. */
function comesTo(parts: readonly Mention[], total: Mention): boolean {
  const all = parts.reduce<Num>((sum, { figure }) => plus(sum, numOf(figure.value ?? ZERO)), 0)
  return total.figure.value !== null && compare(all, numOf(total.figure.value)) === 0
}

const ZERO = { units: 0n, scale: 0 }

/** What was told before by that name; where nothing was, the nearest of the sentence before whose words end so: 按时答复27件。答复中，…. */
function calledBefore(
  mentions: readonly Mention[],
  words: string,
  head: Mention,
): readonly Mention[] {
  const name = coreOf(words)
  const called = (levelsByName(mentions).get(name) ?? []).filter(({ index }) => index < head.index)
  if (called.length > 0 || name.length < 2) return called
  const above = linesAbove(mentions, head, 0).filter(
    (one) => one.role === 'level' && one.figure.unit === head.figure.unit,
  )
  const last = above.filter(
    (one) =>
      one.sentence === head.sentence - 1 && coreOf(labelOf(one)).endsWith(name.replace(PEOPLE, '')),
  )
  if (last.length > 0) return last
  const longer = above.filter((one) => shortens(words, labelOf(one)))
  return longer.length === 1 ? longer : []
}

/** 在编教师 is short for 在编在岗教师: all of its characters in their order, first and last the same. */
function shortens(name: string, longer: string): boolean {
  const [own, other] = [Array.from(name), Array.from(longer)]
  if (own.length < 3 || own[0] !== other[0] || own.at(-1) !== other.at(-1)) return false
  let at = 0
  for (const one of other) if (one === own[at]) at += 1
  return at === own.length
}

/** “专任教师中，高级23人，一级51人；本科88人”: up to the semicolon, where several stand before it. */
function inFirstOf(parts: readonly Mention[], head: Mention): readonly Mention[] {
  const first = parts.filter(({ segment }) => segment === head.segment)
  const alike = first.filter(({ figure }) => figure.unit === head.figure.unit)
  return alike.length >= 2 ? first : parts
}

/** “聘用人员中，硕士68人、…；男83人，女213人；高中52人、…”: each part of the sentence divides them once more. */
function laterDivisions(all: readonly Mention[], head: Mention): (readonly Mention[])[] {
  const later = all.filter(
    (one) => one.segment !== head.segment && one.figure.unit === head.figure.unit,
  )
  return [...grouped(later, ({ segment }) => segment).values()].filter(
    (some) => some.length >= 2 && areDisjoint(some.map(labelOf)),
  )
}

/** “职称方面。正高级7人、副高级968人、中级2051人、初级及以下1710人”: a sentence that begins with all kinds there are. */
function opensFamily(mentions: readonly Mention[], at: number): boolean {
  const head = mentions[at]
  if (head === undefined || mentions[at - 1]?.sentence === head.sentence) return false
  const labels = runFrom(mentions, at, head).map(labelOf)
  if (labels.length === 1) return opensPair(mentions, head)
  if (labels.length < 3) return false
  return completeUpTo(labels) === labels.length || endsWithRest(labels)
}

/** “应届生2604人，占88.9%；往届生324人，占11.1%”: both kinds there are, each in its own part of the sentence. */
function opensPair(mentions: readonly Mention[], head: Mention): boolean {
  const alike = inSentence(mentions, head.sentence).filter(
    (one) => one.role === 'level' && one.figure.unit === head.figure.unit && sameDepth(one, head),
  )
  const apart = new Set(alike.map(({ segment }) => segment)).size === 2
  return alike.length === 2 && apart && completeUpTo(alike.map(labelOf)) === 2
}

/** “东城区项目14个，完成投资5.12亿元；…”: what the list tells in another unit is divided as well, by its name. */
function besideThem(
  before: readonly Mention[],
  parts: readonly Mention[],
  head: Mention,
): Mention[] {
  const others = parts.filter(
    (one) => one.role === 'level' && one.figure.unit !== head.figure.unit && !isPerHead(one),
  )
  return [...grouped(others, ({ figure }) => figure.unit).values()].flatMap((some) => {
    const names = some.map((one) => coreOf(one.lead)).filter((one) => one !== '')
    const total = before.findLast(
      (one) =>
        one.role === 'level' &&
        one.figure.unit === some[0]?.figure.unit &&
        one.brackets.length === head.brackets.length &&
        // 民办幼儿园在园幼儿…；民办小学在校生…: called by any of them.
        names.some((name) => coreOf(one.lead).endsWith(name)) &&
        some.filter((part) => isLarger(one, part)).length >= some.length - 1,
    )
    return some.length < 2 || total === undefined ? [] : [total]
  })
}

/**
 * Whether a figure can be what an aspect divides: it counts the same, close by, and is larger than the
 * parts; where it is no part itself, than all but one, which may be mistyped.
 */
function isDividedBy(
  one: Mention,
  head: Mention,
  parts: readonly Mention[],
  listed: boolean,
): boolean {
  return (
    one.role === 'level' &&
    one.figure.unit === head.figure.unit &&
    one.brackets.length === head.brackets.length &&
    parts.filter((part) => isLarger(one, part)).length >= parts.length - (listed ? 0 : 1)
  )
}
