import type { ListColumn } from '../../shared/lists.ts'
import type { ListCheck } from '../../shared/lists.ts'
import { columnOf } from '../model/list-rows.ts'
import type { ListRows } from '../model/list-rows.ts'
import { chosen } from './choices.ts'
import { ageAt } from './age.ts'
import { bornIn, identityFault, sexIn } from './identity-number.ts'

/** A cell of a list by its place in the list, from 0. */
export interface ListPlace {
  row: number
  column: number
}

/** What is doubtful about the rows of one school's list: the cells, kind by kind. */
export type ListDoubts = Map<ListCheck, ListPlace[]>

/**
 * Looks through the rows of a list: identity numbers (length, day of birth, check digit after GB
 * 11643), what else the row says of birth, sex and age, columns that must not be empty, and cells
 * that are not what their column asks for.
 *
 * @param referenceDate day at which a stated age is held against the birth; "" for none
 */
export function doubtsIn(
  rows: ListRows,
  columns: readonly ListColumn[],
  referenceDate: string,
): ListDoubts {
  const doubts: ListDoubts = new Map()
  const add = (check: ListCheck, row: number, column: number): void => {
    const known = doubts.get(check)
    if (known === undefined) doubts.set(check, [{ row, column }])
    else known.push({ row, column })
  }
  columns.forEach(({ choices }, at) => {
    if (choices === undefined) return
    columnOf(rows, at).forEach((text, row) => {
      if (text !== '' && chosen(text, choices) === null) add('不明', row, at)
    })
  })
  columns.forEach((column, at) => {
    // A column that the sheet lacks altogether is asked about when the file comes in.
    if (!column.required || (rows.columnAt[at] ?? -1) < 0) return
    columnOf(rows, at).forEach((text, row) => {
      if (text === '') add('空缺', row, at)
    })
  })
  for (const index of rows.unread) {
    const column = index % columns.length
    if (columns[column]?.identity !== true) {
      add('不明', Math.floor(index / columns.length), column)
    }
  }
  const identity = columns.findIndex((column) => column.identity)
  // Persons who stand there twice are told by their number.
  if (identity < 0) sameRows(rows, columns.length).forEach((row) => add('同行', row, 0))
  if (identity < 0) return doubts
  const said = statements(columns, referenceDate)
  columnOf(rows, identity).forEach((number, row) => {
    if (number === '') return
    if (identityFault(number) !== null) {
      add('身份证号', row, identity)
      return
    }
    for (const { column, agrees } of said) {
      const text = columnOf(rows, column)[row] ?? ''
      if (text !== '' && !agrees(text, number)) add('不符', row, column)
    }
  })
  return doubts
}

/** Cells that must be filled in for a row to be told from others. */
const TELLING = 3

/** Rows that say in every column what a row above says. */
function sameRows(rows: ListRows, width: number): number[] {
  const columns = Array.from({ length: width }, (_, at) => columnOf(rows, at))
  const seen = new Set<string>()
  return rows.rowAt.flatMap((_, row) => {
    const cells = columns.map((column) => column[row] ?? '')
    if (cells.filter((text) => text !== '').length < Math.min(TELLING, width)) return []
    const key = cells.join('\n')
    if (seen.has(key)) return [row]
    seen.add(key)
    return []
  })
}

interface Statement {
  column: number
  /** Whether what stands in the column goes with an identity number; true where it cannot be told. */
  agrees: (text: string, number: string) => boolean
}

/** The columns that say what an identity number says too. */
function statements(columns: readonly ListColumn[], referenceDate: string): Statement[] {
  return columns.flatMap(({ heading, kind }, column): Statement[] => {
    if (kind === 'date' && heading.includes('出生')) {
      return [{ column, agrees: (text, number) => sameBirth(text, bornIn(number) ?? '') }]
    }
    if (heading.startsWith('性别')) {
      return [
        { column, agrees: (text, number) => !/^[男女]$/u.test(text) || text === sexIn(number) },
      ]
    }
    if (/^(?:年龄|周岁)/u.test(heading) && referenceDate !== '') {
      return [{ column, agrees: (text, number) => sameAge(text, ageAt(number, referenceDate)) }]
    }
    return []
  })
}

/** A birth may be known to the month only. */
function sameBirth(text: string, born: string): boolean {
  return !/^\d{4}-\d{2}/u.test(text) || born.startsWith(text.slice(0, 10))
}

/** Ages are told at one day or another of the year: a year more or less is none of ours. */
function sameAge(text: string, age: number | null): boolean {
  const said = /^\d{1,3}$/u.test(text) ? Number(text) : null
  return said === null || age === null || Math.abs(said - age) <= 1
}
