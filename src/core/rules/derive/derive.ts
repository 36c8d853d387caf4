import type { Form } from '../../../shared/model.ts'
import type { Rule } from '../rule.ts'
import { formulaRules } from './formulas.ts'
import { structureRules } from './structure.ts'
import { FormSums } from '../sums.ts'

/**
 * Checks that the blank forms state by themselves, as ordinary rules: formulas in their cells,
 * totals over their parts, 其中 within what it belongs to, boys and girls. What cannot be in
 * doubt is an error; where a list may not be complete, a query; where the form can be read in two
 * ways, nothing is derived.
 */
export function derivedRules(forms: Form[]): Rule[] {
  const sums = new FormSums(forms)
  const found = new Map<string, Rule>()
  for (const form of forms) {
    if (!hasPlainCodes(form)) continue
    for (const rule of [...formulaRules(form, sums), ...structureRules(form, sums)]) {
      if (!found.has(rule.id)) found.set(rule.id, rule)
    }
  }
  return [...found.values()]
}

/** Whether each code names one row or column, so that an address means one item. */
function hasPlainCodes({ rows, columns }: Form): boolean {
  return [rows, columns].every((list) => new Set(list.map(({ code }) => code)).size === list.length)
}
