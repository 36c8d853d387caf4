import { NOT_ASKED } from '../../shared/state-letter.ts'
import type { Form } from '../../shared/model.ts'

/**
 * The blank workbook whose table fits a school best: the one that asks for the very items that the
 * school's form has ("x" in the states: not in its form). null when all editions are alike.
 */
export function editionFor(form: Form, states: string): string | null {
  if (form.editions.length < 2) return null
  let best: string | null = null
  let least = Infinity
  for (const edition of form.editions) {
    const asked = new Set(edition.items)
    let differing = 0
    for (let item = 0; item < form.items.length; item += 1)
      if (asked.has(item) !== (states[item] !== NOT_ASKED)) differing += 1
    if (differing < least) {
      least = differing
      best = edition.workbook
    }
  }
  return best
}
