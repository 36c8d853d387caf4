import { perObject } from '../../../memory/per-object.ts'
import {
  areDisjoint,
  areOpposites,
  besideKinds,
  completeUpTo,
  endsWithRest,
} from '../text/families.ts'
import { grouped } from '../text/grouped.ts'
import { labelOf } from '../text/label.ts'
import { isPerHead } from '../text/label.ts'
import { coreOf } from '../text/likeness.ts'
import { isLarger } from '../text/pick.ts'
import type { Mention } from '../text/mention.ts'
import { inSentence, linesAbove } from '../text/stretches.ts'
import type { PartList } from './parts.ts'

const OF_WHICH = /其中|包括|包含|[，,；;]即(?![将使可便])/u
/** 7个城市（包括县城）及其他22个: what stands in brackets opens no list behind them, and 其他 are none of those before. */
const BRACKETED = /[（(][^（()）]*[)）]/gu
const OTHERS = /(?:及|和|与|以及)其[他它余]/u
/** “… 40所机构中，”, but no 高中 or 一中. */
const AMONG = /[^初高完职附一二三四五六七八九十]中$/u
/** What is left over is divided no further. */
const LEFT_OVER = /(?:其余|剩余|余下|还剩)[^，。；]{0,4}$/u
/** 支出决算21.36万元，完成预算30万元的71.2%: the budget is not what is then taken apart. */
const BUDGET = /(?:完成|为|占)(?:年初|年度|全年)?预算$/u
const TOTALS = 4

/** The lists of parts in a text: behind 其中, in brackets, behind “… 40所中，”, behind 按学段分. */
export const listsOf = perObject((mentions: readonly Mention[]): readonly PartList[] => {
  const lists = [...inBrackets(mentions), ...behindOfWhich(mentions), ...among(mentions)]
  const more = [...lists, ...families(mentions, lists)]
  return [...more, ...byAspect(mentions, more)]
})

/** The lists of a text in which a figure is a part, in the order of `listsOf`. */
export function listsHolding(mentions: readonly Mention[], part: Mention): readonly PartList[] {
  return listsByPart(mentions).get(part) ?? []
}

const listsByPart = perObject((mentions: readonly Mention[]) => {
  const found = new Map<Mention, PartList[]>()
  for (const list of listsOf(mentions)) {
    for (const part of new Set(list.parts)) {
      const own = found.get(part)
      if (own === undefined) found.set(part, [list])
      else own.push(list)
    }
  }
  return found
})

function opensList({ gap }: Mention): boolean {
  return OF_WHICH.test(gap.replaceAll(BRACKETED, '')) && !OTHERS.test(gap)
}

/** Levels by what they are called. */
const levelsByName = perObject((mentions: readonly Mention[]) =>
  grouped(
    mentions.filter(({ role }) => role === 'level'),
    (one) => coreOf(labelOf(one)),
  ),
)

/** “177所（公办58所，民办119所）”: figures in brackets right behind a figure. */
function inBrackets(mentions: readonly Mention[]): PartList[] {
  const opened = grouped(
    mentions.filter(({ brackets }) => brackets.length > 0),
    ({ brackets }) => brackets.at(-1) ?? 0,
  )
  return [...opened].flatMap(([bracket, parts]) => {
    const depth = parts[0]?.brackets.length ?? 0
    const before = inSentence(mentions, parts[0]?.sentence ?? -1).filter(
      ({ figure, brackets }) => figure.end <= bracket && brackets.length < depth,
    )
    // Of figures between which and the bracket another one stands, none is what it takes apart.
    const near = before
      .slice(-2)
      .toReversed()
      .filter(({ tailEnd }) => tailEnd >= bracket - 1)
    return near.length === 0
      ? []
      : [{ cue: 'bracket' as const, totals: near, farther: [], parts, wider: [] }]
  })
}

/** “…99648人，其中小学生50728人，初中学生35082人”. */
function behindOfWhich(mentions: readonly Mention[]): PartList[] {
  const heads = mentions.flatMap((mention, at) => (opensList(mention) ? [at] : []))
  return heads.flatMap((at, order) => {
    const head = mentions[at]
    if (head === undefined) return []
    const inner = headsBehind(mentions, heads, order)
    const next = inner.find((one) => one.brackets.length <= head.brackets.length)
    const own = inSentence(mentions, head.sentence).filter(
      (one) => one.index >= head.index && sameDepth(one, head),
    )
    const short = own.filter((one) => isBefore(one, next, head))
    // What stands in a list inside this one, from its 其中 to its semicolon, is no part of this one.
    const long = own.filter(
      (one) =>
        !inner.some(
          ({ segment, figure }) => segment === one.segment && figure.start <= one.figure.start,
        ),
    )
    const totals = totalsBefore(mentions, head)
    if (totals.length === 0) return []
    const opens = totals[0]?.sentence !== head.sentence
    const [parts, wider] = opens ? [long, short] : [short, long]
    const farther = opens ? above(mentions, head, totals) : []
    const between = linesAbove(mentions, head, 1).filter(
      (one) => one.role === 'level' && !BUDGET.test(one.lead),
    )
    return [{ cue: 'of-which' as const, totals, farther, between, parts, wider }]
  })
}

