import type { LinkKind } from '../../shared/consolidate.ts'
import type { School } from '../../shared/model.ts'
import type { SaidLink } from '../ledger/state.ts'

/** Schools of both years that are compared as one; either side may be empty. */
export interface Unit {
  before: string[]
  now: string[]
  /** Ledger entry by which a person said so; null: taken from the codes. */
  entry: number | null
}

type Link = Omit<SaidLink, 'entry'> & Pick<Unit, 'entry'>

/** Schools that were merged in the register are compared as the one that they are now. */
export function linksOfMerged(schools: readonly Pick<School, 'id' | 'mergedInto'>[]): Link[] {
  const into = new Map<string, string[]>()
  for (const { id, mergedInto } of schools) {
    if (mergedInto === undefined) continue
    into.set(mergedInto, [...(into.get(mergedInto) ?? [mergedInto]), id])
  }
  return [...into].map(([now, before]) => ({ before, now: [now], entry: null }))
}

/**
 * Who is who: what a person said, the latest word on a school first; the rest by code. A school
 * of last year that nobody is taken for has closed, one of this year has opened.
 *
 * @param before schools of last year's values
 * @param now schools of this year's register that are expected to report
 */
export function unitsOf(
  before: readonly string[],
  now: readonly string[],
  said: readonly Link[],
): Unit[] {
  const restBefore = new Set(before)
  const restNow = new Set(now)
  const units: Unit[] = []
  for (const link of [...said].reverse()) {
    const own = {
      before: link.before.filter((id) => restBefore.delete(id)),
      now: link.now.filter((id) => restNow.delete(id)),
    }
    if (own.before.length + own.now.length > 0) units.push({ ...own, entry: link.entry })
  }
  units.reverse()
  for (const id of before) {
    if (!restBefore.has(id)) continue
    units.push({ before: [id], now: restNow.delete(id) ? [id] : [], entry: null })
  }
  for (const id of restNow) units.push({ before: [], now: [id], entry: null })
  return units
}

/** What a unit is called: closed, opened, merged, split, renamed, or the same. */
export function kindOf(
  { before, now }: Pick<Unit, 'before' | 'now'>,
  nameBefore: (id: string) => string,
  nameNow: (id: string) => string,
): LinkKind {
  if (now.length === 0) return 'closed'
  if (before.length === 0) return 'opened'
  if (before.length > 1) return 'merged'
  if (now.length > 1) return 'split'
  const [old = '', current = ''] = [before[0], now[0]]
  const [oldName, name] = [nameBefore(old), nameNow(current)]
  return old === current && (oldName === name || oldName === '' || oldName === old)
    ? 'same'
    : 'renamed'
}
