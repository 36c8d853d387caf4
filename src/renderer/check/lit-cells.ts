import type { Past } from '../../shared/period.ts'
import type { Finding, FindingItem } from '../../shared/findings.ts'
import type { Form } from '../../shared/model.ts'
import { formOf, itemAt } from '../figures/item-names.ts'
import { withSeparators } from '../../shared/separators.ts'
import { countedItems } from './ref-items.ts'
import { writtenOut } from './written-out.ts'
import type { Lit } from '../form/paper-sheet.tsx'

/**
 * The cells of a form that a finding rests on, by their place in the form's items. Where last
 * year's value of a cell is asked for, it is noted beside this year's.
 *
 * @param then the word for an earlier period
 */
export function litCells(
  finding: Finding,
  form: Form,
  then: (past: Past | undefined) => string,
): Map<number, Lit> {
  const lit = new Map<number, Lit>()
  for (const item of countedItems(finding)) {
    if (formOf(item.item) !== form.id) continue
    const at = itemAt(form, item.item)
    if (at < 0) continue
    const known = lit.get(at)
    lit.set(at, {
      className: item.lastYear ? (known?.className ?? 'lit-before') : 'lit-now',
      note: item.lastYear
        ? `${then(item.past)} ${withSeparators(item.value) || '∅'}`
        : (known?.note ?? null),
    })
  }
  return lit
}

/**
 * The cell of a finding to look at first in a form: one of a comparison that does not hold, this
 * year's before last year's.
 */
export function firstCell(
  finding: Finding,
  forms: readonly Form[],
  form: string | null,
): { form: string; item: number } | null {
  const own = countedItems(finding).filter((item) => form === null || formOf(item.item) === form)
  const now = own.filter((item) => !item.lastYear)
  const wrong = brokenItems(finding, forms).find((item) => now.includes(item))
  const first = wrong ?? now[0] ?? own[0]
  const found = first && forms.find((one) => one.id === formOf(first.item))
  const item = found && first ? itemAt(found, first.item) : -1
  return found && item >= 0 ? { form: found.id, item } : null
}

/** Items of the comparisons that do not hold, from left to right. */
function brokenItems(finding: Finding, forms: readonly Form[]): FindingItem[] {
  const pieces = writtenOut(finding, forms)
    .filter(({ holds }) => holds === false)
    .flatMap(({ left, right }) => [...left.pieces, ...(right?.pieces ?? [])])
  return pieces.filter((piece) => typeof piece !== 'string')
}
