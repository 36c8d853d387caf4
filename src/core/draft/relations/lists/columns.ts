import { linesOf } from '../text/breaks.ts'
import { depthOf } from '../text/enumerators.ts'
import { grouped } from '../text/grouped.ts'
import { isPerHead } from '../text/label.ts'
import { coreOf } from '../text/likeness.ts'
import { listsOf } from './lists.ts'
import { goTogether, withoutStage } from '../text/measures.ts'
import type { Mention } from '../text/mention.ts'
import { isLarger } from '../text/pick.ts'
import type { Question } from '../question.ts'
import { sumReading } from '../kinds/readings.ts'
import { subsetReading } from './subsets.ts'
import { familyOf } from '../text/units.ts'

/** Sentences, or paragraphs, that follow one another and speak of the parts of what the one before speaks of. */
interface Block {
  readonly heads: readonly Mention[]
}

/** A total over the numbered paragraphs that follow says so. */
const TOTAL = /共|总|合计|累计/u
/** What else the total may hold is never told: other kinds of schools. */
const TRUST = 0.2
const MOST_PARTS = 12
const NOT_ADDED = new Set(['比', '倍', '分', '%', '‰', '天', '年'])

/**
 * Measures of a sentence or paragraph that are the sums of the same measures in those behind it:
 * 全省 = 小学 + 初中, the year = its programmes. That one measure comes out so speaks for the others.
 *
 * @param characters the text's code points
 */
export function columnQuestions(
  mentions: readonly Mention[],
  characters: readonly string[],
): Question[] {
  const parts = new Set(listsOf(mentions).flatMap((list) => list.parts))
  const heads = mentions.filter(
    (one) =>
      one.brackets.length === 0 &&
      !parts.has(one) &&
      !NOT_ADDED.has(one.figure.unit) &&
      one.role !== 'growth' &&
      one.role !== 'points' &&
      !isPerHead(one),
  )
  const lines = numberingOf(linesOf(characters).map(depthOf))
  return [...questionsOver(heads, lineKey, lines), ...questionsOver(heads, segmentKey, lines)]
}

type Key = (mention: Mention) => number
const lineKey: Key = ({ line }) => line
const segmentKey: Key = ({ segment }) => segment

function questionsOver(heads: readonly Mention[], key: Key, numbering: Numbering): Question[] {
  const blocks: Block[] = [...grouped(heads, key).values()].map((some) => ({ heads: some }))
  return blocks.flatMap((block, at) => {
    const below = siblings(blocks, at, numbering)
    const numbered =
      below.length > 1 && below.every((one) => numbering.depths[lineOf(one)] !== null)
    return block.heads.flatMap((total) => {
      const column = below.flatMap((one) => likeIn(one, total, block))
      return columnQuestionsOf(total, column, key, numbered)
    })
  })
}

/** The numbers that lines bear, by depth, and the depth of the number under which each stands. */
interface Numbering {
  readonly depths: readonly (number | null)[]
  readonly over: readonly (number | null)[]
}

function numberingOf(depths: readonly (number | null)[]): Numbering {
  let last: number | null = null
  return { depths, over: depths.map((depth) => (last = depth ?? last)) }
}

/** The blocks below one, as far as its section goes; under numbers, those of one depth. */
function siblings(
  blocks: readonly Block[],
  at: number,
  { depths, over }: Numbering,
): readonly Block[] {
  const own = lineOf(blocks[at])
  const floor = over[own] ?? null
  const found: Block[] = []
  let first: number | null | undefined
  let line = own
  for (let next = at + 1; next < blocks.length && found.length < MOST_PARTS; next += 1) {
    const block = blocks[next]
    if (block === undefined) break
    const its = lineOf(block)
    // A number that is no deeper than its own ends the section.
    for (; line < its; line += 1) {
      const depth = depths[line + 1] ?? null
      if (floor !== null && depth !== null && depth <= floor) return found
    }
    const depth = depths[its] ?? null
    if (first === undefined) first = depth
    if (first === null || depth === first) found.push(block)
  }
  return found
}

function lineOf(block: Block | undefined): number {
  return block?.heads[0]?.line ?? 0
}

/** The figure of a block that stands there as `total` does in its own: called the same, or the first of its kind. */
function likeIn(block: Block, total: Mention, own: Block): Mention[] {
  const same = (one: Mention): boolean =>
    one.role === total.role && familyOf(one.figure.unit) === familyOf(total.figure.unit)
  const alike = block.heads.filter(same)
  const name = nameIn(own, total)
  const called = alike.find((one) => name !== '' && nameIn(block, one) === name)
  if (called !== undefined) return [called]
  const first = own.heads.find(same) === total
  const [one] = alike
  return first && one !== undefined && goTogether(nameIn(block, one), name) ? [one] : []
}

/** What a figure is of: of a change, what the level before it is of. */
function nameIn({ heads }: Block, one: Mention): string {
  const at = heads.indexOf(one)
  const named =
    one.role === 'level' ? one : heads.slice(0, at).findLast(({ role }) => role === 'level')
  return withoutStage(coreOf(named?.lead ?? ''))
}

/** One question for every way of ending the column; that one of them holds explains the others. */
function columnQuestionsOf(
  total: Mention,
  column: readonly Mention[],
  key: Key,
  numbered: boolean,
): Question[] {
  // Of one mistyped figure no two parts are larger than their total.
  if (column.filter((part) => isLarger(part, total)).length >= 2) return []
  const counts = column.map((_, at) => at + 1).filter((count) => count >= 2)
  const readings = counts.map((count) => sumReading(total, column.slice(0, count)))
  const subset = subsetReading([total], column)
  const whole = numbered && TOTAL.test(total.before)
  return counts.flatMap((count, at) => {
    const own = readings[at]
    if (own === undefined) return []
    return [
      {
        type: 'sum_of_parts' as const,
        rule: 'column-sum' as const,
        grade: count === column.length ? ('possible' as const) : ('faint' as const),
        readings: [own, ...readings.filter((one) => one !== own), ...subset],
        natural: 1,
        trust: whole && count === column.length ? 1 : TRUST,
        patterns: [
          `columns ${key === lineKey ? 'lines' : 'segments'} ${[total, ...column.slice(0, count)].map(key).join()}`,
        ],
      },
    ]
  })
}
