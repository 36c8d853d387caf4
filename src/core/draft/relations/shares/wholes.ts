import { perObject } from '../../../memory/per-object.ts'
import { groupOf } from '../text/called.ts'
import { grouped } from '../text/grouped.ts'
import { coreOf, sharedRun } from '../text/likeness.ts'
import type { Mention } from '../text/mention.ts'
import { isLarger } from '../text/pick.ts'
import type { Grade } from '../question.ts'
import type { Claim } from './claims.ts'
import type { Amount } from './readings.ts'

const BASES = 3
/** A whole that the words do not point to must be mended by what is hardly an accident. */
const UNNAMED = 0.2

/** 占年度计划的, 为目标任务的. */
export const OF_PLAN = /^(?:规划|目标|任务){1,2}量?$/u

/** Wholes that a share may be of, the likeliest first, how surely, and how much a fitting slip tells. */
export interface Wholes {
  readonly natural: readonly Amount[]
  readonly grade: Grade
  readonly trust: number
  /**
   * Where the words leave no room for any other whole: the few that may still explain what does not
   * come out. Where it is left out, anything close by that fits explains it.
   */
  readonly also?: readonly Amount[]
}

/** Figures before a part that count in its unit: all (where the share is of all), those close by, those called as the share says. */
export interface Candidates {
  readonly all: readonly Mention[]
  readonly near: readonly Mention[]
  readonly named: readonly Mention[]
  /** What the sentence takes apart right before (甲，其中乙，占…); null where nothing is. */
  readonly whole: Mention | null
  /** What the part's own name ends in, and what the sentence speaks of, counted further up; null where nothing is. */
  readonly shorter: Wholes | null
  readonly spokenOf: Wholes | null
}

/** The wholes that the words may mean; null where they mean one that the text does not tell. */
export function wholesOf(
  share: Mention,
  claim: Claim,
  part: Amount,
  candidates: Candidates,
): Wholes | null {
  if (claim.ofAll) return ofTheSame(part.of, candidates)
  if (candidates.named.length > 0) {
    const named = namedWholes(share, claim, part.of, candidates)
    if (named !== null) return named
  }
  const nearest = candidates.near.toReversed()
  if (candidates.whole !== null)
    return {
      natural: [{ of: candidates.whole }],
      grade: 'stated',
      trust: 1,
      also: explaining(nearest.filter((one) => one.line === share.line)),
    }
  if (claim.core !== '')
    return {
      natural: asBases([...candidates.named, ...nearest].toSorted(byValue)),
      grade: 'possible',
      trust: 1,
    }
  const due = nearest.find((one) => claim.kind === 'rate' && isDueOf(one, part.of))
  if (due !== undefined) return { natural: [{ of: due }], grade: 'stated', trust: 1 }
  const said =
    (claim.kind === 'rate' ? saidOfTheLast(claim, part, nearest) : null) ??
    (claim.kind === 'rate' ? ofItsPair(claim, part.of, nearest) : null) ??
    candidates.shorter
  if (said !== null) return said
  const beside = nearest.some((one) => one.sentence === share.sentence && isLarger(one, part.of))
  return (beside ? null : candidates.spokenOf) ?? besides(share, part.of, nearest)
}

function namedWholes(
  share: Mention,
  { core }: Claim,
  part: Mention,
  { named }: Candidates,
): Wholes | null {
  const larger = named.filter((one) => isLarger(one, part)).toReversed()
  const close = larger.filter((one) => one.line === share.line)
  const ordered = /总|全/u.test(share.before)
    ? [...new Set([...close, ...larger.toSorted(byValue)])]
    : larger
  const plans = named.filter(
    (one) => one.figure.kind === 'plan_target' && one.line === share.line && OF_PLAN.test(core),
  )
  const exact = plans.length === 1 ? plans : named.filter((one) => isPlain(one, core, share))
  // A whole that is smaller than its part is no other one: one of the two is mistyped.
  if (ordered.length === 0 && exact.length !== 1) return null
  const sure =
    exact.length > 0 && (named.length === 1 || exact.some((one) => ordered.includes(one)))
  const natural = sure ? [...new Set([...exact, ...ordered])] : ordered
  return { natural: asBases(natural), grade: sure ? 'stated' : 'likely', trust: 1 }
}

