import { leavesOf } from '../indicators/leaves.ts'
import type { Side } from '../indicators/indicator.ts'

/** How a side of an indicator is formed over several counties: added, the largest taken, or not at all. */
export type SideAdding = 'sum' | 'max' | 'no'

/** Units in which another office gives shares and ratios, which nobody may add. */
const SHARE = /[%‰％比率]|百分|千分|:/u

/**
 * Sums and counts over schools, and other offices' amounts, add up over counties; the largest of a
 * county is the largest of counties; a coefficient of variation and another office's share cannot be
 * formed from counties' ones.
 *
 * @param unitOf unit of another office's figure, by its name
 */
export function sideAdding(side: Side, unitOf: (name: string) => string): SideAdding {
  const leaves = leavesOf(side)
  if (leaves.length === 1 && leaves[0]?.kind === 'max') return 'max'
  const adds = leaves.every(
    (leaf) =>
      leaf.kind === 'sum' ||
      leaf.kind === 'count' ||
      leaf.kind === 'schools' ||
      (leaf.kind === 'external' && !SHARE.test(unitOf(leaf.name))),
  )
  return adds ? 'sum' : 'no'
}
