import { quotient } from '../numbers/bounds.ts'
import type { Mention } from '../text/mention.ts'
import type { Question } from '../question.ts'
import { stageOf, STAGES } from '../text/stages.ts'
import { seriesOf } from '../text/series.ts'
import type { Series } from '../text/series.ts'
import { quotedText } from './readings.ts'

const RATIO = /生师比|师生比/u
const PUPILS = /在校|学生|幼儿|在园/u
const TEACHERS = /教师|教职工|专任/u
/** Where pupils are weighted, the plain quotient is another. */
const WEIGHTED = /高校|高等|大学|折合/u
/** Pupils of some kind are not all. */
const SOME = /寄宿|留守|随迁|困难|残疾|资助|毕业|招生/u

/** Pupils for each teacher, where the paragraph tells both, or the text does for each stage of schools. */
export function ratioQuestions(mentions: readonly Mention[]): Question[] {
  const series = seriesOf(mentions)
  return mentions.flatMap((ratio, at) => {
    if (ratio.figure.unit !== '比' || WEIGHTED.test(ratio.before) || ratio.brackets.length > 0)
      return []
    const own = series.find(({ items }) => items.includes(ratio))
    if (!RATIO.test(own === undefined ? ratio.before : own.label)) return []
    return own === undefined
      ? ofTheParagraph(ratio, mentions.slice(0, at))
      : ofAStage(ratio, own, series, mentions)
  })
}

function ofTheParagraph(ratio: Mention, before: readonly Mention[]): Question[] {
  const own = before
    .filter((one) => one.line === ratio.line && one.role === 'level' && one.figure.unit === '人')
    .toReversed()
  const teachers = own.find(({ lead }) => TEACHERS.test(lead))
  const pupils = own.filter(({ lead }) => PUPILS.test(lead) && !TEACHERS.test(lead))
  if (teachers !== undefined && pupils.length > 0)
    return [questionOf(ratio, pupils, [teachers], 'likely')]
  if (teachers === undefined) return []
  // “…教师2.31万人，生师比17.9:1”: the pupils of the whole text where no stage is named.
  const whole = before.filter((one) => isPupils(one) && stageOf(one) === null)
  const of = stageOf(ratio) === null && stageOf(teachers) === null ? whole.slice(0, 1) : []
  return of.length === 0 ? [] : [questionOf(ratio, of, [teachers], 'likely')]
}

/** “小学、初中生师比分别为16.9:1、11.0:1”: by the stage of each, wherever its pupils and teachers are told. */
function ofAStage(
  ratio: Mention,
  own: Series,
  all: readonly Series[],
  mentions: readonly Mention[],
): Question[] {
  const order = own.items.indexOf(ratio)
  const named = STAGES.some((stage) => stage.test(own.label))
  // “小学、初中专任教师分别为A和B，生师比分别为…”: the stages of the series before it.
  const leading = all.find(
    ({ items }) =>
      items.length === own.items.length &&
      items[0]?.sentence === ratio.sentence &&
      items[0].role === 'level' &&
      items[0].index < ratio.index,
  )
  const like = named ? ratio : leading?.items[order]
  const stage = like === undefined ? null : stageOf(like)
  if (stage === null) return []
  const alike = (one: Mention): boolean => one.role === 'level' && stageOf(one) === stage
  const teachers = mentions.filter((one) => alike(one) && isTeachers(one))
  const pupils = mentions.filter((one) => alike(one) && isPupils(one))
  return teachers.length === 0 || pupils.length === 0
    ? []
    : [questionOf(ratio, pupils.slice(0, 3), teachers.slice(0, 3), 'likely')]
}

function isPupils({ figure, role, lead }: Mention): boolean {
  const { measure } = figure.about
  return (
    role === 'level' &&
    figure.unit === '人' &&
    PUPILS.test(measure) &&
    !TEACHERS.test(measure) &&
    !SOME.test(measure + lead)
  )
}

function isTeachers({ figure, lead }: Mention): boolean {
  const { measure } = figure.about
  return (
    figure.unit === '人' &&
    /^(?:公办|民办)?(?:专任)?教师$|专任教师$/u.test(measure) &&
    !SOME.test(lead)
  )
}

function questionOf(
  ratio: Mention,
  pupils: readonly Mention[],
  teachers: readonly Mention[],
  grade: Question['grade'],
): Question {
  return {
    type: 'other',
    rule: 'ratio',
    grade,
    readings: pupils.flatMap((some) =>
      teachers.map((each) => ({
        figures: [some.index, each.index, ratio.index],
        formula: `${quotedText(some)} ÷ ${quotedText(each)} = ${quotedText(ratio)}`,
        reckon: (read) => {
          const computed = quotient(read(some.index), read(each.index))
          return computed === null ? null : { computed, quoted: read(ratio.index) }
        },
        compares: 'equal' as const,
        asked: ratio.index,
      })),
    ),
    natural: 1,
    patterns: [],
  }
}
