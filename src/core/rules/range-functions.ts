import type { Evaluate } from './place.ts'
import type { Place } from './place.ts'
import type { Num } from '../model/number.ts'
import { asNumber, asTruth, BLANK, stops, UNDECIDED, worse } from './value.ts'
import type { Stopper, Value } from './value.ts'

/** What a function works over: one value, or (evaluate null) the cells of a range in a table. */
export interface Operand {
  evaluate: Evaluate | null
  /** Which of a place's tables the cells are in, and their indices in it; -1 for a cell marked `*`. */
  slot: number
  at: (place: Place) => number[]
}

/** One value instead of cells. */
export const ONE: number[] = [0]

/** SUM, MIN, MAX: all numbers joined into one; undecided as soon as one cannot be known. */
export function foldOver(
  operands: Operand[],
  start: Num | null,
  join: (a: Num, b: Num) => Num,
): Evaluate {
  return (place) => {
    let total: Num | null = start
    let stop: Stopper | null = null
    for (const operand of operands) {
      const table = place.tables[operand.slot] ?? null
      for (const index of cellsOf(operand, table, place)) {
        const number = asNumber(valueAt(operand, table, index, place))
        if (typeof number === 'symbol') stop = stronger(stop, number)
        else total = total === null ? number : join(total, number)
      }
    }
    return stop ?? total ?? 0
  }
}

/** AND is false, and OR true, as soon as one readable part decides it, whatever cannot be read. */
export function decideOver(operands: Operand[], by: boolean): Evaluate {
  return (place): Value => {
    let stop: Stopper | null = null
    for (const operand of operands) {
      const table = place.tables[operand.slot] ?? null
      for (const index of cellsOf(operand, table, place)) {
        const truth = asTruth(valueAt(operand, table, index, place))
        if (truth === by) return by
        if (typeof truth === 'symbol') stop = stronger(stop, truth)
      }
    }
    return stop ?? !by
  }
}

/** COUNT: how many are numbers. */
export function countOver(operands: Operand[]): Evaluate {
  return (place) => {
    let count = 0
    let stop: Stopper | null = null
    for (const operand of operands) {
      const table = place.tables[operand.slot] ?? null
      for (const index of cellsOf(operand, table, place)) {
        const value = valueAt(operand, table, index, place)
        if (stops(value)) stop = stronger(stop, value)
        else if (value !== BLANK && typeof value !== 'string') count++
      }
    }
    return stop ?? count
  }
}

/** A table that was not returned is one value that cannot be known, not none. */
function cellsOf(operand: Operand, table: Place['tables'][number] | null, place: Place): number[] {
  return operand.evaluate !== null || table === null ? ONE : operand.at(place)
}

function valueAt(
  { evaluate }: Operand,
  table: Place['tables'][number],
  index: number,
  place: Place,
): Value {
  if (evaluate !== null) return evaluate(place)
  if (table === null) return UNDECIDED
  return index < 0 ? 0 : (table[index] ?? 0)
}

function stronger(known: Stopper | null, next: Stopper): Stopper {
  return known === null ? next : worse(known, next)
}
