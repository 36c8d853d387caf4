import { keptForTexts } from '../../../core/memory/kept-for-text.ts'
import { parseA1 } from '../../../core/model/address.ts'
import type { Merge } from '../../../core/model/sheet.ts'

/** "B2:D5", "B2" or "$B$2" as a range; null when it is neither. */
export function range(reference: string | null): Merge | null {
  const known = rangeOf(reference ?? '')
  return known === null ? null : { ...known }
}

/** Returns laid out alike merge the same ranges. */
const rangeOf = keptForTexts((reference): Merge | null => {
  const [first = '', last = first] = reference.split(':')
  const [a, b] = [parseA1(first), parseA1(last)]
  if (a === null || b === null) return null
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  }
})
