import type { ListColumn } from '../../shared/lists.ts'
import { fieldName } from '../forms/lists/list-column.ts'
import { cellIndex, columnOf } from '../model/list-rows.ts'
import type { ListRows } from '../model/list-rows.ts'
import { numberOf } from '../model/number.ts'
import type { Evaluate } from '../rules/place.ts'
import { BLANK, UNDECIDED } from '../rules/value.ts'
import { chosen } from './choices.ts'
import { ageAt } from './age.ts'

/** Names of a list's columns in expressions begin so. */
const FIELD = '名单.'
/** The age in full years at the reference date, worked out from the birth or the identity number. */
export const AGE = '周岁'

/** The rows that an expression over a list looks at now. */
export interface ListCursor {
  rows: ListRows
  /** Cells of which what was typed is not understood. */
  unread: ReadonlySet<number>
  /** Day at which ages are told; "" for none. */
  referenceDate: string
}

/** Column that says when somebody was born: the identity number, else a birth. */
export function birthColumn(columns: readonly ListColumn[]): number {
  const identity = columns.findIndex(({ identity: is }) => is)
  return identity >= 0
    ? identity
    : columns.findIndex(({ heading, kind }) => kind === 'date' && heading.includes('出生'))
}

/**
 * What a column says in the row `place.row` of the cursor's rows.
 *
 * @param name with `名单.` before it
 * @returns null where the list has no such column, `twice` where several are called so
 */
export function fieldOf(
  name: string,
  columns: readonly ListColumn[],
  cursor: () => ListCursor,
): Evaluate | 'twice' | null {
  if (!name.startsWith(FIELD)) return null
  const wanted = name.slice(FIELD.length)
  const [at = -1, other] = columns.flatMap(({ heading }, index) =>
    fieldName(heading) === wanted ? [index] : [],
  )
  if (other !== undefined) return 'twice'
  const column = columns[at]
  if (column !== undefined) return cellField(at, column, columns.length, cursor)
  return wanted === AGE || wanted === '年龄' ? ageField(columns, cursor) : null
}

function cellField(
  at: number,
  column: ListColumn,
  width: number,
  cursor: () => ListCursor,
): Evaluate {
  const number = column.kind === 'number'
  const { choices, required } = column
  return ({ row }) => {
    const { rows, unread } = cursor()
    // What a return does not have a column for is not known, and no blank.
    if ((rows.columnAt[at] ?? -1) < 0) return UNDECIDED
    const text = columnOf(rows, at)[row] ?? ''
    if (text === '') return required && choices !== undefined ? UNDECIDED : BLANK
    if (unread.size > 0 && unread.has(cellIndex(width, row, at))) return UNDECIDED
    if (choices !== undefined) return chosen(text, choices) ?? UNDECIDED
    return number ? (numberOf(text) ?? UNDECIDED) : text
  }
}

/** The age; without a birth nobody can say on which side of a limit somebody is. */
function ageField(columns: readonly ListColumn[], cursor: () => ListCursor): Evaluate | null {
  const at = birthColumn(columns)
  const second = columns.findIndex(
    ({ heading, kind }) => kind === 'date' && heading.includes('出生'),
  )
  if (at < 0) return null
  return ({ row }) => {
    const { rows, referenceDate } = cursor()
    const age =
      ageAt(columnOf(rows, at)[row] ?? '', referenceDate) ??
      ageAt(columnOf(rows, second)[row] ?? '', referenceDate)
    return age ?? UNDECIDED
  }
}
