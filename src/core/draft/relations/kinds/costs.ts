import { compare, fraction, over, showNumber, times } from '../../../model/number.ts'
import type { Num } from '../../../model/number.ts'
import { numOf, quotient } from '../numbers/bounds.ts'
import type { Bounds } from '../numbers/bounds.ts'
import type { Question, Reading } from '../question.ts'
import type { Mention } from '../text/mention.ts'
import { inSentence } from '../text/stretches.ts'
import { quotedText } from './readings.ts'

const INVESTED = /投资|投入|造价/u
const BUILT = /建筑面积|校舍面积/u
/** What was put up anew, not mended or planned. */
const NEW = /新建|改扩建|新扩建/u
/** Yuan for a square metre between which building costs lie, with much room on either side. */
const USUAL: readonly [Num, Num] = [400, 12000]
const TEN = fraction(10n, 1n)

/**
 * “新建6所，完成投资2286.8万元，建筑面积193763.19平方米”: 118 yuan a square metre is hardly possible.
 * Told only where the decimal point one place off makes it usual.
 */
export function costQuestions(mentions: readonly Mention[]): Question[] {
  return mentions.flatMap((area) => {
    if (area.figure.unit !== '平方米' || area.role !== 'level' || area.figure.decimals < 2)
      return []
    const own = inSentence(mentions, area.sentence)
    const money = own.filter(({ figure, lead }) => figure.unit === '元' && INVESTED.test(lead))
    const [invested, another] = money
    const areas = own.filter(({ figure }) => figure.unit === '平方米')
    const words = own.map(({ gap, tail }) => gap + tail).join('')
    if (invested === undefined || another !== undefined || areas.length > 1) return []
    if (!BUILT.test(area.lead) || !NEW.test(words)) return []
    return [questionOf(invested, area)]
  })
}

function questionOf(invested: Mention, area: Mention): Question {
  const reading = (shift: Num): Omit<Reading, 'compares'> => ({
    figures: [invested.index, area.index],
    formula: `${quotedText(invested)} ÷ ${quotedText(area)}`,
    reckon: (at) => {
      const cost = quotient(at(invested.index), at(area.index))
      return cost === null ? null : { computed: scaled(cost, shift), quoted: usual() }
    },
    asked: invested.index,
    computedAs: `${costOf(invested, area)}元/平方米`,
  })
  return {
    type: 'other',
    rule: 'cost',
    grade: 'possible',
    readings: [{ ...reading(1), compares: 'equal' }],
    natural: 0,
    patterns: [],
    instead: {
      reading: { ...reading(TEN), compares: 'equal' },
      figure: area.index,
      kind: 'point',
      to: movedPoint(quotedText(area)),
    },
  }
}

function costOf(invested: Mention, area: Mention): string {
  const [money, size] = [invested.figure.value, area.figure.value]
  const cost = money === null || size === null ? null : over(numOf(money), numOf(size))
  return cost === null ? '' : showNumber(cost, 0)
}

function usual(): Bounds {
  return { low: USUAL[0], high: USUAL[1] }
}

function scaled({ low, high }: Bounds, by: Num): Bounds {
  return compare(by, 1) === 0 ? { low, high } : { low: times(low, by), high: times(high, by) }
}

/** 193763.19平方米 → 19376.319平方米. */
function movedPoint(text: string): string {
  return text.replace(/(\d)\.(\d)/u, '.$1$2')
}
