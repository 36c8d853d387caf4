import { exactly, product } from '../numbers/bounds.ts'
import type { Mention } from '../text/mention.ts'
import type { Question, Reading } from '../question.ts'
import { quotedText } from './readings.ts'
import { familyOf } from '../text/units.ts'

/** 每生每学期500元, 每人1000元, 人均补助标准1000元. */
const STANDARD =
  /(?:每生|每人|每名(?:学生|教师|幼儿)?|每位)(?:每(?:学期|学年|年|月|天|日))?[^，。；\d]{0,8}$/u
/** So often a standard may be paid: two terms, months, school months. */
const TIMES = [1, 2, 10, 12, 9, 11]
const NEAR = 3

/** “资助1732人次、86.60万元，按每生每学期500元标准发放”: an amount is the heads times the standard. */
export function standardQuestions(mentions: readonly Mention[]): Question[] {
  return mentions.flatMap((standard, at) => {
    const { unit, scale } = standard.figure
    if (unit !== '元' || scale !== '' || !STANDARD.test(standard.before)) return []
    const pair = pairBefore(mentions.slice(Math.max(0, at - 2), at), standard)
    if (pair !== null) return [questionOf(pair.head, standard, pair.amount, 1)]
    const near = mentions
      .slice(Math.max(0, at - NEAR), at + NEAR)
      .filter((one) => one.segment === standard.segment && one.role === 'level')
    const heads = near.filter(
      (one) => familyOf(one.figure.unit) === '人' && one.index < standard.index,
    )
    const amounts = near.filter((one) => one.figure.unit === '元' && one.figure.scale !== '')
    const [head] = heads.slice(-1)
    const [amount, another] = amounts
    if (head === undefined || amount === undefined || another !== undefined) return []
    if (heads.length > 1) return []
    return [questionOf(head, standard, amount, TRUST)]
  })
}

/** “发放寄宿生补助412人次、15.45万元，每生每学期375元”: heads and amount told together right before the standard. */
function pairBefore(
  [head, amount]: readonly Mention[],
  standard: Mention,
): { head: Mention; amount: Mention } | null {
  const told =
    head?.segment === standard.segment &&
    familyOf(head.figure.unit) === '人' &&
    amount?.figure.unit === '元' &&
    amount.figure.scale !== '' &&
    /^[、，](?:发放|资助)?(?:资金|金额)?$/u.test(amount.gap)
  return told && head !== undefined && amount !== undefined ? { head, amount } : null
}

/** Others than those paid for may stand close by. */
const TRUST = 0.3

function questionOf(head: Mention, standard: Mention, amount: Mention, trust: number): Question {
  const reading = (times: number): Reading => ({
    figures: [amount.index, head.index, standard.index],
    formula: `${quotedText(head)} × ${quotedText(standard)}${times === 1 ? '' : ` × ${times}`} = ${quotedText(amount)}`,
    reckon: (at) => ({
      computed: product(product(at(head.index), at(standard.index)), exactly(times)),
      quoted: at(amount.index),
    }),
    compares: 'equal',
    asked: amount.index,
  })
  return {
    type: 'other',
    rule: 'average',
    grade: 'likely',
    readings: TIMES.map(reading),
    natural: 1,
    trust,
    patterns: [],
  }
}
