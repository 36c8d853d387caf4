import { areDisjoint } from '../text/families.ts'
import { grouped } from '../text/grouped.ts'
import { labelOf } from '../text/label.ts'
import { goTogether } from '../text/measures.ts'
import type { Mention } from '../text/mention.ts'
import type { Reading } from '../question.ts'
import { sumReading } from '../kinds/readings.ts'
import { mayFitByChance } from './subsets.ts'

/** What was done with the whole, behind parts that say of what kind it is: “新建12个、改扩建34个，已完工38个”. */
const DONE = /^(?:已|完成|累计|实际|现)|[尚还仍](?:缺|差|需)|^缺|缺[额口]/u
/** “小学118所、初中32所，另有教学点64个”: what is told besides is no part. */
const BESIDES = /另有|另设|另外|此外/u
const APART = /此外|另外|另有|同时|还/u

/**
 * How far a list of parts may reach where its labels do not say so, the likeliest first: to a
 * semicolon behind several of them, or all the way.
 */
export function extentsOf(
  parts: readonly Mention[],
  totals: readonly Mention[],
): (readonly Mention[])[] {
  const all = alike(ofOneMeasure(parts, totals[0]))
  const first = all.filter(({ segment }) => segment === all[0]?.segment)
  return first.length >= 2 && first.length < all.length ? [first, all] : [all]
}

/** The parts without those that count something else than the total: entrants among pupils. */
function ofOneMeasure(parts: readonly Mention[], total: Mention | undefined): readonly Mention[] {
  const name = total === undefined ? '' : labelOf(total)
  const fitting = parts.filter((part) => goTogether(labelOf(part), name))
  return fitting.length >= 2 && fitting.length < parts.length ? fitting : parts
}

/** The parts before the first that says what was done, or that stands besides, where the first part does not. */
function alike(parts: readonly Mention[]): readonly Mention[] {
  const end = parts.findIndex((part) => DONE.test(labelOf(part)) || BESIDES.test(part.gap))
  return end >= 2 ? parts.slice(0, end) : parts
}

/**
 * The list cut short: at a semicolon, before 此外, behind kinds that exclude each other, or elsewhere
 * where that is no accident. What follows is then another matter.
 */
export function cutShort(total: Mention, parts: readonly Mention[]): Reading[] {
  return parts.flatMap((part, at) => {
    const before = parts[at - 1]
    if (at < 2 || before === undefined) return []
    const some = parts.slice(0, at)
    const ends =
      part.segment !== before.segment ||
      APART.test(part.gap) ||
      areDisjoint(some.map(labelOf)) ||
      !mayFitByChance(total)
    return ends ? [sumReading(total, some)] : []
  })
}

/** “一中参考1284人，上线1063人；二中参考1105人，上线687人”: the first figures of all segments, the second ones … */
export function inColumns(total: Mention, parts: readonly Mention[]): Reading[] {
  const rows = [...grouped(parts, ({ segment }) => segment).values()]
  const most = Math.max(...rows.map((row) => row.length))
  if (rows.length < 2 || most < 2 || mayFitByChance(total)) return []
  return Array.from({ length: most }, (_, at) => rows.flatMap((row) => row.slice(at, at + 1)))
    .filter((column) => column.length >= 2)
    .map((column) => sumReading(total, column))
}
