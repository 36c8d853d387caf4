import type { Slip } from '../../../../shared/draft-rules.ts'
import { grouped } from '../text/grouped.ts'
import type { Mending } from './evidence.ts'

/** Slips that typists make most: more of them are contradictions than their chance alone says. */
const COMMON: readonly Slip[] = ['swapped', 'scale-missing', 'direction', 'point']
export const COMMON_WEIGHT = 3

/** How slips weigh when all relations are looked at together. */
export interface SharedMendings {
  /** How likely a slip would mend all that it mends by accident. */
  readonly chanceOf: (mending: Mending) => number
  /** The slip that mends most, and of these the one that is least an accident. */
  readonly best: (mendings: readonly Mending[]) => Mending | null
}

/**
 * A slip that mends several relations at once is the less an accident; those that ask for one figure
 * are ways of taking one thing, and count once.
 *
 * @param all the mendings of each relation that fails
 */
export function sharedMendings(all: readonly (readonly Mending[])[]): SharedMendings {
  const shared = new Map<string, { count: number; chance: number }>()
  const byAsked = grouped(all.flat(), ({ reading }) => reading.asked)
  for (const mendings of byAsked.values()) {
    for (const [key, some] of grouped(mendings, keyOf)) {
      const before = shared.get(key) ?? { count: 0, chance: 1 }
      const chance = Math.min(...some.map((one) => one.chance))
      shared.set(key, { count: before.count + 1, chance: before.chance * chance })
    }
  }
  const count = (one: Mending): number => shared.get(keyOf(one))?.count ?? 0
  const chanceOf = (one: Mending): number => {
    const chance = shared.get(keyOf(one))?.chance ?? 1
    return COMMON.includes(one.variant.kind) ? chance / COMMON_WEIGHT : chance
  }
  return {
    chanceOf,
    best: (mendings) =>
      mendings.toSorted((a, b) => count(b) - count(a) || chanceOf(a) - chanceOf(b))[0] ?? null,
  }
}

function keyOf({ figure, variant }: Mending): string {
  return `${figure} ${variant.kind === 'direction' ? '±' : variant.text}`
}
