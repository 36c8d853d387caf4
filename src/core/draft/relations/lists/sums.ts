import { compare } from '../../../model/number.ts'
import { boundsOf, numOf, sum } from '../numbers/bounds.ts'
import { cutShort, extentsOf, inColumns } from './extents.ts'
import {
  areDisjoint,
  areParallel,
  arePlaces,
  areTypes,
  besideKinds,
  completeUpTo,
  endsWithRest,
  mayOverlap,
} from '../text/families.ts'
import { nameAllOf } from '../text/all-of.ts'
import { labelOf } from '../text/label.ts'
import { listsOf } from './lists.ts'
import type { Mention } from '../text/mention.ts'
import { isLarger } from '../text/pick.ts'
import { partsByKind } from './parts.ts'
import type { Parts } from './parts.ts'
import { byMeasure } from './rows.ts'
import type { Grade, Question, Reading } from '../question.ts'
import { jointSumReading, partReading, sumReading } from '../kinds/readings.ts'
import { subsetReading } from './subsets.ts'

const REST = /(?:另有?|其余|剩余|余下|还有|尚有)/u

/**
 * The longer a list, the surer it names all; one whose parts may be anything, the less.
 *
 * @param whole whether such lists usually leave out nothing: brackets behind a figure, sorts of one thing (制度类, 操作类)
 */
function trustIn(length: number, disjoint: boolean, whole: boolean, parallel: boolean): number {
  const told = whole && disjoint ? length + 2 : length
  const trust = TRUST[Math.min(told, TRUST.length - 1)] ?? 1
  return disjoint || length >= SURE_LENGTH ? trust : trust * (parallel ? PARALLEL : DOUBT)
}

const SURE_LENGTH = 5
const DOUBT = 0.12
const PARALLEL = 0.4
/** By the number of parts, so many times more than usual a slip may be an accident and tell. */
const TRUST = [1, 1, 1, 2, 4, 34]

/** Parts that are said to come to a total, and single parts that cannot exceed theirs. */
export function sumQuestions(mentions: readonly Mention[]): Question[] {
  return listsOf(mentions).flatMap((list) =>
    partsByKind(list)
      .flatMap((parts) => byMeasure(parts, list.parts))
      .flatMap((parts) => questionsOf(parts, list.parts[0] ?? parts.parts[0])),
  )
}

function questionsOf(list: Parts, head: Mention | undefined): Question[] {
  if (head === undefined) return []
  const { cue } = list
  // A list whose parts are lists themselves goes on behind the first of these.
  const parts = list.parts.length < 2 && list.wider.length >= 2 ? list.wider : list.parts
  const labels = list.rows ?? parts.map(labelOf)
  const told = completeUpTo(labels)
  // Of one mistyped figure no two parts are larger than their total, unless that is the mistyped one.
  const [only] = list.totals
  const certain =
    told === parts.length && list.totals.length === 1 && only?.sentence === head.sentence
  // Behind a semicolon the list may be over: 14个项目，其中幼儿园5个、小学6个；新增学位4860个.
  const first = parts.filter(({ segment }) => segment === head.segment)
  const own = first.length >= 2 ? first : parts
  const totals = list.totals.filter(
    (one) => certain || own.filter((part) => isLarger(part, one)).length < 2,
  )
  if (totals.length === 0) return []
  const disjoint = areDisjoint(labels)
  const whole: Question[] = parts.flatMap((part, at) => {
    if (part.role !== 'level') return []
    const sure =
      cue !== 'bracket' &&
      cue !== 'implied' &&
      part.segment === head.segment &&
      ((at === 0 && isClose(part, head)) || disjoint || (told !== null && at < told))
    // 解决1562名随迁子女入学，其中…: of what its own part of the sentence counts so, where it does.
    const beside = totals.filter(
      ({ segment, figure }) => segment === part.segment && figure.unit === part.figure.unit,
    )
    return [partQuestion(part, beside.length > 0 ? beside : totals, sure)]
  })
  const some =
    cue === 'bracket' && /^(?:其中)?含/u.test(parts[0]?.lead ?? '') && told !== parts.length
  if (parts.length < 2 || some) return whole
  const again = laterFamilies(parts, told).map((family) =>
    sumQuestion({ ...list, totals, parts: family, wider: [] }, head.index, family.length, []),
  )
  return [
    sumQuestion({ ...list, totals, parts }, head.index, told, list.totals),
    ...again,
    ...whole,
  ]
}

