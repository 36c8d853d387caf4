import { difference, exactly, product, quotient, sum } from '../numbers/bounds.ts'
import type { Bounds } from '../numbers/bounds.ts'
import { changeGroups } from './change-groups.ts'
import type { ChangeGroup } from './change-groups.ts'
import type { Mention } from '../text/mention.ts'
import type { Grade, Question, Reading } from '../question.ts'
import { quotedText } from './readings.ts'
import { changeAt } from './rounding.ts'
import { sameFamily } from '../text/pick.ts'

const HUNDRED = exactly(100)

/** What a level, last year's, the change and its percentage say of each other. */
export function changeQuestions(mentions: readonly Mention[]): Question[] {
  return changeGroups(mentions).flatMap((group) => [
    ...differenceOf(group),
    ...growthOf(group, mentions),
    ...growthInPoints(group),
  ])
}

/** Level − last year's = change, in amounts or percentage points. */
function differenceOf({ level, previous, change, points }: ChangeGroup): Question[] {
  if (level === null || previous === null || !sameFamily(level, previous)) return []
  const percent = isPercent(level)
  const by = percent ? points : change
  if (by === null || (!percent && !sameFamily(level, by))) return []
  return [
    {
      type: 'other',
      rule: percent ? 'points' : 'change',
      grade: 'stated',
      readings: [differenceReading(level, previous, by)],
      natural: 1,
      patterns: [],
    },
  ]
}

function isPercent({ figure }: Mention): boolean {
  return figure.unit === '%' || figure.unit === '‰'
}

function differenceReading(level: Mention, previous: Mention, by: Mention): Reading {
  return {
    figures: [level.index, previous.index, by.index],
    formula: `${quotedText(level)} − ${quotedText(previous)} = ${signText(by)}${quotedText(by)}`,
    reckon: (at) => ({
      computed: difference(at(level.index), at(previous.index)),
      quoted: changeAt(by, at),
    }),
    compares: 'equal',
    asked: by.index,
  }
}

/** “增长11.7个百分点” of a count: the percentage that it should be, by level and change. */
function growthInPoints({ level, change, points }: ChangeGroup): Question[] {
  if (level === null || change === null || points === null) return []
  if (isPercent(level) || !sameFamily(level, change)) return []
  const reading = fromChange(level, change, points)
  const to = `${digitsOf(points)}%`
  return [
    {
      type: 'growth_pct_from_abs',
      rule: 'growth',
      grade: 'possible',
      readings: [{ ...reading, compares: 'never' }],
      natural: 0,
      patterns: [],
      instead: { reading, figure: points.index, kind: 'points-for-percent', to },
    },
  ]
}

function digitsOf({ figure }: Mention): string {
  return /^[\d.]+/u.exec(figure.text.replaceAll(/\s/gu, ''))?.[0] ?? figure.text
}

/** The percentage of growth, from last year's level where it is stated, else from level and change. */
function growthOf(group: ChangeGroup, mentions: readonly Mention[]): Question[] {
  const { level, previous, change, growth } = group
  if (growth === null) return []
  const readings: Reading[] = []
  if (level !== null && previous !== null && sameFamily(level, previous))
    readings.push(fromBoth(level, previous, growth))
  if (level !== null && change !== null && sameFamily(level, change))
    readings.push(fromChange(level, change, growth))
  if (previous !== null && change !== null && sameFamily(previous, change))
    readings.push(fromPrevious(previous, change, growth))
  const [first] = readings
  if (first === undefined) return []
  const others =
    change === null || previous !== null ? [] : otherBases(group, change, growth, mentions)
  return [
    {
      type: 'growth_pct_from_abs',
      rule: 'growth',
      grade: gradeOf(group, others),
      readings: [first, ...others],
      natural: 1,
      patterns: [],
      ...(level !== null && previous !== null && isPercent(level) && isPercent(previous)
        ? {
            instead: {
              reading: differenceReading(level, previous, growth),
              figure: growth.index,
              kind: 'percent-for-points' as const,
              to: `${digitsOf(growth)}个百分点`,
            },
          }
        : {}),
    },
  ]
}

/** Where another figure could be the base as well, the text does not say it in so many words. */
function gradeOf({ level }: ChangeGroup, others: readonly Reading[]): Grade {
  if (others.length > 0) return 'likely'
  return level?.figure.unit === '%' ? 'possible' : 'stated'
}

function percentOf(part: Bounds, base: Bounds): Bounds | null {
  const share = quotient(part, base)
  return share === null ? null : product(share, HUNDRED)
}

function signText({ figure }: Mention): string {
  return figure.direction === 'down' ? '−' : ''
}

function fromBoth(level: Mention, previous: Mention, growth: Mention): Reading {
  return {
    figures: [level.index, previous.index, growth.index],
    formula: `(${quotedText(level)} ÷ ${quotedText(previous)} − 1) × 100 = ${signText(growth)}${quotedText(growth)}`,
    reckon: (at) => {
      const [now, before] = [at(level.index), at(previous.index)]
      const ratio = percentOf(now, before)
      return ratio === null
        ? null
        : { computed: sum([ratio, exactly(-100)]), quoted: at(growth.index) }
    },
    compares: 'equal',
    asked: growth.index,
  }
}

function fromChange(level: Mention, change: Mention, growth: Mention): Reading {
  const base = `(${quotedText(level)} ${change.figure.direction === 'down' ? '+' : '−'} ${quotedText(change)})`
  return {
    figures: [level.index, change.index, growth.index],
    formula: `${signText(change)}${quotedText(change)} ÷ ${base} × 100 = ${signText(growth)}${quotedText(growth)}`,
    reckon: (at) => {
      const by = changeAt(change, at)
      const share = percentOf(by, difference(at(level.index), by))
      return share === null ? null : { computed: share, quoted: at(growth.index) }
    },
    compares: 'equal',
    asked: growth.index,
  }
}

function fromPrevious(previous: Mention, change: Mention, growth: Mention): Reading {
  return {
    figures: [previous.index, change.index, growth.index],
    formula: `${signText(change)}${quotedText(change)} ÷ ${quotedText(previous)} × 100 = ${signText(growth)}${quotedText(growth)}`,
    reckon: (at) => {
      const share = percentOf(changeAt(change, at), at(previous.index))
      return share === null ? null : { computed: share, quoted: at(growth.index) }
    },
    compares: 'equal',
    asked: growth.index,
  }
}

/** The same with other levels of the sentence: a figure of another year may be the base. */
function otherBases(
  { level }: ChangeGroup,
  change: Mention,
  growth: Mention,
  mentions: readonly Mention[],
): Reading[] {
  const others = mentions.filter(
    (one) =>
      one !== level &&
      one.sentence === change.sentence &&
      one.role === 'level' &&
      one.figure.unit === level?.figure.unit &&
      one.figure.start < change.figure.start &&
      one.brackets.length === 0 &&
      /年/u.test(one.lead),
  )
  return others.flatMap((other) => [
    fromPrevious(other, change, growth),
    fromChange(other, change, growth),
  ])
}
