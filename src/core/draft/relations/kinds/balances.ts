import { difference, sum } from '../numbers/bounds.ts'
import { isLarger, levelsBefore, sameFamily } from '../text/pick.ts'
import type { Mention } from '../text/mention.ts'
import type { Question, Reading } from '../question.ts'
import { quotedText, sumReading } from './readings.ts'

const NOT_YET = /(?:未|尚未|没有|待)(?:能)?([^\s，。的、]{2})/u
const PLANNED = /规划|计划|应|总|共|任务|目标|拟|全年|全市|全县|全区|全省/u
const REST = /(?:其余|剩余|余下|还剩|尚余|剩下)[^，。]{0,6}$/u
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
        PLANNED.test(one.lead + one.tail),
    )
    .toReversed()
  if (wholes.length === 0) return []
  return [
    {
      type: 'balance',
      rule: 'balance',
      grade: wholes.length === 1 ? 'stated' : 'likely',
      readings: wholes.map((whole) => lessReading(whole, done, open)),
      natural: 1,
      patterns: ['not yet'],
    },
  ]
}

/** “10件，已办结7件，其余3件”. */
function rest(last: Mention, mentions: readonly Mention[]): Question[] {
  if (!REST.test(last.lead)) return []
  const before = levelsBefore(mentions, last).filter((one) => one.figure.unit === last.figure.unit)
  const ways = before
    .slice(0, -1)
    .map((whole, at) => ({ whole, parts: [...before.slice(at + 1), last] }))
  if (ways.length === 0) return []
  return [
    {
      type: 'balance',
      rule: 'rest',
      grade: ways.length === 1 ? 'stated' : 'likely',
      readings: ways.map(({ whole, parts }) => sumReading(whole, parts)),
      natural: ways.length,
      patterns: [],
    },
  ]
}

const BALANCES: readonly (readonly [whole: RegExp, part: RegExp, left: RegExp])[] = [
  [/收入/u, /支出/u, /结余|结存|盈余/u],
  [/计划|应|拟/u, /实际|已|实/u, /缺额|缺口|尚缺|还缺|未到位|差额/u],
]

/** “收入120万元，支出115万元，结余5万元”. */
function left(last: Mention, mentions: readonly Mention[]): Question[] {
  const balance = BALANCES.find(([, , word]) => word.test(last.lead))
  if (balance === undefined) return []
  const before = levelsBefore(mentions, last)
  const part = before.findLast((one) => balance[1].test(one.lead))
  const whole = before.findLast((one) => balance[0].test(one.lead) && one !== part)
  if (part === undefined || whole === undefined || !isLarger(whole, last)) return []
  return [
    {
      type: 'balance',
      rule: 'balance',
      grade: 'likely',
      readings: [lessReading(whole, part, last)],
      natural: 1,
      patterns: [],
    },
  ]
}

function lessReading(whole: Mention, part: Mention, rest: Mention): Reading {
  return {
    figures: [whole.index, part.index, rest.index],
    formula: `${quotedText(whole)} − ${quotedText(part)} = ${quotedText(rest)}`,
    reckon: (at) => ({
      computed: difference(at(whole.index), at(part.index)),
      quoted: sum([at(rest.index)]),
    }),
    compares: 'equal',
    asked: rest.index,
  }
}
