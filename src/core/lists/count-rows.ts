import type { ListCount, ListShape } from '../../shared/lists.ts'
import type { CellState } from '../../shared/model.ts'
import type { SyntaxFault } from '../../shared/syntax-fault.ts'
import { perObject } from '../memory/per-object.ts'
import type { ListRows } from '../model/list-rows.ts'
import { plus, showNumber } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import { asNumber, asTruth } from '../rules/value.ts'
import { overRows } from './over-rows.ts'
import type { OverRows } from './over-rows.ts'

/** What is counted from the rows of one school. */
export interface Counted {
  value: string
  state: CellState
  /** Rows of which nobody can say whether they count. */
  open: number
}

/** Figures that a list was counted for, by what is counted: as long as its rows are the same. */
const known = perObject<ListRows, Map<string, Counted>>(() => new Map())

/**
 * Counts or adds up the rows of a list. Where of a single row nobody can say whether it meets the
 * condition, or what it adds, there is no figure: the state is unreadable, and `open` says how many.
 *
 * @param referenceDate day at which ages are told, ISO; "" for none
 */
export function countRows(
  rows: ListRows,
  shape: ListShape,
  count: ListCount,
  referenceDate: string,
): Counted {
  const key = JSON.stringify([count.where, count.sum, referenceDate])
  const before = known(rows).get(key)
  if (before !== undefined) return before
  const counted = countAnew(rows, shape, count, referenceDate)
  known(rows).set(key, counted)
  return counted
}

function countAnew(
  rows: ListRows,
  shape: ListShape,
  { where, sum }: ListCount,
  referenceDate: string,
): Counted {
  const added = sum === null ? null : compiled(shape, sum)
  if (added?.ok === false) return { value: '', state: 'unreadable', open: rows.rowAt.length }
  const says = added?.over(rows, referenceDate)
  let total: Num = 0
  let open = 0
  truthsOf(rows, shape, where, referenceDate).forEach((truth, row) => {
    if (truth === NO) return
    const more = truth === YES && says !== undefined ? asNumber(says(row)) : 1
    if (truth === UNTOLD || typeof more === 'symbol') open++
    else total = plus(total, more)
  })
  if (open > 0) return { value: '', state: 'unreadable', open }
  return { value: showNumber(total), state: 'number', open: 0 }
}

/** Whether a row meets a condition, as `truthsOf` writes it. */
export const NO = 0
const YES = 1
export const UNTOLD = 2

/** For each row whether it meets a condition; one that cannot be used is met by nobody knows whom. */
export function truthsOf(
  rows: ListRows,
  shape: ListShape,
  where: string | null,
  referenceDate: string,
): Uint8Array {
  const truths = new Uint8Array(rows.rowAt.length)
  const condition = where === null ? null : compiled(shape, where)
  if (condition === null) return truths.fill(YES)
  if (!condition.ok) return truths.fill(UNTOLD)
  const meets = condition.over(rows, referenceDate)
  for (let row = 0; row < truths.length; row++) {
    const truth = asTruth(meets(row))
    truths[row] = truth === true ? YES : truth === false ? NO : UNTOLD
  }
  return truths
}

const expressions = perObject<ListShape['columns'], Map<string, OverRows>>(() => new Map())

/** An expression made ready once for the columns of a list. */
function compiled({ columns }: ListShape, text: string): OverRows {
  const own = expressions(columns)
  const before = own.get(text)
  if (before !== undefined) return before
  const made = overRows(text, columns)
  own.set(text, made)
  return made
}

/** What is wrong with a count's expressions; null for nothing. */
export function faultOf(shape: ListShape, { where, sum }: ListCount): SyntaxFault | null {
  for (const text of [where, sum]) {
    const made = text === null ? null : compiled(shape, text)
    if (made?.ok === false) return made.fault
  }
  return null
}