/** The figures behind the next 其中 of a sentence. */
function headsBehind(
  mentions: readonly Mention[],
  heads: readonly number[],
  order: number,
): Mention[] {
  const sentence = mentions[heads[order] ?? -1]?.sentence
  const found: Mention[] = []
  for (let next = order + 1; next < heads.length; next += 1) {
    const one = mentions[heads[next] ?? -1]
    if (one === undefined || one.sentence !== sentence) break
    found.push(one)
  }
  return found
}

/** A list ends where the next 其中 begins to speak of its own total. */
function isBefore(one: Mention, next: Mention | undefined, head: Mention): boolean {
  if (next === undefined || next.sentence !== head.sentence) return true
  return next.segment === head.segment
    ? one.figure.start < next.figure.start
    : one.segment < next.segment
}

function sameDepth(a: Mention, b: Mention): boolean {
  return a.brackets.length === b.brackets.length && a.brackets.at(-1) === b.brackets.at(-1)
}

/** Figures that a list can take apart: before it in its sentence, else in the sentence before. */
function totalsBefore(mentions: readonly Mention[], head: Mention): Mention[] {
  const before = linesAbove(mentions, head, 1)
    .filter((one) => !LEFT_OVER.test(one.lead) && !BUDGET.test(one.lead))
    .toReversed()
  const own = before.filter((one) => one.sentence === head.sentence && isOutside(one, head))
  if (own.length > 0) return own.slice(0, 2 * TOTALS)
  const last = before[0]?.sentence
  return before
    .filter(
      (one) => one.sentence === last && one.line >= head.line - 1 && one.brackets.length === 0,
    )
    .slice(0, 2 * TOTALS)
}

/** What the paragraph counts further up: a list that opens a sentence may go back past the sentence before. */
function above(mentions: readonly Mention[], head: Mention, totals: readonly Mention[]): Mention[] {
  return linesAbove(mentions, head, 0)
    .filter((one) => one.brackets.length === 0 && !totals.includes(one))
    .toReversed()
}

function isOutside(one: Mention, head: Mention): boolean {
  return one.brackets.every((bracket) => head.brackets.includes(bracket))
}

/** “40所培训机构中，完成27所，注销6所”. */
function among(mentions: readonly Mention[]): PartList[] {
  return mentions.flatMap((total) => {
    if (!AMONG.test(total.tail) || total.mark !== '，' || total.role !== 'level') return []
    const parts = inSentence(mentions, total.sentence).filter(
      (one) => one.index > total.index && sameDepth(one, total),
    )
    return parts.length === 0
      ? []
      : [{ cue: 'among' as const, totals: [total], farther: [], parts, wider: [] }]
  })
}

/** “在校生5836人，男生3012人，女生2824人”: a whole family right behind what it divides, without 其中. */
function families(mentions: readonly Mention[], others: readonly PartList[]): PartList[] {
  return mentions.flatMap((head, at) => {
    if (head.role !== 'level' || opensList(head)) return []
    const total = memberBefore(mentions, at, head)
    if (total === undefined) return []
    const run = runFrom(mentions, at, head)
    const parts = run.slice(0, completeUpTo(run.map(labelOf)) ?? 0)
    const own = labelOf(total)
    const beside = besideKinds(parts.map(labelOf))
    // 优秀412人、良好806人、合格1517人、不合格71人: 良好 is one of them and no whole of the next two.
    if (areDisjoint([own, ...parts.map(labelOf)])) return []
    // 毕业生2204人，其中升学1463人，就业692人，未就业49人: the first of them is none of the others' whole.
    const siblings = others.some((list) => list.parts.includes(total) && list.parts.includes(head))
    if (siblings && areOpposites(parts.map(labelOf))) return []
    // 初级中学20所，公办普通高中3所，民办高中2所: of another noun than what stands before.
    const fitting =
      beside?.every((words) => Array.from(words).every((one) => `${own}${ANY}`.includes(one))) ===
        true && parts.filter((part) => isLarger(total, part)).length >= parts.length - 1
    return fitting
      ? [{ cue: 'of-which' as const, totals: [total], farther: [], parts, wider: [] }]
      : []
  })
}

/** The nearest figure before that counts the same in its segment, whatever stands between. */
function memberBefore(
  mentions: readonly Mention[],
  at: number,
  head: Mention,
): Mention | undefined {
  for (let before = at - 1; before >= 0; before -= 1) {
    const one = mentions[before]
    if (one === undefined || one.sentence !== head.sentence) return undefined
    if (isMember(one, head)) return one
  }
  return undefined
}

