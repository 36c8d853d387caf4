import type { Form } from '../../../shared/model.ts'
import { equalities } from './equal.ts'
import { lineRelations } from './lines.ts'
import type { Found } from './lines.ts'
import type { Observed } from './observed.ts'

/** So many relations are looked at further, those with most schools first. */
const MOST = 150

/**
 * Relations that the figures of schools show: sums of rows and columns, parts within a whole, figures
 * that stand alike in two tables. Each holds in at least 95 % of the tables that say anything of it, and
 * at least 5 schools speak for it with figures that are not 0.
 *
 * @param all schools' figures, a year at a time; a school may be there for several years
 * @param pause called between tables; false: it is of no use any more
 * @returns with most support first; null where `pause` said so
 */
export async function mined(
  forms: readonly Form[],
  all: readonly Observed[],
  pause: () => Promise<boolean>,
): Promise<Found[] | null> {
  const found: Found[] = []
  for (const form of forms.filter(({ list }) => list === undefined))
    for (const axis of ['rows', 'columns'] as const) {
      if (!(await pause())) return null
      found.push(...lineRelations(form, axis, all))
    }
  for (const [at, form] of forms.entries())
    for (const other of forms.slice(at + 1)) {
      if (!(await pause())) return null
      found.push(...equalities(form, other, all))
    }
  const order = { sum: 0, equal: 1, within: 2 }
  return found
    .toSorted((a, b) => order[a.kind] - order[b.kind] || b.schools - a.schools)
    .slice(0, MOST)
}
