import { compare, fraction, times } from '../../../model/number.ts'
import type { Num } from '../../../model/number.ts'
import { numOf } from '../numbers/bounds.ts'
import { factorOf } from '../numbers/slips.ts'
import type { Question } from '../question.ts'
import { isPerHead } from '../text/label.ts'
import type { Mention } from '../text/mention.ts'
import { listsOf } from '../lists/lists.ts'
import { quotedText } from './readings.ts'

const LEAST = 3
/** So many times more, or less, than the others it may be in their unit. */
const REACH = fraction(5n, 1n)

/** “义务教育经费889万元、维修资金1000元、附加1409万元”: one amount of a list lacks the 万 of all others. */
export function unitQuestions(mentions: readonly Mention[]): Question[] {
  return listsOf(mentions).flatMap(({ parts }) => {
    // 是普通小学650元的12.3倍: only held against.
    const money = parts.filter(
      (one) =>
        one.figure.unit === '元' &&
        one.role === 'level' &&
        !isPerHead(one) &&
        !/^(?:是|为|相当于)/u.test(one.lead) &&
        !one.tail.startsWith('的'),
    )
    const [odd, ...more] = money.filter(({ figure }) => figure.scale === '')
    const others = money.filter(({ figure }) => figure.scale === '万')
    if (odd === undefined || more.length > 0 || others.length < LEAST - 1) return []
    if (others.length + 1 < money.length || !isAlike(odd, others)) return []
    return [questionOf(odd, others)]
  })
}

/** Whether with 万 it would be of the size of the others. */
function isAlike(odd: Mention, others: readonly Mention[]): boolean {
  const meant = times(valueOf(odd), factorOf('万'))
  const sizes = others.map(valueOf)
  return (
    sizes.some((size) => compare(meant, times(size, REACH)) <= 0) &&
    sizes.some((size) => compare(times(meant, REACH), size) >= 0)
  )
}

function valueOf({ figure }: Mention): Num {
  return figure.value === null ? 0 : numOf(figure.value)
}

function questionOf(odd: Mention, others: readonly Mention[]): Question {
  const reading = {
    figures: [odd.index, ...others.map(({ index }) => index)],
    formula: [odd, ...others].map(quotedText).join('、'),
    reckon: (at: (figure: number) => { low: Num; high: Num }) => ({
      computed: at(odd.index),
      quoted: at(odd.index),
    }),
    asked: odd.index,
    computedAs: quotedText(odd).replace('元', '万元'),
  }
  return {
    type: 'other',
    rule: 'unit',
    grade: 'possible',
    readings: [{ ...reading, compares: 'never' }],
    natural: 0,
    patterns: [],
    instead: {
      reading: { ...reading, compares: 'equal' },
      figure: odd.index,
      kind: 'scale-missing',
      to: quotedText(odd).replace('元', '万元'),
    },
  }
}