/** The figures from one on that count the same, with nothing between. */
function runFrom(mentions: readonly Mention[], at: number, head: Mention): Mention[] {
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

/** Words of any noun: 男生, 专职的, 合格人数. */
const ANY = '生人数员类的级者性已正在做工作尚仍还有'

function isMember(one: Mention, total: Mention): boolean {
  return (
    one.role === 'level' &&
    one.sentence === total.sentence &&
    one.segment === total.segment &&
    one.figure.unit === total.figure.unit &&
    sameDepth(one, total)
  )
}

/** 按学段分, 从学历看, 从年龄结构来看: what has been counted is divided, all of it. */
const ASPECT =
  /(?:^|[。；;，,：:\s])(?:其中)?(?:(?:性别|年龄|学历|职称|岗位|编制|城乡|学段|区域|类别|类型|来源|渠道|用途|性质|层次|级别|等级|民族|学科|办学性质|资金来源)(?:结构|构成|分布|情况|方面)?[：:]|(?:按照?|从|就)[^，。；\d]{1,10}?(?:划分|分类|分布看|来看|分|看|统计)|分[^，。；\d]{1,6}看|[^，。；、\d]{1,6}(?:结构|构成|分布)(?:上|方面|看|来看|情况)?)[，,：:]?/u
/** “基本支出中，人员经费…，公用经费…”: what has been told by that name before. */
const NAMED = /^[。；;，,]?([^，。；、]{2,12}[^，。；、高初完职附])中[，,]/u
/** So many lines up stands what an aspect divides. */
const ASPECT_LINES = 5
/** The list's own sum; but 四县合计 is one of its parts. */
const SUMMED = /(?<![县区市镇乡校园])(?:合计|总计|共计|共)[^，。]{0,4}$/u

/** “专任教师6217人。按性别分，男教师1684人，女教师4533人”: of what stands before all such lists. */
function byAspect(mentions: readonly Mention[], others: readonly PartList[]): PartList[] {
  const listed = new Set(others.flatMap(({ parts }) => parts))
  const divided = new Set<Mention>()
  return mentions.flatMap((head, at) => {
    const named = NAMED.exec(head.gap)?.[1]
    if (head.role !== 'level' || opensList(head)) return []
    const implied = named === undefined && !ASPECT.test(head.gap)
    if (implied && !opensFamily(mentions, at)) return []
    const rest = inSentence(mentions, head.sentence).filter((one) => one.index >= head.index)
    const next = rest.findIndex((one, order) => order > 0 && ASPECT.test(one.gap))
    const all = (next < 0 ? rest : rest.slice(0, next)).filter((one) => sameDepth(one, head))
    const parts = named === undefined ? all : inFirstOf(all, head)
    const own = parts.filter((one) => one.role === 'level' && one.figure.unit === head.figure.unit)
    const near = linesAbove(mentions, head, ASPECT_LINES)
    const totals = (
      named === undefined
        ? near.filter((one) => isDividedBy(one, head, own, listed.has(one)) && !divided.has(one))
        : calledBefore(mentions, coreOf(named), head)
    ).toReversed()
    for (const part of parts) divided.add(part)
    // A list with a sum of its own need not be all there is: 三项合计16089人.
    if (own.length < 2 || totals.length === 0 || own.some((one) => SUMMED.test(one.lead))) return []
    const beside = named === undefined ? besideThem(near, parts, head) : []
    const divides = [...totals.slice(0, TOTALS), ...beside]
    const cue = implied ? ('implied' as const) : ('aspect' as const)
    return [{ cue, totals: divides, farther: [], parts: implied ? own : parts, wider: [] }]
  })
}

/** What was told before by that name; where nothing was, the nearest of the sentence before whose words end so: 按时答复27件。答复中，…. */
function calledBefore(
  mentions: readonly Mention[],
  name: string,
  head: Mention,
): readonly Mention[] {
  const called = (levelsByName(mentions).get(name) ?? []).filter(({ index }) => index < head.index)
  if (called.length > 0 || name.length < 2) return called
  return inSentence(mentions, head.sentence - 1).filter(
    (one) =>
      one.role === 'level' &&
      one.line === head.line &&
      one.figure.unit === head.figure.unit &&
      coreOf(labelOf(one)).endsWith(name),
  )
}

/** “专任教师中，高级23人，一级51人；本科88人”: up to the semicolon, where several stand before it. */
function inFirstOf(parts: readonly Mention[], head: Mention): readonly Mention[] {
  const first = parts.filter(({ segment }) => segment === head.segment)
  const alike = first.filter(({ figure }) => figure.unit === head.figure.unit)
  return alike.length >= 2 ? first : parts
}

/** “职称方面。正高级7人、副高级968人、中级2051人、初级及以下1710人”: a sentence that begins with all kinds there are. */
function opensFamily(mentions: readonly Mention[], at: number): boolean {
  const head = mentions[at]
  if (head === undefined || mentions[at - 1]?.sentence === head.sentence) return false
  const labels = runFrom(mentions, at, head).map(labelOf)
  if (labels.length < 3) return false
  return completeUpTo(labels) === labels.length || endsWithRest(labels)
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
    const name = coreOf(some[0]?.lead ?? '')
    const total = before.findLast(
      (one) =>
        one.role === 'level' &&
        one.figure.unit === some[0]?.figure.unit &&
        one.brackets.length === head.brackets.length &&
        name !== '' &&
        coreOf(one.lead).endsWith(name) &&
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
