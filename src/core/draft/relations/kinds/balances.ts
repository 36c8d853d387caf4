import { difference, sum } from '../numbers/bounds.ts'
import { isPerHead } from '../text/label.ts'
import type { Mention } from '../text/mention.ts'
import { inSentence, linesAbove } from '../text/stretches.ts'
import { isLarger, levelsBefore, sameFamily } from '../text/pick.ts'
import type { Question, Reading } from '../question.ts'
import { quotedText, sumReading } from './readings.ts'
import { roundedBy } from './rounding.ts'

const NOT_YET = /(?:未|尚未|没有|待)(?:能)?([^\s，。的、]{2})/u
const PLANNED = /规划|计划|任务|目标|拟/u
const TO_DO = /规划|计划|任务|目标|拟|应|项目|工程|建设/u
const REST = /(?:其余|剩余|余下|还剩|尚余|剩下|尚有|还有|仍有)[^，。]{0,6}$/u
/** What is still being built is the rest where nothing else is left. */
const UNDER_WAY = /(?:在建|正在(?:整改|办理|施工|建设|推进|处理|处置|化解|审理|实施)(?:的|中)?)$/u
const DONE = /^(?:其中)?(?:现)?(?:已|完成|办结|整改)/u
/** What 其余 leaves a rest of may be done in more ways. */
const DONE_OTHERWISE = /^(?:建成|竣工|开工|投用|交付|达标|通过|到位)/u
/** What is left of the one thing named before; 还有 may only add. */
const THE_REST = /(?:其余|剩余|余下|剩下)[^，。]{0,6}$/u
const LINES = 1

/** What is said to be left over: planned less begun is not begun; ten less seven is the rest; income less spending. */
export function balanceQuestions(mentions: readonly Mention[]): Question[] {
  return mentions.flatMap((one) => {
    // 应计提1420万元，实际计提865万元，少计提555万元: told as a change, what is left as the rest is.
    if (one.role === 'change' && LESS_DONE.test(one.lead)) return left(one, mentions)
    if (one.role !== 'level') return []
    return [
      ...notYet(one, mentions),
      ...rest(one, mentions),
      ...begun(one, mentions),
      ...left(one, mentions),
    ]
  })
}

/** “规划133所，已开工101所 … 共有32个项目未开工”. */
function notYet(open: Mention, mentions: readonly Mention[]): Question[] {
  const verb = NOT_YET.exec(open.lead + open.tail)?.[1]
  if (verb === undefined) return []
  const before = linesAbove(mentions, open, 2 * LINES)
  const near = before.filter((one) => one.line >= open.line - LINES && one.brackets.length === 0)
  const done = near.findLast(
    (one) =>
      one.role === 'level' &&
      sameFamily(one, open) &&
      new RegExp(`(?:已|已经|完成|累计|实际|现|共)${verb}|^${verb}`, 'u').test(one.lead + one.tail),
  )
  if (done === undefined) return []
  const above = before
    .filter(
      (one) =>
        one.role === 'level' &&
        one.line >= done.line - LINES &&
        one.figure.start < done.figure.start &&
        sameFamily(one, done),
    )
    .toReversed()
  const toDo = above.filter((one) => TO_DO.test(one.lead + one.tail))
  const alike = above.filter((one) => one.figure.unit === done.figure.unit && isLarger(one, done))
  const wholes = toDo.length > 0 ? toDo : alike
  const [nearest] = wholes
  if (nearest === undefined) return []
  // “积案14件，已化解11件，化解率78.6%，未化解3件”
  const plain =
    nearest.index === done.index - 1 &&
    nearest.sentence === open.sentence &&
    done.lead === `已${verb}` &&
    new RegExp(`^[尚仍]?未${verb}的?$`, 'u').test(open.lead)
  const sure = plain || (wholes.length === 1 && PLANNED.test(nearest.lead + nearest.tail))
  return [
    {
      type: 'balance',
      rule: 'balance',
      grade: sure && done.sentence - nearest.sentence <= 1 ? 'stated' : 'likely',
      readings: wholes.map((whole) => lessReading(whole, done, open)),
      natural: 1,
      patterns: ['not yet'],
    },
  ]
}

