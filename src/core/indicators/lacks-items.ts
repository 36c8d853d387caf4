import type { DataLack } from '../../shared/lack.ts'
import type { Past } from '../../shared/period.ts'
import type { Side } from './indicator.ts'
import { expressionsOf, itemsRead } from './items-read.ts'
import { leavesOf } from './leaves.ts'
import { isUnderWay } from './year.ts'
import type { Year } from './year.ts'

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
    for (const text of expressionsOf(leaf)) {
      for (const { form, index, lastYear, past } of itemsRead(text, year)) {
        if (lastYear) {
          if (!year.coversBefore(form, index, past)) return lackOf(past)
          continue
        }
        const covered = year.covers?.(form, index)
        if (covered === 'twice') return 'said-twice'
        if (covered === false) return isUnderWay(year) ? 'not-said' : 'no-last-year'
      }
    }
  }
  return null
}

function lackOf(past: Past | undefined): DataLack {
  if (past === undefined) return 'no-last-year'
  if (past === 'same') return 'no-same'
  return past === 'previous' ? 'no-previous' : 'no-last-year'
}
