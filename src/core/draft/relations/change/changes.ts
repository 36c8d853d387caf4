import { listsHolding } from '../lists/lists.ts'
import { perObject } from '../../../memory/per-object.ts'
import type { Grade, Question, Reading } from '../question.ts'
import { grouped } from '../text/grouped.ts'
import type { Mention } from '../text/mention.ts'
import { inLine, inSegment, inSentence, linesAbove } from '../text/stretches.ts'
import { sameFamily } from '../text/pick.ts'
import { changeGroups } from './change-groups.ts'
import type { ChangeGroup } from './change-groups.ts'
import { differenceReading, fromBoth, fromChange, fromPrevious } from './change-readings.ts'
import { otherLevels } from './other-levels.ts'

/** What a level, last year's, the change and its percentage say of each other. */
export function changeQuestions(mentions: readonly Mention[]): Question[] {
  return changeGroups(mentions).flatMap((group) => [
    ...differenceOf(group, mentions),
    ...growthOf(group, mentions),
    ...growthInPoints(group),
  ])
}

/** Level − last year's = change, in amounts or percentage points. */
function differenceOf(
  { level, previous, change, points }: ChangeGroup,
  mentions: readonly Mention[],
): Question[] {
  if (level === null || previous === null || !sameFamily(level, previous)) return []
  const percent = isPercent(level)
  const by = percent ? points : change
  if (by === null || (!percent && !sameFamily(level, by))) return []
  const { levels, likely } = otherLevels(level, mentions)
  return [
    {
      type: 'other',
      rule: percent ? 'points' : 'change',
      grade: likely ? 'likely' : 'stated',
      readings: [[level], ...levels].map((one) => differenceReading(one, previous, by)),
      natural: 1 + (likely ? levels.length : 0),
      patterns: [],
    },
  ]
}

function isPercent({ figure }: Mention): boolean {
  return figure.unit === '%' || figure.unit === '‰'
}

