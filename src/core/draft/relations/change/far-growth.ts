import type { Question } from '../question.ts'
import type { Mention } from '../text/mention.ts'
import { inLine } from '../text/stretches.ts'
import { sameFamily } from '../text/pick.ts'
import { changeGroups } from './change-groups.ts'
import { fromChange } from './change-readings.ts'

/** “本科增幅为15.7%”: a percentage that names what grew. */
const NAMED = /([^\s，。、的]{2,6}?)(?:人数|数量|数)?(?:增幅|增长率|增速)(?:为|达到?|是)?$/u

/**
 * Growth told apart from the level and the change that it follows from: “…上线10385人，比去年增加1409
 * 人。… 本科增幅为15.7%”. They are found by what the paragraphs of both call it.
 */
export function farGrowthQuestions(
  mentions: readonly Mention[],
  characters: readonly string[],
): Question[] {
  const far = mentions.flatMap((growth) => {
    const name = growth.role === 'growth' ? NAMED.exec(growth.lead)?.[1] : undefined
    return name === undefined ? [] : [{ growth, name }]
  })
  if (far.length === 0) return []
  const told = changeGroups(mentions).flatMap(({ level, change, growth }) =>
    level !== null && change !== null && growth === null && sameFamily(level, change)
      ? [{ level, change, words: paragraphOf(level, mentions, characters) }]
      : [],
  )
  return far.flatMap(({ growth, name }) => {
    const meant = told.filter(
      ({ words, level }) => words.includes(name) && level.figure.end < growth.figure.start,
    )
    if (meant.length === 0) return []
    return [
      {
        type: 'growth_pct_from_abs' as const,
        rule: 'growth' as const,
        grade: meant.length === 1 ? ('likely' as const) : ('possible' as const),
        readings: meant.map(({ level, change }) => fromChange([level], change, growth)),
        natural: meant.length,
        patterns: [],
      },
    ]
  })
}

/** The words of the paragraph in which a figure stands, up to the figure. */
function paragraphOf(
  level: Mention,
  mentions: readonly Mention[],
  characters: readonly string[],
): string {
  const first = inLine(mentions, level.line)[0] ?? level
  const before = characters.lastIndexOf('\n', Math.max(0, first.figure.start - 1))
  return characters.slice(before + 1, level.figure.start).join('')
}
