import { byAspect } from './aspects.ts'
import { isMember, opensList, runFrom, sameDepth } from './runs.ts'
import { perObject } from '../../../memory/per-object.ts'
import { areDisjoint, areOpposites, besideKinds, completeUpTo } from '../text/families.ts'
import { grouped } from '../text/grouped.ts'
import { labelOf } from '../text/label.ts'
import { isLarger } from '../text/pick.ts'
import type { Mention } from '../text/mention.ts'
import { inSegment, inSentence, linesAbove } from '../text/stretches.ts'
import type { PartList } from './parts.ts'

/** “… 40所机构中，”, but no 高中 or 一中. */
const AMONG = /(?:^|[^初高完职附一二三四五六七八九十])中$/u
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
    // 现场整改263个，下发整改通知书58份，限期整改131个: the other half of two may stand behind another matter.
    const pair = inSegment(mentions, head.segment).filter(
      (one) => one.index >= head.index && isMember(one, head) && !opensList(one),
    )
    const whole = completeUpTo(run.map(labelOf)) ?? 0
    const parts =
      whole === 0 && pair.length === 2 && completeUpTo(pair.map(labelOf)) === 2
        ? pair
        : run.slice(0, whole)
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
    // 现场整改217个，限期整改121个，移交部门26个: what follows may be of the same total, too.
    const wider = run.length > parts.length ? run : []
    return fitting ? [{ cue: 'of-which' as const, totals: [total], farther: [], parts, wider }] : []
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

/** Words of any noun: 男生, 专职的, 合格人数. */
const ANY = '生人数员类的级者性已正在做工作尚仍还有整改办结处理经营'
