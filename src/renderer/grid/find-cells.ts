import { typedNumber } from '../figures/typed.ts'
import { intend } from './paste.ts'
import type { Intended, Target } from './paste.ts'
import type { Bounds, Spot } from './rectangle.ts'

/** What is looked for in cells. */
export interface Wanted {
  text: string
  /** Only cells that hold nothing else. */
  whole: boolean
}

/** A text as compared: separators of thousands, width of digits and spaces around do not count. */
const plain = (text: string): string => typedNumber(text) ?? text.normalize('NFKC').trim()

/** Whether a cell holds what is wanted; nothing wanted is held by none. */
function holds(target: Target | null, { text, whole }: Wanted): boolean {
  const wanted = plain(text)
  if (!target || wanted === '') return false
  const there = plain(target.copied)
  return whole ? there === wanted : there.includes(wanted)
}

/** Places of the cells that hold it, line by line. */
export function findCells(
  within: Bounds,
  wanted: Wanted,
  targetAt: (row: number, column: number) => Target | null,
): Spot[] {
  const found: Spot[] = []
  for (let row = within.top; row <= within.bottom; row += 1)
    for (let column = within.left; column <= within.right; column += 1)
      if (holds(targetAt(row, column), wanted)) found.push({ row, column })
  return found
}

/** What replacing it in the schools' cells comes to; sums follow by themselves and are passed over. */
export function replaceIn(
  spots: readonly Spot[],
  { text, whole }: Wanted,
  by: string,
  targetAt: (row: number, column: number) => Target | null,
): Intended {
  const intended: Intended = { changes: [], refused: [] }
  for (const { row, column } of spots) {
    const target = targetAt(row, column)
    if (target?.level !== 'school') continue
    const next = whole ? by : plain(target.copied).replaceAll(plain(text), by.trim())
    const put = intend([[next]], () => target)
    intended.changes.push(...put.changes)
    intended.refused.push(...put.refused)
  }
  return intended
}
