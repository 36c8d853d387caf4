import type { Finding } from '../../shared/findings.ts'
import type { Form } from '../../shared/model.ts'
import { formOf, itemAt } from '../figures/item-names.ts'
import { withSeparators } from '../figures/show.ts'
import { countedItems } from './ref-items.ts'
import type { Lit } from '../form/paper-sheet.tsx'

/**
 * The cells of a form that a finding rests on, by their place in the form's items. Where last
 * year's value of a cell is asked for, it is noted beside this year's.
 *
 * @param lastYear the word for last year
 */
export function litCells(finding: Finding, form: Form, lastYear: string): Map<number, Lit> {
  const lit = new Map<number, Lit>()
  for (const item of countedItems(finding)) {
    if (formOf(item.item) !== form.id) continue
    const at = itemAt(form, item.item)
    if (at < 0) continue
    const known = lit.get(at)
    lit.set(at, {
      className: item.lastYear ? (known?.className ?? 'lit-before') : 'lit-now',
      note: item.lastYear
        ? `${lastYear} ${withSeparators(item.value) || '∅'}`
        : (known?.note ?? null),
    })
  }
  return lit
}

/** The first cell that a finding rests on in a form; this year's before last year's. */
export function firstCell(
  finding: Finding,
  forms: readonly Form[],
  form: string | null,
): { form: string; item: number } | null {
  const own = countedItems(finding).filter((item) => form === null || formOf(item.item) === form)
  const first = own.find((item) => !item.lastYear) ?? own[0]
  const found = first && forms.find((one) => one.id === formOf(first.item))
  const item = found && first ? itemAt(found, first.item) : -1
  return found && item >= 0 ? { form: found.id, item } : null
}
