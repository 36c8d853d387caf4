import { itemsRead } from './items-read.ts'
import { leavesOf } from './leaves.ts'
import type { Leaf } from './leaves.ts'
import { conditionOf } from './over-schools.ts'
import type { Side } from './indicator.ts'
import type { SchoolFigures } from '../rules/figures.ts'
import type { Year } from './year.ts'

/**
 * Whether a part of a side rests on nothing yet: schools are asked for it, and of none of them is
 * anything in, or stands in an earlier year's list. What nobody has sent is not 0. A part that no school is asked for is 0: the county
 * has no such school.
 */
export function nothingIn(side: Side, year: Year): boolean {
  return leavesOf(side).some((leaf) => leafRestsOnNothing(leaf, year))
}

function leafRestsOnNothing(leaf: Leaf, year: Year): boolean {
  if (leaf.kind === 'external' || leaf.kind === 'schools') return false
  const forms = new Set(
    itemsRead(leaf.expr, year).flatMap(({ form, lastYear }) => (lastYear ? [] : [form])),
  )
  const any = (has: (form: Year['forms'][number]) => boolean): boolean =>
    forms.size === 0 || [...forms].some(has)
  // Which schools a condition over figures concerns can be told only of those that are in.
  const byFigures = leaf.where !== null && itemsRead(leaf.where, year).length > 0
  const holds = conditionOf(leaf.where, year)
  const concerns = (school: SchoolFigures): boolean => byFigures || holds(school)
  const isIn = (school: SchoolFigures): boolean =>
    concerns(school) && any((form) => school.table(form) !== null)
  if (year.reporting.some(isIn)) return false
  return year.register.some((school) => concerns(school) && any((form) => school.hasForm(form.id)))
}
