import type { Form } from '../../../shared/model.ts'
import { stateOf } from '../../../shared/state-letter.ts'
import { perObject } from '../../memory/per-object.ts'
import type { ConsolidatedInput } from '../../model/consolidated-input.ts'
import { itemForOthers, personalItems } from '../../personal/in-items.ts'

type Forms = ConsolidatedInput['forms']

/** Items of which something else may be said than stands there. */
const mayTell = perObject((form: Form): readonly number[] =>
  form.items.flatMap(({ kind }, index) =>
    kind === 'text' || personalItems(form)[index] !== null ? [index] : [],
  ),
)

/** The school sheets' lines with texts that tell nobody by name or number; figures as they are. */
export function formsForOthers(forms: Forms): Forms {
  return forms.map((input) => {
    const { form } = input
    const asked = mayTell(form)
    if (asked.length === 0) return input
    const rows = input.rows.map((row) => {
      const shown = (index: number, value: string): string =>
        itemForOthers(form, index, { state: stateOf(row.states[index]), value })
      const values = [...row.values]
      for (const index of asked) values[index] = shown(index, row.values[index] ?? '')
      return {
        ...row,
        values,
        raw: Object.fromEntries(
          Object.entries(row.raw).map(([index, value]) => [index, shown(Number(index), value)]),
        ),
      }
    })
    return { ...input, rows }
  })
}
