import { columnName } from '../../../core/model/address.ts'
import { fixedText } from './detail.ts'
import { sheetRef } from '../sheet-names.ts'
import type { InputRow } from './figures.ts'
import type { FormPlan, Plan } from './plan.ts'

/** A column of a school sheet that says something about the school. */
export interface TextColumn {
  /** Letters of the column. */
  letters: string
  /** What stands in it for a school. */
  text: (row: InputRow) => string
}

/** The column of a dimension or register column in a form's school sheet; null where it has none. */
export function textColumn(plan: Plan, form: FormPlan, name: string): TextColumn | null {
  const extra = plan.extra.findIndex((heading) => heading === name || heading === `${name}分组`)
  const grouped = extra >= 0 && plan.extra[extra] !== name
  const fixed = plan.fixed.findIndex(({ dimension }) => dimension === name)
  if (fixed >= 0 && !grouped) {
    return {
      letters: columnName(fixed),
      text: (row) => fixedText(plan, row, fixed),
    }
  }
  if (extra < 0) return null
  return {
    letters: columnName(form.detail.firstItem - 1 + form.items.length + extra),
    text: (row) => row.extra?.[extra] ?? '',
  }
}

/** A column of the school sheet over all schools, as a formula refers to it. */
export function schoolRange({ detail }: FormPlan, letters: string): string {
  const { name, firstRow, lastRow } = detail
  return `${sheetRef(name)}$${letters}$${firstRow}:$${letters}$${lastRow}`
}

/** The longest text that a formula may hold in one piece. */
const LONGEST_TEXT = 255

/** A text as it is written in a formula; a longer one is put together of pieces. */
export function quoted(text: string): string {
  const pieces: string[] = []
  let piece = ''
  for (const character of text) {
    if (piece.length + character.length > LONGEST_TEXT) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [...pieces, piece].map((one) => `"${one.replaceAll('"', '""')}"`).join('&')
}
