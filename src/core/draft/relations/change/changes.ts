import type { Grade, Question, Reading } from '../question.ts'
import type { Mention } from '../text/mention.ts'
import { sameFamily } from '../text/pick.ts'
import { changeGroups } from './change-groups.ts'
import type { ChangeGroup } from './change-groups.ts'
import { differenceReading, fromBoth, fromChange, fromPrevious } from './change-readings.ts'
import { listsOf } from '../kinds/lists.ts'
import type { PartList } from '../kinds/parts.ts'
import { otherLevels } from './other-levels.ts'

/** What a level, last year's, the change and its percentage say of each other. */
export function changeQuestions(mentions: readonly Mention[]): Question[] {
  const lists = listsOf(mentions)
  return changeGroups(mentions).flatMap((group) => [
    ...differenceOf(group, mentions, lists),
    ...growthOf(group, mentions, lists),
    ...growthInPoints(group),
  ])
}

/** Level − last year's = change, in amounts or percentage points. */
function differenceOf(
  { level, previous, change, points }: ChangeGroup,
  mentions: readonly Mention[],
  lists: readonly PartList[],
): Question[] {
  if (level === null || previous === null || !sameFamily(level, previous)) return []
  const percent = isPercent(level)
  const by = percent ? points : change
  if (by === null || (!percent && !sameFamily(level, by))) return []
  const { levels, likely } = otherLevels(level, mentions, lists)
  return [
    {
      type: 'other',
      rule: percent ? 'points' : 'change',
      grade: likely ? 'likely' : 'stated',
      readings: [[level], ...levels].map((one) => differenceReading(one, previous, by)),
      natural: 1,
      patterns: [],
    },
  ]
}

function isPercent({ figure }: Mention): boolean {
  return figure.unit === '%' || figure.unit === '‰'
}

/** The percentage of growth, from last year's level where it is stated, else from level and change. */
function growthOf(
  group: ChangeGroup,
  mentions: readonly Mention[],
  lists: readonly PartList[],
): Question[] {
  const { level, previous, change, growth } = group
  if (growth === null) return []
  const others =
    level === null ? { levels: [], likely: false } : otherLevels(level, mentions, lists)
  const bases = change === null || previous !== null ? [] : yearsBefore(group, change, mentions)
  const [first, ...more] = [
    ...(level === null ? [] : readingsOf([level], group, growth)),
    ...(previous !== null && change !== null && sameFamily(previous, change)
      ? [fromPrevious(previous, change, growth)]
      : []),
    ...others.levels.flatMap((one) => readingsOf(one, group, growth)),
    ...bases.flatMap((base) =>
      change === null
        ? []
        : [fromPrevious(base, change, growth), fromChange([base], change, growth)],
    ),
  ]
  if (first === undefined) return []
  return [
    {
      type: 'growth_pct_from_abs',
      rule: 'growth',
      grade: gradeOf(group, bases.length > 0 || others.likely),
      readings: [first, ...more],
      natural: 1,
      patterns: [],
      ...(level !== null && previous !== null && isPercent(level) && isPercent(previous)
        ? {
            instead: {
              reading: differenceReading([level], previous, growth),
              figure: growth.index,
              kind: 'percent-for-points' as const,
              to: `${digitsOf(growth)}个百分点`,
            },
          }
        : {}),
    },
  ]
}

function readingsOf(
  levels: readonly Mention[],
  { previous, change }: ChangeGroup,
  growth: Mention,
): Reading[] {
  const [level] = levels
  if (level === undefined) return []
  return [
    ...(previous !== null && sameFamily(level, previous)
      ? [fromBoth(levels, previous, growth)]
      : []),
    ...(change !== null && sameFamily(level, change) ? [fromChange(levels, change, growth)] : []),
  ]
}

/** Where another figure could be the base as well, the text does not say it in so many words. */
function gradeOf({ level }: ChangeGroup, others: boolean): Grade {
  if (others) return 'likely'
  return level?.figure.unit === '%' ? 'possible' : 'stated'
}

/** Other levels of the sentence that are told of a year: one may be the base. */
function yearsBefore(
  { level }: ChangeGroup,
  change: Mention,
  mentions: readonly Mention[],
): Mention[] {
  return mentions.filter(
    (one) =>
      one !== level &&
      one.sentence === change.sentence &&
      one.role === 'level' &&
      one.figure.unit === level?.figure.unit &&
      one.figure.start < change.figure.start &&
      one.brackets.length === 0 &&
      /年/u.test(one.lead),
  )
}

/** “增长11.7个百分点” of a count: the percentage that it should be, by level and change. */
function growthInPoints({ level, change, points }: ChangeGroup): Question[] {
  if (level === null || change === null || points === null) return []
  if (isPercent(level) || !sameFamily(level, change)) return []
  const reading = fromChange([level], change, points)
  return [
    {
      type: 'growth_pct_from_abs',
      rule: 'growth',
      grade: 'possible',
      readings: [{ ...reading, compares: 'never' }],
      natural: 0,
      patterns: [],
      instead: {
        reading,
        figure: points.index,
        kind: 'points-for-percent',
        to: `${digitsOf(points)}%`,
      },
    },
  ]
}

function digitsOf({ figure }: Mention): string {
  return /^[\d.]+/u.exec(figure.text.replaceAll(/\s/gu, ''))?.[0] ?? figure.text
}
