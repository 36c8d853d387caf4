import { exactly } from '../numbers/bounds.ts'
import type { Question } from '../question.ts'
import type { Mention } from '../text/mention.ts'
import { quotedText } from './readings.ts'

/** What schools are called by, at the ends of their names; and places. */
const SCHOOLS = ['中学', '小学', '幼儿园', '高中', '中专']
const PLACES = ['县', '区', '市', '镇', '乡', '街道']
/** What the figure must say that it counts. */
const SCHOOLS_COUNTED =
  /^(?:公办|民办|新|普通|农村|乡镇)*(?:学校|中小学|中学|小学|幼儿园|园|高中|中专|$)/u
const PLACES_COUNTED = /^(?:县|区|市|镇|乡|街道)/u
/** Words that with such an end make a kind of school or of place, no name. */
const NO_NAME =
  /公办|民办|普通|普惠性?|农村|乡镇|城区|城镇|县城|县直|市直|区直|直属|中心|完全|初级|高级|附属|新建|改建|扩建|改扩建|薄弱|寄宿制?|九年一贯制|十二年一贯制|特殊教育|义务教育|公立|私立|集团|教育|[所全各本我该等城镇山郊库片园校社老新学]/gu
const MOST = 12

/** “甲中学、乙中学、丙中学3所学校”, “甲县、乙县等5个县”: names are counted. */
export function namedQuestions(mentions: readonly Mention[]): Question[] {
  return mentions.flatMap((count) => {
    if (count.role !== 'level') return []
    const open = count.before.endsWith('等')
    const names = count.before.replace(/等?(?:共|共计)?$/u, '').split(/[、和及与]/u)
    if (names.length < 2 || names.length > MOST || !areNames(names, count)) return []
    const named = exactly(names.length)
    const list = names.join('、')
    return [
      {
        type: 'other' as const,
        rule: 'named' as const,
        grade: 'stated' as const,
        readings: [
          {
            figures: [count.index],
            formula: `${list}${open ? ' ≤ ' : ' = '}${quotedText(count)}`,
            reckon: (at) => ({ computed: named, quoted: at(count.index) }),
            compares: open ? ('at-most' as const) : ('equal' as const),
            asked: count.index,
            computedAs: String(names.length),
          },
        ],
        natural: 1,
        patterns: [],
      },
    ]
  })
}

/** Whether each is a name of a place or school, such as the figure counts; the first may have other words before it. */
function areNames(words: readonly string[], { figure, tail }: Mention): boolean {
  const schools = figure.unit === '所' && SCHOOLS_COUNTED.test(tail)
  const places = figure.unit === '个' && PLACES_COUNTED.test(tail)
  const ends = schools ? SCHOOLS : places ? PLACES : []
  const kind = ends.find((end) => words.at(-1)?.endsWith(end))
  if (kind === undefined) return false
  return words.every((word, at) => {
    if (!word.endsWith(kind)) return false
    const own = word.slice(0, -kind.length).replaceAll(NO_NAME, '')
    return own.length >= 1 && (at === 0 || Array.from(own).length <= 8)
  })
}