/** “10件，已办结7件，其余3件”. */
function rest(last: Mention, mentions: readonly Mention[]): Question[] {
  if (!REST.test(last.lead) && !isLastUnderWay(last, mentions)) return []
  const before = levelsBefore(mentions, last).filter((one) => one.figure.unit === last.figure.unit)
  const ways = before
    .slice(0, -1)
    .map((whole, at) => ({ whole, parts: [...before.slice(at + 1), last] }))
    .filter(({ whole }) => isLarger(whole, last))
  const done = before.at(-1)
  const afterDone =
    done !== undefined && DONE.test(done.lead)
      ? before
          .slice(0, -2)
          .filter((one) => isLarger(one, done))
          .map((whole) => ({ whole, parts: [done, last] }))
      : []
  // “覆盖学校87所，全区112所学校中尚有25所未纳入”: the whole stands between what was done and what was not.
  const [first, whole] = before.slice(-2)
  const among =
    first !== undefined &&
    whole !== undefined &&
    /[^高初完职]中(?:尚|仍|还)?(?:有|余)?$/u.test(whole.tail) &&
    isLarger(whole, first)
      ? [{ whole, parts: [first, last] }]
      : []
  // “项目17个，…；建成11个，其余6个”
  const plain =
    before.length === 2 && THE_REST.test(last.lead) && DONE_OTHERWISE.test(done?.lead ?? '')
  return restQuestion([...among, ...ways, ...afterDone], plain || afterDone.length > 0)
}

function restQuestion(
  ways: readonly { whole: Mention; parts: readonly Mention[] }[],
  sure: boolean,
): Question[] {
  const [only, another] = ways
  if (only === undefined) return []
  const done = only.parts.slice(0, -1).every(({ lead }) => DONE.test(lead))
  return [
    {
      type: 'balance',
      rule: 'rest',
      grade: sure || (another === undefined && done) ? 'stated' : 'likely',
      readings: ways.map(({ whole, parts }) => sumReading(whole, parts)),
      natural: ways.length,
      patterns: [],
    },
  ]
}

/** “已开工71个，已竣工29个，在建42个，未开工5个”: what was begun is finished or under way. */
function begun(open: Mention, mentions: readonly Mention[]): Question[] {
  if (!UNDER_WAY.test(open.lead)) return []
  const before = levelsBefore(mentions, open).filter(
    (one) => one.figure.unit === open.figure.unit && !NOT_YET.test(one.lead + one.tail),
  )
  const done = before.findLast((one) => /[竣完]工|建成/u.test(one.lead + one.tail))
  // “改善项目76个，已竣工61个，在建15个”: what was begun, or, where that is not told, all that was to be.
  const all =
    before.findLast((one) => /开工|动工/u.test(one.lead + one.tail)) ??
    (done !== undefined && before.at(-1) === done ? before.at(-2) : undefined)
  if (all === undefined || done === undefined || all.index > done.index) return []
  return [
    {
      type: 'sum_of_parts',
      rule: 'rest',
      grade: 'likely',
      readings: [sumReading(all, [done, open])],
      natural: 1,
      patterns: [],
    },
  ]
}

function isLastUnderWay(last: Mention, mentions: readonly Mention[]): boolean {
  if (!UNDER_WAY.test(last.lead)) return false
  return !inSentence(mentions, last.sentence).some(
    (one) => one.index > last.index && one.figure.unit === last.figure.unit,
  )
}

const BALANCES: readonly (readonly [whole: RegExp, part: RegExp, left: RegExp])[] = [
  [/收入|收费|拨付|下达|拨入|筹集|筹措|安排|可用/u, /支出|使用|发放|支付/u, /结余|结存|盈余|结转/u],
  [
    /计划|规划|目标|任务|概算|预算|总投资|应|拟|需求?|核定|核编|核准|标准|编制数?/u,
    /实际|已|到位|落实|完成|现有|实有|实|在编|在岗|在职|在册/u,
    /^少\p{Script=Han}{1,4}$|(?:^|尚|仍|共|还|实|净)缺$|缺额|缺口|尚缺|还缺|尚差|缺编|空编|空缺|空余|余编|空岗|未到位|未完成|差额|欠拨|欠付|未拨|短缺/u,
  ],
  // 送审金额4.126亿元，审定金额3.785亿元，核减0.341亿元
  [/送审|报审/u, /审定|核定/u, /核减|审减/u],
  // 原有386家，已压减358家，保留28家
  [/原有|共有|现有/u, /压减|注销|撤并|关停|关闭/u, /^(?:现|仅|尚)?(?:保留|留存)$/u],
  [/报名|报考|应考|应到|应参/u, /实考|参考|实到|到考|实际参加/u, /缺考|缺席|弃考|未到/u],
]
const REGISTERED = /^(?:名)?(?:考生|学生)?(?:报名|报考)/u
const LESS_DONE = /^(?:少\p{Script=Han}{1,4}|(?:共|净)?(?:核减|审减)(?:金额|额|资金)?)$/u
/** So many lines up stands what a balance is left of. */
const FAR = 2
const HOLDS_ALL = /可用|合计|共|总/u
const CARRIED = /上年结[余转]|年初|结转/u

