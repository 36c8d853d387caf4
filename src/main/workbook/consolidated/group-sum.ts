import { columnName } from '../../../core/model/address.ts'
import { sheetRef } from '../sheet-names.ts'
import type { FormPlan, Plan } from './plan.ts'

/**
 * Names that SUMIF surely takes for themselves. In others it sees wildcards, comparisons, numbers
 * or dates ("1" would also find "01"), so these are compared letter by letter.
 */
const PLAIN = /^\p{Script=Han}{1,50}$/u

/**
 * Formula for the sum of an item over the schools of one group.
 *
 * @param heading reference to the cell that holds the group's name
 */
export function groupFormula(
  plan: Plan,
  form: FormPlan,
  index: number,
  group: string,
  heading: string,
): string {
  const { name, firstRow, lastRow, firstItem } = form.detail
  const range = (column: string): string =>
    `${sheetRef(name)}${column}$${firstRow}:${column}$${lastRow}`
  const groups = range(`$${columnName(plan.groupColumn - 1)}`)
  const figures = range(columnName(firstItem - 1 + index))
  return PLAIN.test(group)
    ? `SUMIF(${groups},${heading},${figures})`
    : `SUMPRODUCT(--EXACT(${groups},${heading}),${figures})`
}
