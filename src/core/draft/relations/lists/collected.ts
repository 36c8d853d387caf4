import type { Mention } from '../text/mention.ts'
import { inSentence } from '../text/stretches.ts'
import type { Question } from '../question.ts'
import { sumReading } from '../kinds/readings.ts'
import { subsetReading } from './subsets.ts'

/** Of all kinds of schools together. */
const ALL = /各级各类|各类学校|各级学校|(?:共有|现有|共)学校(?:（[^（）]*）|\([^()]*\))?$/u
/** What each kind of school is called; a longer name before the shorter one in it. */
const KINDS: readonly RegExp[] = [
  /^(?:独立设置的?|公办|民办)?幼儿园$/u,
  /^(?:普通|完全)?小学$/u,
  /^(?:普通|独立)?(?:初级中学|初中)(?:学校)?$/u,
  /^九年一贯制学校$/u,
  /^十二年一贯制学校$/u,
  /^完全中学$/u,
  /^(?:普通高中|高级中学|高中)(?:学校)?$/u,
  /^(?:中等职业(?:教育)?学校|中职学校|中职|职业高中|职业中学|职业学校|职教中心|中等专业学校)$/u,
  /^(?:特殊教育学校|特教学校)$/u,
  /^(?:普通)?(?:高等学校|高校)$/u,
  /^(?:专门|工读)学校$/u,
]
const FRAME = /全[国省市州县区旗镇]|共有|现有|共|有|其中|设有|设|[：:]/gu
const STAGES: readonly RegExp[] = [
  /幼儿园|学前|在园/u,
  /小学/u,
  /初中|初级中学/u,
  /普通高中|普高|高级中学/u,
  /中等职业|中职|职业/u,
  /特殊教育|特教/u,
  /高等|高校/u,
]
const PUPILS = /^(?:在校(?:学)?生|在园幼儿|在学人数|在校学生数?|在园\(班\)幼儿)$/u
const LEAST = 3
/** There may be kinds that the text tells nowhere. */
const TRUST = 0.4

/**
 * “各级各类学校1386所，在校生74.62万人”, with each kind told in a paragraph of its own: schools and pupils of
 * all kinds come to what is told of all, where the text names every kind.
 */
export function collectedQuestions(mentions: readonly Mention[]): Question[] {
  const [schools, pupils] = [kindsIn(mentions, schoolKind), stagesIn(mentions)]
  return mentions.flatMap((total) => {
    if (total.role !== 'level' || total.brackets.length > 0) return []
    if (total.figure.unit === '所' && ALL.test(total.before))
      return questionOf(total, firstOfEach(schools, total))
    if (!isPupils(total)) return []
    const beside = inSentence(mentions, total.sentence)
    if (!beside.some((one) => ALL.test(one.before))) return []
    return questionOf(total, firstOfEach(pupils, total))
  })
}

function questionOf(total: Mention, parts: readonly Mention[]): Question[] {
  const own = parts.filter((one) => one.sentence !== total.sentence)
  if (own.length < LEAST) return []
  return [
    {
      type: 'sum_of_parts',
      rule: 'column-sum',
      grade: 'likely',
      readings: [sumReading(total, own), ...subsetReading([total], own)],
      natural: 1,
      trust: TRUST,
      patterns: [],
    },
  ]
}

/** A figure and its kind of school, or stage. */
interface Kind {
  readonly one: Mention
  readonly kind: number
}

function kindsIn(
  mentions: readonly Mention[],
  kindOf: (one: Mention) => number | null,
): readonly Kind[] {
  return mentions.flatMap((one) => {
    if (one.brackets.length > 0 || one.role !== 'level') return []
    const kind = kindOf(one)
    return kind === null ? [] : [{ one, kind }]
  })
}

function stagesIn(mentions: readonly Mention[]): readonly Kind[] {
  return kindsIn(mentions, (one) => (isPupils(one) ? stageOf(one) : null))
}

/** The first figure of each kind behind the total, in the text's order. */
function firstOfEach(kinds: readonly Kind[], total: Mention): Mention[] {
  const seen = new Set<number>()
  return kinds.flatMap(({ one, kind }) => {
    if (one.index <= total.index || seen.has(kind)) return []
    seen.add(kind)
    return [one]
  })
}

function schoolKind({ figure, lead, before }: Mention): number | null {
  if (figure.unit !== '所' || /其中/u.test(before)) return null
  const kind = KINDS.findIndex((one) => one.test(lead.replaceAll(FRAME, '')))
  return kind < 0 ? null : kind
}

function isPupils({ figure, role, before }: Mention): boolean {
  const { measure } = figure.about
  return role === 'level' && figure.unit === '人' && PUPILS.test(measure) && !/其中/u.test(before)
}

function stageOf({ figure }: Mention): number | null {
  const { group, measure } = figure.about
  const at = STAGES.findIndex((stage) => stage.test(group.join('') + measure))
  return at < 0 ? null : at
}
