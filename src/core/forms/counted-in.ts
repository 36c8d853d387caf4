import { keptForTexts } from '../memory/kept-for-text.ts'
import { normalLabel } from './label.ts'
import { isTotal } from './senses.ts'

/** What the words of a label count, by how they end. */
const COUNTED: readonly (readonly [RegExp, string])[] = [
  [/(?:人数|人员|子女|少年|[生员师工童男女])数?$/u, '人'],
  [/(?:班数|班级数?|教学班|班额)$/u, '个'],
  [/台数$/u, '台'],
  [/册数$/u, '册'],
  [/间数$/u, '间'],
  [/套数$/u, '套'],
  [/所数$/u, '所'],
  [/户数$/u, '户'],
]

const unitOfWords = keptForTexts((label): string | null => {
  const words = normalLabel(label)
  return COUNTED.find(([ends]) => ends.test(words))?.[1] ?? null
})

/**
 * What a figure is counted in by the words over and beside it, where the form prints no unit:
 * 学生数 in 人, 班数 in 个. The innermost label that says it decides; a total's says nothing. Null where none does.
 *
 * @param headings from the top down
 * @param row labels of the row, from the outermost to its own
 */
export function countedIn(headings: readonly string[], row: readonly string[]): string | null {
  for (const label of [...headings.toReversed(), ...row.toReversed()]) {
    const unit = isTotal(label) ? null : unitOfWords(label)
    if (unit !== null) return unit
  }
  return null
}
