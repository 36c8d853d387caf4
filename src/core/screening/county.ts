import type { Form, School } from '../../shared/model.ts'
import type { ScreeningKind, Suspected } from '../../shared/screening.ts'
import type { SchoolFigures } from '../rules/figures.ts'
import { compare } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import { BLANK, UNDECIDED } from '../rules/value.ts'
import type { CellFigure } from '../rules/value.ts'
import { perObject } from '../memory/per-object.ts'

/** A school whose return is in, as the screening sees it. A new object whenever its figures changed. */
export interface ScreenedSchool {
  school: School
  figures: SchoolFigures
}

/** A cell that a suspicion rests on. */
export interface SuspectCell {
  form: Form
  index: number
  lastYear: boolean
}

/** Something that a person should look at; never more than a question. */
export interface Suspicion {
  kind: ScreeningKind
  school: string
  /** What tells it from others of its kind at the school: a table, a ratio, a grade. */
  subject: string
  why: Suspected
  /** The check as an expression where it is one, else "". */
  check: string
  left: Num | null
  right: Num | null
  cells: SuspectCell[]
}

/** One kind of check over all schools whose return is in. */
export type Screen = (schools: readonly ScreenedSchool[]) => Suspicion[]

/** Works something out for a school once; holds until its figures change. */
export function remembered<T>(work: (one: ScreenedSchool) => T): (one: ScreenedSchool) => T {
  return perObject(work)
}

/** As `remembered` for a group of schools: holds as long as none of them changed and none came or went. */
export function rememberedGroup<T>(
  work: (members: readonly ScreenedSchool[]) => T,
): (key: string, members: readonly ScreenedSchool[]) => T {
  const known = new Map<string, { members: readonly ScreenedSchool[]; value: T }>()
  return (key, members) => {
    const found = known.get(key)
    const same =
      found?.members.length === members.length &&
      members.every((one, at) => one === found.members[at])
    if (found !== undefined && same) return found.value
    const value = work(members)
    known.set(key, { members, value })
    return value
  }
}

/** A cell as a number, empty as 0; null where it is text or cannot be known. */
export function asCount(figure: CellFigure | undefined): Num | null {
  if (figure === BLANK || figure === undefined) return 0
  return figure === UNDECIDED || typeof figure === 'string' || typeof figure === 'symbol'
    ? null
    : figure
}

/** Ascending. */
export const byValue = (a: Num, b: Num): number => compare(a, b)

/** Schools by 办学类型. */
export function byType(schools: readonly ScreenedSchool[]): Map<string, ScreenedSchool[]> {
  const groups = new Map<string, ScreenedSchool[]>()
  for (const one of schools) {
    const members = groups.get(one.school.type)
    if (members === undefined) groups.set(one.school.type, [one])
    else members.push(one)
  }
  return groups
}