function besides(share: Mention, part: Mention, nearest: readonly Mention[]): Wholes {
  const own = nearest.filter(
    (one) => one.segment === part.segment && one.figure.unit === part.figure.unit,
  )
  const sentence = nearest.filter((one) => one.sentence === share.sentence).toSorted(byValue)
  const ordered = [
    ...new Set([
      ...own,
      ...sentence.filter((one) => isLarger(one, part)),
      ...nearest.toSorted(byValue),
    ]),
  ]
  return { natural: asBases(ordered), grade: 'likely', trust: own.length > 0 ? 1 : UNNAMED }
}

/** What a figure says that only tells it is done: 已, 累计, 其中. */
const ONLY_DONE =
  /其中|目前|\d+(?:[-—～~]\d+)?月份?(?:底|末)?|截[至止][^，。]*?(?:日|底|末)|现已|已经|已|全部|累计|共计|共|实际|实现|顺利|按期|均|组织|完成|的|了|有|为|项目|人数|数量|数|学校|学生|考生|[，,：:\s]/gu

/**
 * “排查隐患286处，已整改281处，整改率98.3%”: what was done of the figure right before it, in words that
 * name no other group; the rate can then be of nothing else.
 */
function saidOfTheLast(
  { stem, about }: Claim,
  { of, and = [] }: Amount,
  nearest: readonly Mention[],
): Wholes | null {
  if (and.length > 0) {
    const wholes = nearest.filter((one) => one.sentence === of.sentence && isLarger(one, of))
    return wholes.length === 0 ? null : { natural: someOf(wholes), grade: 'stated', trust: 1 }
  }
  const plans = nearest.filter(
    (one) =>
      one.sentence === of.sentence &&
      one.figure.kind === 'plan_target' &&
      one.figure.unit === of.figure.unit,
  )
  if (stem === '完成' && !of.lead.includes(stem) && plans.length > 0)
    return { natural: someOf(plans), grade: 'stated', trust: 1 }
  // 34个项目全部开工，开工率100%: of themselves.
  if (about.replaceAll(ONLY_DONE, '') !== '' || LACKED.test(stem) || /全部/u.test(of.tail))
    return null
  const said = of.lead.includes(stem) ? of.lead : of.lead + of.tail
  const words = withoutStem(said, stem).replaceAll(ONLY_DONE, '')
  if (!said.includes(stem)) return null
  const alike = nearest.filter(
    (one) =>
      one.figure.unit === of.figure.unit &&
      one.brackets.join() === of.brackets.join() &&
      !one.words.includes(stem),
  )
  const same = alike.filter((one) => one.sentence === of.sentence)
  const before = alike.filter((one) => one.line === of.line && one.sentence >= of.sentence - 1)
  const own = same.length > 0 ? same : before.filter((one) => TO_DO.test(one.words))
  const last = own.find((one) => isLarger(one, of))
  if (last === undefined || !last.lead.includes(words)) return null
  const also = nearest
    .filter((one) => one.figure.unit === of.figure.unit && one.line === of.line)
    .map((one) => ({ of: one }))
  // Behind a semicolon another matter may begin, unless it says nothing but what was done: 已整改281处.
  const goesOn = of.tail === '' && /^(?:目前|现)?已/u.test(of.lead)
  const apart = last.sentence === of.sentence && last.segment !== of.segment && !goesOn
  const grade = apart ? 'likely' : 'stated'
  if (!STEP.test(last.lead)) return { natural: someOf(own), grade, trust: 1, also }
  // “规划1046栋。已开工972栋，竣工835栋，竣工率79.83%”: of what was planned, or of what was begun.
  const first = alike.filter((one) => !STEP.test(one.lead) && isLarger(one, of))
  if (first.length === 0) return null
  const natural = someOf([...first.slice(0, BASES), ...own])
  return { natural, grade, trust: 1, also }
}

