import { withSeparators } from '../../shared/separators.ts'
import type { Words } from '../words/zh.ts'

/** What stands for an empty side. */
const NOTHING = '∅'

/**
 * A side of a comparison as shown: figures with separators, codes and names as they are, yes and
 * no in words.
 */
export function shownSide(side: string, figure: boolean, words: Words['check']): string {
  if (side === '') return NOTHING
  if (isTruth(side)) return side === 'TRUE' ? words.truth.yes : words.truth.no
  return figure ? withSeparators(side) : side
}

/** Whether a side is a yes or no: then a difference of figures says nothing. */
export function isTruth(side: string | null): boolean {
  return side === 'TRUE' || side === 'FALSE'
}
