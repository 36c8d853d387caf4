import type { Form } from '../../shared/model.ts'
import { perObject } from '../memory/per-object.ts'
import { asksForName, asksForTelephone, maskedMark, maskedText } from './marks.ts'
import type { PersonalKind } from './marks.ts'

/** What of a person each item of a form asks for, by the labels of its row and column; null for nothing. */
export const personalItems = perObject((form: Form): readonly (PersonalKind | null)[] =>
  form.items.map((item) => {
    const path = [
      ...(form.rows[item.row]?.label.split(' / ') ?? []),
      ...(form.columns[item.column]?.path ?? []),
      item.label ?? '',
    ]
    return path.some(asksForName) ? 'name' : path.some(asksForTelephone) ? 'telephone' : null
  }),
)

/**
 * What an item says, for what leaves the program: a text tells nobody by name or number. Figures are never
 * touched; what a school wrote where a figure belongs stays too, unless the item asks for a person.
 *
 * @param index of the item in the form
 */
export function itemForOthers(
  form: Form,
  index: number,
  { state, value }: { state: string; value: string },
): string {
  if (value === '' || state === 'number') return value
  const kind = personalItems(form)[index] ?? null
  if (kind !== null) return Array.from(value).length < 2 ? value : maskedMark(kind, value)
  return form.items[index]?.kind === 'text' ? maskedText(value) : value
}