/**
 * “参加高考2893人，本科上线1865人，上线率64.5%”: what a rate of this kind is always of, where the sentence tells it
 * once and its part stands right before the rate.
 */
function ofItsPair({ stem }: Claim, part: Mention, nearest: readonly Mention[]): Wholes | null {
  const words = PAIRS.find(([rate]) => rate.test(stem))?.[1]
  if (words === undefined || LACKED.test(stem)) return null
  if (!saysAll(part.lead, stem) && !/[上过达].*线$/u.test(part.lead)) return null
  const called = nearest.filter(
    (one) =>
      one.line === part.line &&
      one.index < part.index &&
      one.brackets.join() === part.brackets.join() &&
      words.test(one.words),
  )
  const own = called.filter(({ segment }) => segment === part.segment)
  const near = own.length > 0
  const [only, another] = near ? own : called
  if (only === undefined || another !== undefined || only.figure.unit !== part.figure.unit)
    return null
  // “报名4586人，资格审查通过4213人，参加笔试3874人，参考率92.0%”: or of those whom the step before left.
  const left = own.includes(only) ? nearest.find(({ index }) => index < part.index) : undefined
  const step =
    left !== undefined &&
    left !== only &&
    left.segment === part.segment &&
    left.figure.unit === part.figure.unit &&
    left.brackets.join() === part.brackets.join() &&
    isLarger(left, part)
  return {
    natural: [{ of: only }, ...(step ? [{ of: left }] : [])],
    grade: near ? 'stated' : 'likely',
    trust: 1,
    also: nearest.map((of) => ({ of })),
  }
}

/** “应拨2860万元，实拨2145万元，到位率75%”: what was due of what was done. */
export function isDueOf(due: Mention, done: Mention): boolean {
  const verb = /(?:^|[^\p{Script=Han}]|公用经费|学生|教师)实(?:际)?(?:已)?(\p{Script=Han})/u.exec(
    done.lead,
  )?.[1]
  return (
    verb !== undefined &&
    due.index < done.index &&
    due.sentence === done.sentence &&
    due.figure.unit === done.figure.unit &&
    new RegExp(`应${verb}`, 'u').test(due.lead) &&
    isLarger(due, done)
  )
}

/** Whether words say what a rate names: 录取 of 录取率, 收回有效问卷 of 回收率, 参加中考 of 参考率. */
export function saysAll(words: string, stem: string): boolean {
  if (words.includes(stem)) return true
  // To sit a test is to sit an examination.
  const said = words.replaceAll('试', '考')
  return REORDERED.test(stem) && Array.from(stem).every((one) => said.includes(one))
}

const REORDERED = /^(?:回收|收回|参考|参测|参评|参训|到会|返校|返还)$/u

/** Rates, and what the whole of each is called. */
const PAIRS: readonly (readonly [rate: RegExp, whole: RegExp])[] = [
  [/上线|录取|过线|达线/u, /参考|参加|报名|报考|应考|实考|考生/u],
  [/就业|升学|落实/u, /毕业生/u],
  [/^(?:参考|参测|到考|实考)$/u, /报名|应考|应参|毕业生|考生/u],
  [/合格|达标|优良|及格|优秀/u, /检查|抽检|抽查|抽测|检测|监测|测试|参测|参加/u],
  [/办结|整改|销号|化解|答复/u, /受理|收到|接到|排查|发现|查出|问题|信访|隐患|提案|建议/u],
  [/入学|入园|巩固/u, /适龄|应入/u],
  [/有效|回收/u, /发放|发出|收回/u],
  [/到位|拨付|执行|支出/u, /下达|安排|预算|计划|应到/u],
]

/** 教师2764人，缺额418人，缺额率13.1%: what is lacking is no part of what there is. */
const LACKED = /缺|空编|不足/u

