import type { ListCount, ListShape } from '../../shared/lists.ts'
import type { CellState } from '../../shared/model.ts'
import type { SyntaxFault } from '../../shared/syntax-fault.ts'
import { perObject } from '../memory/per-object.ts'
import type { ListRows } from '../model/list-rows.ts'
import { compare, plus, showNumber } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import { asNumber, asTruth } from '../rules/value.ts'
import { overRows } from './over-rows.ts'
import { toUnitOf } from './row-units.ts'
import type { OverRows } from './over-rows.ts'

/** What is counted from the rows of one school. */
export interface Counted {
  value: string
  state: CellState
  /** Rows of which nobody can say whether they count. */
  open: number
  /** Figures that had to be brought into the count's unit, as typed; absent where none had. */
  converted?: string[]
}

/** Figures that a list was counted for, by what is counted: as long as its rows are the same. */
const known = perObject<ListRows, Map<string, Counted>>(() => new Map())

/** Rows that count elsewhere: what they are of stands there too, and first. */
const NOWHERE: ReadonlySet<number> = new Set()

/**
 * Counts or adds up the rows of a list, or says what they agree on. Where of a single row nobody can
 * say whether it meets the condition, or what it adds, there is no figure: the state is unreadable,
 * and `open` says how many. So it is where rows that must agree do not; where there are none of
 * them, the state is blank.
 *
 * @param referenceDate day at which ages are told, ISO; "" for none
 * @param elsewhere rows left out since what they are of counts with another row (`rowsElsewhere`)
 */
export function countRows(
  rows: ListRows,
  shape: ListShape,
  count: ListCount,
  referenceDate: string,
  elsewhere: ReadonlySet<number> = NOWHERE,
): Counted {
  if (elsewhere.size > 0) return countAnew(rows, shape, count, referenceDate, elsewhere)
  const key = JSON.stringify([count.where, count.sum, count.agreed, count.unit, referenceDate])
  const before = known(rows).get(key)
  if (before !== undefined) return before
  const counted = countAnew(rows, shape, count, referenceDate, elsewhere)
  known(rows).set(key, counted)
  return counted
}

function countAnew(
  rows: ListRows,
  shape: ListShape,
  count: ListCount,
  referenceDate: string,
  elsewhere: ReadonlySet<number>,
): Counted {
  const { where, sum, agreed } = count
  const added = sum === null ? null : compiled(shape, sum)
  if (added?.ok === false) return { value: '', state: 'unreadable', open: rows.rowAt.length }
  const says = added?.over(rows, referenceDate)
  const toUnit = says === undefined ? null : toUnitOf(rows, shape, count)
  const found: Num[] = []
  const converted: string[] = []
  let open = 0
  truthsOf(rows, shape, where, referenceDate).forEach((truth, row) => {
    if (truth === NO || elsewhere.has(row)) return
    const said = truth === YES && says !== undefined ? asNumber(says(row)) : 1
    const more = typeof said === 'symbol' || toUnit === null ? said : toUnit.bring(row, said)
    if (truth === UNTOLD || typeof more === 'symbol' || more === null) {
      open++
      return
    }
    found.push(more)
    if (typeof said !== 'symbol' && compare(more, said) !== 0) {
      converted.push(`${showNumber(said)}${toUnit?.said(row) ?? ''}`)
    }
  })
  if (open > 0) return { value: '', state: 'unreadable', open }
  const how = converted.length > 0 ? { converted } : {}
  if (agreed !== true) {
    return { value: showNumber(found.reduce<Num>(plus, 0)), state: 'number', open: 0, ...how }
  }
  const [first] = found
  if (first === undefined) return { value: '', state: 'blank', open: 0 }
  const others = found.filter((other) => compare(other, first) !== 0).length
  if (others > 0) return { value: '', state: 'unreadable', open: found.length }
  return { value: showNumber(first), state: 'number', open: 0, ...how }
}

/** Whether a row meets a condition, as `truthsOf` writes it. */
export const NO = 0
export const YES = 1
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
export function compiled({ columns }: ListShape, text: string): OverRows {
  const own = expressions(columns)
  const before = own.get(text)
  if (before !== undefined) return before
  const made = overRows(text, columns)
  own.set(text, made)
  return made
}

/** What is wrong with a count's expressions; null for nothing. */
export function faultOf(shape: ListShape, { where, sum, once }: ListCount): SyntaxFault | null {
  return firstFault(shape, [where, sum, once])
}

/** What is wrong with the first of several expressions that cannot be used; null for nothing. */
export function firstFault(
  shape: ListShape,
  texts: readonly (string | null | undefined)[],
): SyntaxFault | null {
  for (const text of texts) {
    const made = text === null || text === undefined ? null : compiled(shape, text)
    if (made?.ok === false) return made.fault
  }
  return null
}
