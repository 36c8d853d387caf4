import { difference, negated } from '../numbers/bounds.ts'
import { coreOf, sharedRun } from '../text/likeness.ts'
import type { Mention } from '../text/mention.ts'
import { sameFamily } from '../text/pick.ts'
import type { Question } from '../question.ts'
import { quotedText } from './readings.ts'
import { roundedBy } from './rounding.ts'

const ABOVE = /(?:高于|超过|高出|领先|快于)[^，。]*$|比[^，。]*?(?:高|多|超)出?了?$/u
const BELOW = /(?:低于|落后|慢于)[^，。]*$|比[^，。]*?(?:低|少)了?$/u
/** What one compares oneself with. */
const ELSEWHERE = /全[国省市州县区]|平均|同类/u
const OVER_TIME = /上年|去年|同比|同期|\d年/u

/** “达11.27万元，比当地公务员10.93万元高出0.34万元”: another's level and the gap in one breath. */
function isPutAgainst(other: Mention, gap: Mention): boolean {
  return (
    other.index === gap.index - 1 &&
    other.clauseStart === gap.clauseStart &&
    ((/^[比较](?:当地|全|同|周边|一般|市|省|县|区)?[^，。、\d]{2,14}[的为是]?$/u.test(other.lead) &&
      /^(?:高出?|低|多出?|少|超出?)了?$/u.test(gap.lead)) ||
      // 就读比例98.2%，高于85%的底线要求13.2个百分点
      (/^(?:高于|高出|低于|超过|超出)(?:国家|省|市|县)?(?:规定|要求)?的?$/u.test(other.lead) &&
        /^的?[^，。、\d]{0,8}(?:要求|标准|目标|规定|水平|底线|平均值?)$/u.test(gap.lead)))
  )
}

const OF_GROWTHS =
  /^(.{0,24}?)的?(?:增幅|增速|增长率)(高于|低于|快于|慢于|超过|落后于?)(.{2,24}?)的?(?:增幅|增速|增长率)?$/u

/** “经费增长6.50%，同期财政经常性收入增长4.12%，经费增幅高于财政经常性收入增幅2.38个百分点”: each by what it was called. */
function growthsApart(gap: Mention, own: Mention, other: Mention): Question | null {
  // 增长6.24%，高于支出增幅4.87%，高出1.37个百分点
  if (
    /^(?:高出|高|低|低于|超出)$/u.test(gap.lead) &&
    /^(?:高于|低于|快于|慢于).{2,24}(?:增幅|增速|增长率)(?:为|的)?$/u.test(other.lead) &&
    [own, other].every((one) => one.role === 'growth' && one.sentence === gap.sentence)
  )
    return gapQuestion(gap, own, other, /低|慢/u.test(other.lead), 'stated')
  const [, more = '', way = '', less = ''] = OF_GROWTHS.exec(gap.lead) ?? []
  const fitting = [own, other].every(
    (one) => one.role === 'growth' && one.sentence === gap.sentence && gap.index - one.index <= 2,
  )
  if (way === '' || gap.role !== 'points' || !fitting) return null
  const names = (one: Mention, name: string): number => sharedRun(coreOf(one.before), coreOf(name))
  const crossed = names(own, less) > names(other, less) && names(other, more) > names(own, more)
  if (!crossed && names(other, less) < 2) return null
  const [above, below] = crossed ? [other, own] : [own, other]
  return gapQuestion(gap, above, below, /低|慢|落后/u.test(way), 'stated')
}

/** “本科上线率85.2%，高于全省平均水平（72.4%）12.8个百分点”: both levels and the gap between them. */
export function gapQuestions(mentions: readonly Mention[]): Question[] {
  return mentions.flatMap((gap, at) => {
    const [own, other] = mentions.slice(Math.max(0, at - 2), at)
    if (own === undefined || other === undefined) return []
    if (gap.role !== 'points' && gap.role !== 'change') return []
    const growths = growthsApart(gap, own, other)
    if (growths !== null) return [growths]
    // In brackets the other side's clause begins anew: its name stands before them.
    const name = other.brackets.length > gap.brackets.length ? other.gap : ''
    const words = gap.before + own.tail + name + other.before
    const says = (way: RegExp): boolean => way.test(words) || way.test(gap.before)
    const [above, below] = [says(ABOVE), says(BELOW)]
    if (above === below || OVER_TIME.test(words)) return []
    const put = isPutAgainst(other, gap)
    if (other.brackets.length === gap.brackets.length && !ELSEWHERE.test(other.before) && !put)
      return []
    if (own.sentence !== gap.sentence || other.sentence !== gap.sentence) return []
    if (!sameFamily(own, other)) return []
    const percent = own.figure.unit === '%'
    if (percent !== (gap.role === 'points') || (!percent && !sameFamily(own, gap))) return []
    return [gapQuestion(gap, own, other, below, put ? 'stated' : 'likely')]
  })
}

function gapQuestion(
  gap: Mention,
  own: Mention,
  other: Mention,
  below: boolean,
  grade: Question['grade'],
): Question {
  return {
    type: 'other',
    rule: 'gap',
    grade,
    readings: [
      {
        figures: [own.index, other.index, gap.index],
        formula: `${quotedText(own)} − ${quotedText(other)} = ${below ? '−' : ''}${quotedText(gap)}`,
        reckon: (read) => {
          const size = roundedBy(gap, read)
          return {
            computed: difference(read(own.index), read(other.index)),
            quoted: below ? negated(size) : size,
          }
        },
        compares: 'equal',
        asked: gap.index,
      },
    ],
    natural: 1,
    patterns: [],
  }
}