/** Without the word of the rate and the school it narrows: 普惠园在园幼儿 → 在园幼儿. */
function withoutStem(said: string, stem: string): string {
  const at = said.indexOf(stem)
  if (at < 0) return said
  const rest = said.slice(at + stem.length).replace(/^性?(?:幼儿园|学校|园|校)(?=.)/u, '')
  return said.slice(0, at) + rest
}

/** What is to be done, or all that there is to do. */
const TO_DO = /计划|规划|任务|目标|实施|项目|工程|应/u
/** One step of a work, which the next is no more a part of than of the whole. */
const STEP = /开工|竣工|完工|交付|启用|启动|立项|招标|整改|办结|销号|完成|结题|结案/u

function someOf(wholes: readonly Mention[]): Amount[] {
  return [...new Set(wholes)].slice(0, 2 * BASES).map((of) => ({ of }))
}

/** Of the same measure: so many characters of what both are called. */
const ALIKE = 2
const OF_THE_PLACE =
  /全[国省市州盟县区旗镇乡校园系]|[我本]?[省市州县区][^，。]{0,6}(?:共|总)|总[数量额]|总人数|共有?$|合计|总计/u

const isOfThePlace = perObject(({ before, tail }: Mention): boolean =>
  OF_THE_PLACE.test(before + tail),
)

/**
 * “县一中本科上线1025人，占全县的58.8%”: of what the part itself counts, taken of the whole place; never of
 * another measure that stands nearer (参考1386人). Where the text does not tell it there is no question.
 */
function ofTheSame(part: Mention, { all }: Candidates): Wholes | null {
  const measure = coreOf(part.lead + part.tail)
  const same = all
    .filter((one) => isLarger(one, part) && sharedRun(coreOf(one.words), measure) >= ALIKE)
    .toReversed()
  if (same.length === 0) return null
  const placed = new Set(all.flatMap((one) => (isOfThePlace(one) ? [one.sentence] : [])))
  // 全县参加高考3640人，本科上线1820人: the next, where it names nobody, is of the county too.
  const wide = same.filter(
    (one) => isOfThePlace(one) || (placed.has(one.sentence) && measure.endsWith(coreOf(one.lead))),
  )
  const runs = wide.map((one) => sharedRun(coreOf(one.words), measure))
  const most = Math.max(...runs)
  const whole = wide.filter((_, at) => runs[at] === most)
  return whole.length > 0
    ? { natural: asBases(whole), grade: 'stated', trust: 1, also: [] }
    : { natural: asBases(same), grade: 'likely', trust: UNNAMED }
}

/** Whether a whole is called just what the share says, close by: then no other can be meant. */
function isPlain(whole: Mention, core: string, share: Mention): boolean {
  if (whole.sentence === share.sentence) return coreOf(whole.words).endsWith(core)
  if (whole.line === share.line && restOfGroup(whole, core) === coreOf(whole.lead)) return true
  return whole.line >= share.line - LINES && coreOf(whole.words) === core
}

const LINES = 2

/** What is left of a whole's name behind the group that a figure is of: 高中阶段在校生 → 在校生; null where it is of none. */
export function restOfGroup(one: Mention, core: string): string | null {
  const group = groupOf(one)
  const rest = core.replace(group, '')
  return group === '' || rest === core || rest === '' ? null : rest
}

function asBases(wholes: readonly Mention[]): Amount[] {
  return wholes.slice(0, BASES).map((of) => ({ of }))
}

/** Any whole of the paragraph, and what is left of one without another. */
export function explaining(near: readonly Mention[]): Amount[] {
  const bySentence = grouped(near, ({ sentence }) => sentence)
  return [
    ...near.toReversed().map((of) => ({ of })),
    ...near.flatMap((whole) =>
      (bySentence.get(whole.sentence) ?? []).flatMap((without) =>
        whole !== without && isLarger(whole, without) ? [{ of: whole, without }] : [],
      ),
    ),
  ]
}

function byValue(a: Mention, b: Mention): number {
  return isLarger(a, b) ? -1 : 1
}
