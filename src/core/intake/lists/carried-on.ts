import { headingRole } from '../../forms/furniture.ts'
import type { ListSheet } from './list-sheet.ts'
import { rowsOf } from './list-rows-of.ts'

/** How the further sheet of a list is called after the first: 续, (续表), 2, 之二, 第2页. */
const FURTHER =
  /^[\s_·-]*[（(]?(?:续(?:表|页)?[\d一二三四五]?|第?[2-9二三四五](?:页|部分|张)?|之[二三四五]|下|[（(]?[2-9][)）]?)[)）]?$/u

/**
 * The sheets on which a list is carried on: headed alike, called after the first or counting on, and
 * with other rows. A copy, a draft of the same rows or last year's is none; it is asked about.
 */
export function carriedOn(first: ListSheet, others: readonly ListSheet[]): ListSheet[] {
  // Nearly every list stands on one sheet.
  if (others.length === 0) return []
  const found: ListSheet[] = []
  const known = keysOf(first)
  let last = lastOrdinal(first)
  for (const sheet of others.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'zh'))) {
    const keys = keysOf(sheet)
    const other = keys.size > 0 && [...keys].every((key) => !known.has(key))
    const [begins] = ordinalsOf(sheet)
    const counted = last !== null && begins === last + 1
    const called = nameOf(sheet).startsWith(nameOf(first)) && FURTHER.test(rest(sheet, first))
    if (sheet.grid.sheet.hidden || !other || !(counted || called) || !isHeadedAlike(first, sheet))
      continue
    found.push(sheet)
    for (const key of keys) known.add(key)
    last = lastOrdinal(sheet) ?? last
  }
  return found
}

const nameOf = ({ grid }: ListSheet): string => grid.sheet.name
const rest = (sheet: ListSheet, first: ListSheet): string =>
  nameOf(sheet).slice(nameOf(first).length)

/** Whether the same columns are there, under the same words. */
function isHeadedAlike(a: ListSheet, b: ListSheet): boolean {
  const words = ({ variants }: ListSheet): string => variants.map((one) => one.written).join('\n')
  return (
    words(a) === words(b) && a.columnAt.every((at, i) => at >= 0 === (b.columnAt[i] ?? -1) >= 0)
  )
}

/**
 * What tells a row from others: its first columns as typed. Copies and drafts of a list share rows, though a
 * figure was changed.
 */
function keysOf(sheet: ListSheet): Set<string> {
  const { grid, columnAt, columns } = sheet
  const telling = columnAt.filter((at, i) => at >= 0 && columns[i]?.kind !== 'number')
  const key = (row: number): string => telling.map((at) => grid.text(row, at)).join('\n')
  return new Set(rowsOf(sheet).rows.map(key))
}

/** The running numbers of a list, in their order. */
function ordinalsOf(sheet: ListSheet): number[] {
  const { grid, others, headBottom } = sheet
  const column = others.find(({ heading }) => headingRole(heading) === 'ordinal')?.column ?? -1
  if (column < 0 || headBottom < 0) return []
  return rowsOf(sheet).rows.flatMap((row) => {
    const text = grid.text(row, column)
    return /^\d+$/u.test(text) ? [Number(text)] : []
  })
}

const lastOrdinal = (sheet: ListSheet): number | null => ordinalsOf(sheet).at(-1) ?? null