/** “收入120万元，支出115万元，结余5万元”; with what was carried over where that is told. */
function left(last: Mention, mentions: readonly Mention[]): Question[] {
  const balance = BALANCES.find(([, , word]) => word.test(last.lead))
  if (balance === undefined) return []
  const own = POSTS.test(last.lead) ? postsBefore(mentions, last) : levelsBefore(mentions, last)
  const inSentence = [balance[0], balance[1]].every((words, at) =>
    own.some((one) => words.test(one.lead) || (at === 0 && REGISTERED.test(one.tail))),
  )
  const near = inSentence ? own : levelsAbove(mentions, last)
  const before = /结余|结转/u.test(last.lead) ? [...incomeOf(mentions, last, near), ...near] : near
  const part = before.findLast((one) => balance[1].test(one.lead))
  const whole =
    before.findLast((one) => balance[0].test(one.lead) && one !== part) ??
    // 28364名考生报名参加中考，实际参考28107名，缺考257名
    before.findLast((one) => one !== part && REGISTERED.test(one.tail))
  if (part === undefined || whole === undefined || !isLarger(whole, last)) return []
  // Whichever of the two stands first, with nothing between and behind them.
  const next = inSentence && last.index - Math.min(whole.index, part.index) === 2
  const carried = before.find((one) => CARRIED.test(one.lead) && one !== part && one !== whole)
  const plain = lessReading(whole, part, last)
  return [
    {
      type: 'balance',
      rule: 'balance',
      grade: next && carried === undefined ? 'stated' : 'likely',
      readings:
        carried === undefined
          ? [plain]
          : // 可用资金 holds what was carried over already.
            HOLDS_ALL.test(whole.lead)
            ? [plain, withCarried(carried, whole, part, last)]
            : [withCarried(carried, whole, part, last), plain],
      natural: 1,
      patterns: [],
    },
  ]
}

const INCOME = /(?:总收入|收入合计|收入总计|总投入)(?:为|是|达到?)?$/u

/** “教育经费总收入93416万元。…（paragraphs）…支出92187万元。年末结余1229万元”: the income that the text told first. */
function incomeOf(
  mentions: readonly Mention[],
  last: Mention,
  near: readonly Mention[],
): Mention[] {
  if (near.some((one) => /收入|投入/u.test(one.lead))) return []
  const first = mentions.find(
    (one) =>
      one.index < last.index &&
      one.role === 'level' &&
      one.figure.unit === last.figure.unit &&
      INCOME.test(one.lead),
  )
  return first === undefined ? [] : [first]
}

/** Posts and those who hold them are counted in different units: 编制6348个，在编5917人，空编431个. */
const POSTS = /空编|缺编|空岗|空缺|超编/u

function postsBefore(mentions: readonly Mention[], last: Mention): Mention[] {
  return inSentence(mentions, last.sentence).filter(
    (one) =>
      one.index < last.index &&
      one.role === 'level' &&
      one.brackets.length === 0 &&
      /^[个名人]$/u.test(one.figure.unit),
  )
}

/** Levels of the same unit and scale of measure in the lines above, outside brackets. */
function levelsAbove(mentions: readonly Mention[], last: Mention): Mention[] {
  return linesAbove(mentions, last, FAR).filter(
    (one) =>
      one.role === 'level' &&
      one.brackets.length === 0 &&
      !isPerHead(one) &&
      one.figure.unit === last.figure.unit,
  )
}

function withCarried(carried: Mention, whole: Mention, part: Mention, rest: Mention): Reading {
  return {
    figures: [carried.index, whole.index, part.index, rest.index],
    formula: `${quotedText(carried)} + ${quotedText(whole)} − ${quotedText(part)} = ${quotedText(rest)}`,
    reckon: (at) => ({
      computed: difference(sum([at(carried.index), at(whole.index)]), at(part.index)),
      quoted: at(rest.index),
    }),
    compares: 'equal',
    asked: rest.index,
  }
}

function lessReading(whole: Mention, part: Mention, rest: Mention): Reading {
  return {
    figures: [whole.index, part.index, rest.index],
    formula: `${quotedText(whole)} − ${quotedText(part)} = ${quotedText(rest)}`,
    reckon: (at) => ({
      computed: difference(at(whole.index), at(part.index)),
      quoted: rest.role === 'change' ? roundedBy(rest, at) : at(rest.index),
    }),
    compares: 'equal',
    asked: rest.index,
  }
}
