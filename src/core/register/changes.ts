import type { School } from '../../shared/model.ts'
import { codeOf } from '../../shared/register.ts'
import type { RegisterChange } from '../ledger/state.ts'
import type { CollectionConfig } from '../model/collection.ts'
import { schoolOf } from './school-of.ts'

/** The register as it stands after changes. */
export interface Register {
  /** Schools that stand for themselves, in the order of the register; added ones at its end. */
  schools: School[]
  /** Schools that were merged into one of them, each with `mergedInto`. */
  merged: School[]
}

/** Id of every merged school → id of the school that stands for it now. */
export function standsFor({ merged }: Pick<Register, 'merged'>): Map<string, string> {
  return new Map(merged.map(({ id, mergedInto }) => [id, mergedInto ?? id]))
}

/**
 * The register with changes made to it, one after the other. A change of a school that is not there
 * (its addition was taken back) does nothing, and neither does one that would merge a school into
 * itself: whichever changes are left out, the others have a meaning. Of two that merge one school the
 * later holds.
 */
export function registerAfter(
  base: readonly School[],
  changes: readonly RegisterChange[],
  config: Pick<CollectionConfig, 'register'>,
): Register {
  if (changes.length === 0) return { schools: [...base], merged: [] }
  const all = new Map(base.map((school) => [school.id, school]))
  const into = new Map<string, string>()
  const standing = (id: string): string => {
    let now = id
    for (let next = into.get(now); next !== undefined; next = into.get(now)) now = next
    return now
  }
  const leads = (from: string, to: string): boolean => {
    for (let now: string | undefined = from; now !== undefined; now = into.get(now))
      if (now === to) return true
    return false
  }
  for (const change of changes) {
    if ('add' in change) {
      all.set(change.add, changed(all.get(change.add), change.add, change.attributes, config))
      into.delete(change.add)
      continue
    }
    const school = all.get(change.school)
    if (school === undefined) continue
    if ('apart' in change) into.delete(school.id)
    else if ('set' in change) all.set(school.id, changed(school, school.id, change.set, config))
    else if (all.has(change.into) && !leads(change.into, school.id))
      into.set(school.id, change.into)
  }
  const schools = [...all.values()]
  return {
    schools: schools.filter(({ id }) => !into.has(id)),
    merged: schools.flatMap((school) =>
      into.has(school.id) ? [{ ...school, mergedInto: standing(school.id) }] : [],
    ),
  }
}

/** A school with columns set anew; what it was called before goes with it. */
function changed(
  before: School | undefined,
  id: string,
  set: Record<string, string>,
  config: Pick<CollectionConfig, 'register'>,
): School {
  if (before === undefined) return schoolOf(id, set, config)
  const now = schoolOf(id, { ...before.attributes, ...set }, config)
  const codes = formerOnes(before.formerly?.codes, codeOf(before), codeOf(now))
  const names = formerOnes(before.formerly?.names, before.name, now.name)
  if (codes.length + names.length === 0) return now
  return { ...now, formerly: { codes, names } }
}

function formerOnes(known: readonly string[] = [], before: string, now: string): string[] {
  return [...new Set([...known, before])].filter((one) => one !== '' && one !== now)
}
