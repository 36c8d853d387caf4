import { difference, sum } from '../numbers/bounds.ts'
import type { Mention } from '../text/mention.ts'
import type { Question, Reading } from '../question.ts'
import { quotedText, sumReading } from './readings.ts'

const ALL_IN = /^(?:[^，。]{0,6}年度?)?(?:全年|部门)?(?:收入总[计额]|总收入)$/u
const INCOME = /本年(?:度)?收入(?:合计)?/u
const CARRIED_IN = /(?:年初|上年)(?:财政拨款)?结[转余]/u
const ALL_OUT = /^(?:[^，。]{0,6}年度?)?(?:全年|部门)?(?:支出总[计额]|总支出)$/u
const SPENT = /本年(?:度)?支出(?:合计)?/u
const CARRIED_OUT = /(?:年末|结转下年)(?:财政拨款)?(?:结[转余])?/u

/** The places of a yearly account: 收入总计 = 本年收入 + 年初结转; 支出总计 = 本年支出 + 年末结转. */
const SIDES: readonly (readonly [total: RegExp, of: RegExp, carried: RegExp])[] = [
  [ALL_IN, INCOME, CARRIED_IN],
  [ALL_OUT, SPENT, CARRIED_OUT],
]

/** Yearly accounts (部门决算), whose places stand in paragraphs of their own. */
export function accountQuestions(mentions: readonly Mention[]): Question[] {
  const money = mentions.filter(
    (one) => one.figure.unit === '元' && one.role === 'level' && one.brackets.length === 0,
  )
  const only = (words: RegExp): Mention | null => {
    const named = money.filter(({ lead }) => words.test(lead))
    const [first, another] = named
    return first === undefined || another !== undefined ? null : first
  }
  const sides = SIDES.flatMap(([total, of, carried]) => {
    const [all, own, rest] = [only(total), only(of), only(carried)]
    return all === null || own === null || rest === null
      ? []
      : [questionOf(sumReading(all, [own, rest]))]
  })
  const [income, carried, spent, left] = [INCOME, CARRIED_IN, SPENT, CARRIED_OUT].map(only)
  if (sides.length > 0 || !income || !carried || !spent || !left) return sides
  return [questionOf(leftReading(income, carried, spent, left))]
}

function leftReading(income: Mention, carried: Mention, spent: Mention, left: Mention): Reading {
  return {
    figures: [carried, income, spent, left].map(({ index }) => index),
    formula: `${quotedText(carried)} + ${quotedText(income)} − ${quotedText(spent)} = ${quotedText(left)}`,
    reckon: (at) => ({
      computed: difference(sum([at(carried.index), at(income.index)]), at(spent.index)),
      quoted: at(left.index),
    }),
    compares: 'equal',
    asked: left.index,
  }
}

/** 使用非财政拨款结余 and 结余分配 may come to it: a slip must explain what does not come out. */
function questionOf(reading: Reading): Question {
  return {
    type: 'balance',
    rule: 'balance',
    grade: 'likely',
    readings: [reading],
    natural: 1,
    patterns: [],
  }
}