/** The percentage of growth, from last year's level where it is stated, else from level and change. */
function growthOf(group: ChangeGroup, mentions: readonly Mention[]): Question[] {
  const { level, previous, change, growth } = group
  if (growth === null) return []
  const others = level === null ? { levels: [], likely: false } : otherLevels(level, mentions)
  const bases = change === null || previous !== null ? [] : yearsBefore(group, change, mentions)
  const above =
    level !== null
      ? []
      : previous === null
        ? levelsAbove(change, change?.figure.unit ?? '', mentions)
        : levelsAbove(growth, previous.figure.unit, mentions)
  const [first, ...more] = [
    ...above.flatMap((one) => readingsOf([one], group, growth)),
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
  // “其中县级76万元，较上年的172万元增加14万元，增长8.1%”: whatever the level is.
  const plain: Question[] =
    others.likely && previous !== null && change !== null && sameFamily(previous, change)
      ? [plainGrowth(fromPrevious(previous, change, growth))]
      : []
  return [
    ...plain,
    {
      type: 'growth_pct_from_abs',
      rule: 'growth',
      grade: gradeOf(group, bases.length > 0 || others.likely || above.length > 0),
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

function plainGrowth(reading: Reading): Question {
  return {
    type: 'growth_pct_from_abs',
    rule: 'growth',
    grade: 'stated',
    readings: [reading],
    natural: 1,
    patterns: [],
  }
}

/** “收入总计74386万元，其中…。与上年相比，收入增加4918万元，增长7.08%”: of what the sentences before call so. */
function levelsAbove(
  change: Mention | null,
  unit: string,
  mentions: readonly Mention[],
): Mention[] {
  const noun = CHANGED_NOUN.exec(change?.lead ?? '')?.[1] ?? ''
  if (change === null) return []
  if (OF_THE_TOTAL.test(change.lead)) return totalAbove(change, mentions)
  if (BOTH_SIDES.test(change.before)) return sidesAbove(change, mentions)
  if (noun === '') return ofTheParagraph(change, mentions)
  // What the text counts first by that name is of all: the paragraphs behind it tell its parts.
  const first = firstNamed(mentions, unit, noun)
  const near = linesAbove(mentions, change, LINES).filter(
    (one) =>
      one !== first &&
      one.role === 'level' &&
      one.figure.unit === unit &&
      isCalled(one, noun) &&
      (one.sentence >= change.sentence - SENTENCES || isTotal(one, mentions)),
  )
  const all = [...(first === null ? [] : [first]), ...near]
    .filter((one) => one.sentence < change.sentence)
    .toReversed()
  // What 其中 takes out of another is not what the next sentence speaks of.
  const wholes = all.filter((one) => listsHolding(mentions, one).length === 0)
  const named = wholes.length > 0 ? wholes : all
  const totals = named.filter((one) => isTotal(one, mentions))
  return [...totals, ...named.filter((one) => !totals.includes(one))]
}

/** “…1286条，其中…、其他198条，总量比上年减少143条”: of what the list right before it takes apart. */
const OF_THE_TOTAL =
  /^(?:总[量数额]|总人数|合计)(?:[比较](?:上|去)(?:一)?(?:学)?年(?:度|同期)?|同比)?(?:净)?(?:增加|减少|增长|下降)了?$/u

function totalAbove(change: Mention, mentions: readonly Mention[]): Mention[] {
  const last = mentions[mentions.indexOf(change) - 1]
  if (last === undefined || last.sentence !== change.sentence) return []
  return listsHolding(mentions, last)
    .flatMap(({ totals }) => totals)
    .filter((one) => one.role === 'level' && one.figure.unit === change.figure.unit)
    .slice(0, 1)
}

/** “收入总计48316.72万元，支出总计48316.72万元。…收、支总计各增加2105.38万元”: both are the same. */
const BOTH_SIDES =
  /收(?:入)?[、和与及]?支(?:出)?(?:总[计额数]|合计|决算)?(?:各|均)?(?:增加|减少|增长|下降)了?$/u

function sidesAbove(change: Mention, mentions: readonly Mention[]): Mention[] {
  const sides = linesAbove(mentions, change, 1).filter(
    (one) =>
      one.role === 'level' &&
      one.figure.unit === change.figure.unit &&
      /(?:收入|支出)(?:总[计额数]|合计|决算)/u.test(one.lead),
  )
  return sides.slice(-2, -1)
}

const CHANGED_NOUN =
  /^(?:[比较](?:上|去)(?:一)?(?:学)?年(?:度|同期)?的?)?(?:总)?([^\s，。比较同上去]{2,8}?)(?:总[额数量]|数量|人数)?(?:净)?(?:增加|减少|增长|下降)了?$/u
/** Whether a figure is called so: 资助金额; 资助人次 of 累计资助学生31846人次. */
function isCalled({ lead, figure }: Mention, noun: string): boolean {
  if (lead.includes(noun)) return true
  const [stem, unit] = [noun.replace(/(?:人次|人数|数量|数)$/u, ''), figure.unit]
  return stem !== noun && stem.length >= 2 && noun.endsWith(unit) && lead.includes(stem)
}

/** The first level of the text in that unit that is called so. */
function firstNamed(mentions: readonly Mention[], unit: string, noun: string): Mention | null {
  const { levels, known } = namedIn(mentions)
  const key = `${unit} ${noun}`
  const before = known.get(key)
  if (before !== undefined) return before
  const first = levels.get(unit)?.find((one) => isCalled(one, noun)) ?? null
  known.set(key, first)
  return first
}

/** The levels of a text by their units, and which of them were found to be named first. */
const namedIn = perObject((mentions: readonly Mention[]) => ({
  levels: grouped(
    mentions.filter(({ role }) => role === 'level'),
    ({ figure }) => figure.unit,
  ),
  known: new Map<string, Mention | null>(),
}))

/** “学生91274人。其中…。较上学年净减1883人（降幅2.02%）”: a comparison that names nothing is of what its paragraph begins with. */
function ofTheParagraph(change: Mention, mentions: readonly Mention[]): Mention[] {
  if (!change.pure || !/^[^，。\d]*[比较]/u.test(change.gap)) return []
  const before = inLine(mentions, change.line).filter(
    (one) =>
      one.sentence < change.sentence &&
      one.role === 'level' &&
      one.brackets.length === 0 &&
      one.figure.unit === change.figure.unit,
  )
  return before.slice(0, 1)
}

const SENTENCES = 2
const LINES = 3

/** Whether a figure is told as a total, or stands in a line of totals: 合计：学校32所，学生16403人. */
function isTotal({ lead, segment }: Mention, mentions: readonly Mention[]): boolean {
  const [first] = inSegment(mentions, segment)
  return (
    /总|(?<!公)共|合计/u.test(lead) ||
    /^[^，。；、\d]{0,6}(?:合计|总计|共计)/u.test(first?.gap ?? '')
  )
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
  return inSentence(mentions, change.sentence).filter(
    (one) =>
      one !== level &&
      one.role === 'level' &&
      one.figure.unit === level?.figure.unit &&
      one.segment === change.segment &&
      one.figure.start < change.figure.start &&
      one.brackets.length === 0 &&
      /(?:\d{4}|[上去前])年/u.test(one.lead),
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
