import type { ListColumn } from '../../shared/lists.ts'
import { fieldName } from '../forms/lists/list-column.ts'

/** The columns that an expression over a list names, by place, in the order of the list. */
export function columnsNamed(text: string, columns: readonly ListColumn[]): number[] {
  const names = new Set(
    [...text.matchAll(/名单\.([\p{L}\p{N}_·]+)/gu)].map(([, name = '']) => name),
  )
  return columns.flatMap(({ heading }, at) => (names.has(fieldName(heading)) ? [at] : []))
}
