import { formulaOf } from '../../../core/adding/adding.ts'
import { inExcel } from '../../../core/adding/in-excel.ts'
import type { FormPlan, Plan } from './plan.ts'

/** Where the sum of an item stands, as a formula refers to it; null where this sheet has none. */
export type SumRef = (form: FormPlan, index: number) => string | null

/**
 * A derived figure (a ratio, a share) as a live formula: the blank form's own formula over sums.
 * Where the sums leave it undefined the cell stays empty.
 *
 * @returns null where the form's formula cannot be written over these sums
 */
export function derivedFormula(
  plan: Plan,
  form: FormPlan,
  index: number,
  sumOf: SumRef,
): string | null {
  const text = derivedText(plan, form, index, sumOf, 0)
  return text === null ? null : `IFERROR(${text},"")`
}

/** Decimals to which two ways of working out the same ratio must agree. */
export const DERIVED_DECIMALS = 6

function derivedText(
  plan: Plan,
  form: FormPlan,
  index: number,
  sumOf: SumRef,
  depth: number,
): string | null {
  const item = form.input.form.items[index]
  const ids = plan.forms.map(({ input }) => input.form.id)
  const expr = item === undefined || depth > 20 ? null : formulaOf(item, ids)
  if (expr === null) return null
  const planOf = (id: string): FormPlan | undefined =>
    plan.forms.find(({ input }) => input.form.id === id)
  return inExcel(
    expr,
    (id) => planOf(id)?.input.form ?? null,
    (id, at) => {
      const other = planOf(id)
      const read = other?.input.form.items[at]
      if (other === undefined || read === undefined || read.kind === 'text') return null
      if (read.adds === undefined) return sumOf(other, at)
      const inner = read.adds === 'formula' ? derivedText(plan, other, at, sumOf, depth + 1) : null
      return inner === null ? null : `(${inner})`
    },
  )
}
