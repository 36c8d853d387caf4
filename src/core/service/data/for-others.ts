import { stateOf } from '../../../shared/state-letter.ts'
import type { ConsolidatedInput } from '../../model/consolidated-input.ts'
import { itemForOthers } from '../../personal/in-items.ts'

type Forms = ConsolidatedInput['forms']

/** The school sheets' lines with texts that tell nobody by name or number; figures as they are. */
export function formsForOthers(forms: Forms): Forms {
  return forms.map((input) => {
    const { form } = input
    const rows = input.rows.map((row) => {
      const shown = (index: number, value: string): string =>
        itemForOthers(form, index, { state: stateOf(row.states[index]), value })
      return {
        ...row,
        values: row.values.map((value, index) => shown(index, value)),
        raw: Object.fromEntries(
          Object.entries(row.raw).map(([index, value]) => [index, shown(Number(index), value)]),
        ),
      }
    })
    return { ...input, rows }
  })
}