/** “…；男教师72人，女教师228人”: further on in a list the same total is divided again by a whole family. */
function laterFamilies(parts: readonly Mention[], told: number | null): (readonly Mention[])[] {
  const segments = [...new Set(parts.map(({ segment }) => segment))].slice(1)
  return segments
    .map((segment) => parts.slice(told ?? 0).filter((part) => part.segment === segment))
    .filter((some) => some.length >= 2 && completeUpTo(some.map(labelOf)) === some.length)
}

/** Whether a figure stands so close behind 其中 that it is a part: at once, or the next of “3件7人”. */
function isClose(part: Mention, head: Mention): boolean {
  return part.segment === head.segment && part.index - head.index <= 2
}

function partQuestion(part: Mention, totals: readonly Mention[], sure: boolean): Question {
  return {
    type: 'part_le_whole',
    rule: 'part',
    grade: sure && isSure(totals, part) ? 'stated' : 'possible',
    readings: totals.map((total) => partReading(part, total)),
    natural: totals.length,
    patterns: [],
  }
}

/** Where the list opens a sentence, the one before must leave no doubt which figure it takes apart. */
function isSure(totals: readonly Mention[], part: Mention): boolean {
  const own = totals.filter(({ figure }) => figure.unit === part.figure.unit)
  return (
    totals[0]?.figure.unit === part.figure.unit &&
    (totals[0].sentence === part.sentence || own.length === 1)
  )
}

/**
 * @param told so many parts from the first are a whole family; null where none are
 * @param together the totals of which the parts may be all together, small ones too: 校长50人、教师1200人，其中…
 */
function sumQuestion(
  { parts: all, totals, farther, between, cue, wider, rows }: Parts,
  place: number,
  told: number | null,
  together: readonly Mention[],
): Question {
  const near = totals.slice(0, 3)
  // Behind a whole family the text goes on with something else, or with what the family leaves out.
  // 立行立改9个、限期整改11个、长期坚持3个: joined so, the third is of them whatever the first two are.
  const goesOn = told !== null && all[told]?.gap.startsWith('、') === true
  const extents =
    told === null ? extentsOf(all, totals) : goesOn ? [all] : [all.slice(0, told), all]
  const parts = extents.findLast((some) => areDisjoint(some.map(labelOf))) ?? extents[0] ?? all
  const labels = rows?.length === parts.length ? rows : parts.map(labelOf)
  const disjoint = areDisjoint(labels)
  const complete =
    told !== null ||
    endsWithRest(labels) ||
    (totals[0] !== undefined && nameAllOf(totals[0], labels)) ||
    (cue === 'among' && REST.test(parts.at(-1)?.gap ?? ''))
  const plain = told === null && (complete || disjoint) ? [parts] : extents
  const behind = endsWithRest(labels) && REST_ONLY.test(labels.at(-1) ?? '') ? endsOf(parts) : []
  const natural = near.flatMap((total) =>
    [...plain, ...behind].map((some) => sumReading(total, some)),
  )
  const first = all.filter(({ segment }) => segment === all[0]?.segment)
  const lists = [all, ...extents, ...[first, wider].filter((some) => some.length >= 2)]
  const others = [...near, ...farther].flatMap((total) =>
    lists.map((some) => sumReading(total, some)),
  )
  const joint = jointSumReading(
    together.slice(0, 3).filter((one) => one.clauseStart === near[0]?.clauseStart),
    parts,
  )
  const guesses =
    complete || disjoint
      ? near.slice(0, 1).flatMap((total) => beginnings(total, all))
      : [
          ...near.flatMap((total) => [...cutShort(total, all), ...inColumns(total, all)]),
          ...subsetReading(totals.slice(0, 1), parts),
        ]
  const length = Math.max(...plain.map((some) => some.length))
  return {
    type: 'sum_of_parts',
    rule: 'sum',
    grade:
      mayOverlap(labels) || isRemote(parts[0], totals[0], farther, between)
        ? 'possible'
        : cue === 'implied' && !saysNoNoun(labels, totals, parts[0]?.sentence ?? 0)
          ? 'likely'
          : gradeOf(parts, totals, complete, disjoint),
    readings: [...natural, ...others, ...(joint === null ? [] : [joint]), ...guesses],
    natural: natural.length,
    trust: trustIn(length, disjoint, cue === 'bracket' || areTypes(labels), areParallel(labels)),
    patterns: [
      `list ${place}`,
      ...(arePlaces(labels) ? ['places'] : []),
      // 教学班46个，其中本部28个…；学生1927名，其中本部…: what divides one thing wholly divides another so too.
      ...(disjoint ? [`kinds ${labels.join('、')}`] : []),
    ],
  }
}

