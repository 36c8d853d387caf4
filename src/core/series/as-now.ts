import type { LastYear } from '../last-year/last-year.ts'
import type { Lineage } from './lineage.ts'

/**
 * An earlier year under the names of today's schools: a school that is one and the same, whatever it was
 * called, has its figures of then; where schools were merged or split nobody's alone can be told, and none
 * has any.
 */
export function yearAsNow(
  list: LastYear,
  year: number,
  now: number,
  lineages: readonly Lineage[],
): LastYear {
  const idNow = new Map<string, string>()
  for (const one of lineages) {
    const [then, ...more] = one.get(year) ?? []
    const [today, ...others] = one.get(now) ?? []
    const plain = [...one.values()].every((schools) => schools.length === 1)
    if (then === undefined || today === undefined || !plain) continue
    if (more.length === 0 && others.length === 0) idNow.set(then, today)
  }
  const named = <V>(all: ReadonlyMap<string, V>): Map<string, V> =>
    new Map(
      [...all].flatMap(([id, value]): [string, V][] => {
        const today = idNow.get(id)
        return today === undefined ? [] : [[today, value]]
      }),
    )
  return {
    ...list,
    values: named(list.values),
    names: named(list.names),
    said: named(list.said),
    tables: named(list.tables),
    unreadable: named(list.unreadable),
  }
}
