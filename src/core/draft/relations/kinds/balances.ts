import { difference, sum } from '../numbers/bounds.ts'
import type { Mention } from '../text/mention.ts'
import { isLarger, levelsBefore, sameFamily } from '../text/pick.ts'
import type { Question, Reading } from '../question.ts'
import { quotedText, sumReading } from './readings.ts'

const NOT_YET = /(?:未|尚未|没有|待)(?:能)?([^\s，。的、]{2})/u
const PLANNED = /规划|计划|任务|目标|拟/u
const TO_DO = /规划|计划|任务|目标|拟|应|项目|工程|建设/u
const REST = /(?:其余|剩余|余下|还剩|尚余|剩下)[^，。]{0,6}$/u
/** What is still being built is the rest where nothing else is left. */
const UNDER_WAY = /在建$/u
const DONE = /^(?:其中)?(?:现)?(?:已|完成|办结|整改)/u
const LINES = 1

/** What is said to be left over: planned less begun is not begun; ten less seven is the rest; income less spending. */
export function balanceQuestions(mentions: readonly Mention[]): Question[] {
  return mentions.flatMap((one, at) => {
    if (one.role !== 'level') return []
    return [...notYet(one, mentions.slice(0, at)), ...rest(one, mentions), ...left(one, mentions)]
  })
}

/** “规划133所，已开工101所 … 共有32个项目未开工”. */
function notYet(open: Mention, before: readonly Mention[]): Question[] {
  const verb = NOT_YET.exec(open.lead + open.tail)?.[1]
  if (verb === undefined) return []
  const near = before.filter((one) => one.line >= open.line - LINES && one.brackets.length === 0)
  const done = near.findLast(
    (one) =>
      one.role === 'level' &&
      sameFamily(one, open) &&
      new RegExp(`(?:已|已经|完成)${verb}|^${verb}`, 'u').test(one.lead + one.tail),
  )
  if (done === undefined) return []
  const wholes = before
    .filter(
      (one) =>
        one.role === 'level' &&
        one.line >= done.line - LINES &&
        one.figure.start < done.figure.start &&
        sameFamily(one, done) &&
        TO_DO.test(one.lead + one.tail),
    )
    .toReversed()
  const [nearest] = wholes
  if (nearest === undefined) return []
  const sure = wholes.length === 1 && PLANNED.test(nearest.lead + nearest.tail)
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
  const [only, another] = ways
  if (only === undefined) return []
  const done = only.parts.slice(0, -1).every(({ lead }) => DONE.test(lead))
  return [
    {
      type: 'balance',
      rule: 'rest',
      grade: another === undefined && done ? 'stated' : 'likely',
      readings: ways.map(({ whole, parts }) => sumReading(whole, parts)),
      natural: ways.length,
      patterns: [],
    },
  ]
}

function isLastUnderWay(last: Mention, mentions: readonly Mention[]): boolean {
  const more = mentions.some(
    (one) =>
      one.sentence === last.sentence &&
      one.index > last.index &&
      one.figure.unit === last.figure.unit,
  )
  return UNDER_WAY.test(last.lead) && !more
}

const BALANCES: readonly (readonly [whole: RegExp, part: RegExp, left: RegExp])[] = [
  [/收入/u, /支出/u, /结余|结存|盈余/u],
  [/计划|应|拟/u, /实际|已|实/u, /缺额|缺口|尚缺|还缺|未到位|差额/u],
]
const CARRIED = /上年结[余转]|年初|结转/u

/** “收入120万元，支出115万元，结余5万元”; with what was carried over where that is told. */
function left(last: Mention, mentions: readonly Mention[]): Question[] {
  const balance = BALANCES.find(([, , word]) => word.test(last.lead))
  if (balance === undefined) return []
  const before = levelsBefore(mentions, last)
  const part = before.findLast((one) => balance[1].test(one.lead))
  const whole = before.findLast((one) => balance[0].test(one.lead) && one !== part)
  if (part === undefined || whole === undefined || !isLarger(whole, last)) return []
  const carried = before.find((one) => CARRIED.test(one.lead) && one !== part && one !== whole)
  const plain = lessReading(whole, part, last)
  return [
    {
      type: 'balance',
      rule: 'balance',
      grade: 'likely',
      readings: carried === undefined ? [plain] : [withCarried(carried, whole, part, last), plain],
      natural: 1,
      patterns: [],
    },
  ]
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
      quoted: at(rest.index),
    }),
    compares: 'equal',
    asked: rest.index,
  }
}