/** A figure so small is often met by the first few of a list by accident. */
const SMALL = 1000

/** The first parts of a list, where they come to the total: 预算8467万元，其中中央6774万元、省级1693万元，县级另配套1058万元. */
function beginnings(total: Mention, parts: readonly Mention[]): Reading[] {
  const { value } = total.figure
  const short = parts.length <= 3
  if (value === null || (!short && compare(numOf(value), SMALL) < 0)) return []
  return parts.slice(2).map((_, at) => sumReading(total, parts.slice(0, at + 2)))
}

/** 其余13个 is the rest of what was told last, where the list divides its total twice: 续建9个、新开工18个，建成14个，其余13个. */
const REST_ONLY = /^(?:其余|剩余|余下)/u

function endsOf(parts: readonly Mention[]): (readonly Mention[])[] {
  return parts.slice(1, -1).map((_, at) => parts.slice(at + 1))
}

/** “项目38个…。已竣工9个，在建22个，未开工7个”: kinds without a noun are of the only thing that was counted so before. */
function saysNoNoun(labels: readonly string[], totals: readonly Mention[], at: number): boolean {
  const [nearest] = totals
  // The one figure of the sentence before that can be it.
  const beside = totals.filter((one) => one.sentence === nearest?.sentence)
  const only = totals.length === 1 || (nearest?.sentence === at - 1 && beside.length === 1)
  return only && besideKinds(labels)?.every((words) => words.replaceAll(OF_ANY, '') === '') === true
}

/** Words that go with any kind: 评定优秀等次, 应届生. */
const OF_ANY = /评定|评为|评出|获评|达到|等次|等级|档次|[的者有生]/gu

/** A list may go past the sentence before where that ends in something else: “共23个。已开工21个，完成投资1.03亿元。其中，…”. */
function isRemote(
  head: Mention | undefined,
  total: Mention | undefined,
  farther: readonly Mention[],
  between: readonly Mention[] | undefined,
): boolean {
  if (head === undefined || total === undefined || farther.length === 0) return false
  if (head.index - total.index <= 2) return false
  const others = between?.filter(({ index }) => index > total.index && index < head.index)
  return others === undefined || others.length > 1
}

function gradeOf(
  parts: readonly Mention[],
  totals: readonly Mention[],
  complete: boolean,
  disjoint: boolean,
): Grade {
  if (complete) return 'stated'
  const [first] = totals.toSorted((a, b) => (isLarger(a, b) ? -1 : 1))
  const quoted = first?.figure.quoted ?? null
  if (quoted === null || !disjoint) return 'likely'
  // Parts that exclude each other cannot come to more than their total.
  const together = sum(
    parts.flatMap(({ figure }) => (figure.quoted === null ? [] : [boundsOf(figure.quoted)])),
  )
  return compare(together.low, boundsOf(quoted).high) > 0 ? 'stated' : 'likely'
}
