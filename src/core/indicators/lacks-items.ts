import type { DataLack } from '../../shared/lack.ts'
import type { Past } from '../../shared/period.ts'
import type { Side } from './indicator.ts'
import { expressionsOf, itemsRead } from './items-read.ts'
import { leavesOf } from './leaves.ts'
import type { Leaf } from './leaves.ts'
import { conditionOf } from './over-schools.ts'
import { isUnderWay } from './year.ts'
import type { Lost, Year } from './year.ts'

/**
 * Whether the data of a year lack an item that the side reads: a column that is not there is not 0,
 * and neither is what is worked out from it.
 */
export function lacksItems(side: Side, year: Year): boolean {
  return dataLack(side, year) !== null
}

/**
 * Which data a side reads that are not there: the year's own, or those of an earlier period that an
 * expression names (`上年!`, `同期!`, `上期!`); null where nothing is lacking. What came before an
 * earlier period is not known of any.
 */
export function dataLack(side: Side, year: Year): DataLack | null {
  for (const leaf of leavesOf(side)) {
    const loses = (lost: Lost | undefined): boolean => concerned(leaf, lost ?? [], year) !== null
    for (const text of expressionsOf(leaf)) {
      for (const { form, index, lastYear, past } of itemsRead(text, year)) {
        if (lastYear) {
          if (!year.coversBefore(form, index, past)) return lackOf(past)
          if (loses(year.lostBefore?.(form, index, past))) return lackOf(past)
          continue
        }
        const covered = year.covers?.(form, index)
        if (covered === 'twice') return 'said-twice'
        if (covered === false) return isUnderWay(year) ? 'not-said' : 'no-last-year'
        if (loses(year.lost?.(form, index))) return 'no-last-year'
      }
    }
  }
  return null
}

/** Of the schools whose figure was lost those that the leaf reads; null for none. */
function concerned(leaf: Leaf, lost: Lost, year: Year): Lost | null {
  if (lost === 'all') return lost
  if (lost.length === 0) return null
  const reads = conditionOf('where' in leaf ? leaf.where : null, year)
  const here = lost.filter((id) => year.reporting.some((one) => one.id === id && reads(one)))
  return here.length === 0 ? null : here
}

/**
 * Schools whose figure a side would read and the year's data lost, where nothing else is lacking: over
 * all others it is known.
 */
export function lostSchools(side: Side, year: Year): ReadonlySet<string> {
  const found = new Set<string>()
  const { lost, ...rest } = year
  if (lost === undefined || dataLack(side, rest) !== null) return found
  for (const leaf of leavesOf(side)) {
    for (const text of expressionsOf(leaf)) {
      for (const { form, index, lastYear } of itemsRead(text, year)) {
        const here = lastYear ? null : concerned(leaf, lost(form, index), year)
        if (here === 'all') return new Set()
        for (const id of here ?? []) found.add(id)
      }
    }
  }
  return found
}

function lackOf(past: Past | undefined): DataLack {
  if (past === undefined) return 'no-last-year'
  if (past === 'same') return 'no-same'
  return past === 'previous' ? 'no-previous' : 'no-last-year'
}
