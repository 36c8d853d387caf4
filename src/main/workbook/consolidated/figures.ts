import type { ConsolidatedInput } from '../../../core/model/consolidated-input.ts'
import { ExactSum, parseExact } from '../../../shared/exact.ts'
import { cellNumber, decimalsOf, formattedLength } from './number.ts'
import { textWidth } from './text.ts'

export type InputForm = ConsolidatedInput['forms'][number]
export type InputRow = InputForm['rows'][number]

/** What stands in one cell of the school sheet. */
export type Shown =
  | { kind: 'number'; value: number }
  | { kind: 'long'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'unreadable'; text: string }
  | { kind: 'na' }
  | { kind: 'blank' }
  | { kind: 'missing' }
  | { kind: 'not-in-form' }

/**
 * The cell of a school for an item. A figure that is none, or a state that is not known, is shown
 * as unreadable with its text: nothing becomes 0 and nothing disappears.
 */
export function shownCell(row: InputRow, item: number, kind: 'number' | 'text'): Shown {
  const value = row.values[item] ?? ''
  const state: string = row.states[item] ?? ''
  switch (state) {
    case 'n': {
      if (kind === 'text') return { kind: 'text', text: value }
      const number = cellNumber(value)
      if (number !== null) return { kind: 'number', value: number }
      return { kind: parseExact(value) === null ? 'unreadable' : 'long', text: value }
    }
    case 't':
      return { kind: 'text', text: value }
    case 'b':
      return { kind: 'blank' }
    case 'a':
      return { kind: 'na' }
    case 'm':
      return { kind: 'missing' }
    case 'x':
      return { kind: 'not-in-form' }
    default:
      return { kind: 'unreadable', text: row.raw[item] ?? value }
  }
}

/** What the column of one item holds altogether. */
export interface ItemFigures {
  numeric: boolean
  /** As FormItem.adds; null where figures are added up. */
  adds: 'formula' | 'no' | null
  /** Decimals shown: the item's usual ones, more where a school reports more. */
  decimals: number
  /** Whether every figure and sum fits a cell exactly, so that formulas can add them up. */
  exact: boolean
  /** Sum over the schools, decimal string; what the core worked out where they are not added; "" for none. */
  sum: string
  /** Group → sum; only groups that have schools. */
  groups: Map<string, string>
  /** Total worked out by the core. */
  total: string
  /** Characters of the widest cell. */
  width: number
}

/** A cell that is in no total, for the notes. */
export interface Unsummed {
  item: number
  row: InputRow
  kind: 'unreadable' | 'long'
  text: string
}

/** Adds up one form exactly, by itself, from the schools' rows. */
export function formFigures(input: InputForm): { items: ItemFigures[]; unsummed: Unsummed[] } {
  const unsummed: Unsummed[] = []
  const items = input.form.items.map((item, index): ItemFigures => {
    const numeric = item.kind === 'number'
    const adds = item.adds ?? null
    const sum = new ExactSum()
    const groups = new Map<string, ExactSum>()
    let decimals = item.decimals
    let exact = true
    let width = 0
    for (const row of input.rows) {
      const cell = shownCell(row, index, item.kind)
      if ('text' in cell) width = Math.max(width, textWidth(cell.text))
      if (cell.kind === 'unreadable' || cell.kind === 'long') {
        unsummed.push({ item: index, row, kind: cell.kind, text: cell.text })
      }
      if (!numeric || (cell.kind !== 'number' && cell.kind !== 'long')) continue
      const text = row.values[index] ?? ''
      if (text.includes('.')) decimals = Math.max(decimals, decimalsIn(text))
      width = Math.max(width, adds === null ? 0 : formattedLength(text, decimals))
      if (adds !== null) continue
      sum.add(text)
      groupSum(groups, row.group).add(text)
      if (cell.kind === 'long') exact = false
    }
    const total = input.totals[index] ?? ''
    // A ratio of the county has no end of decimals: as many as schools give, and two at least.
    decimals =
      adds === null
        ? Math.max(decimals, decimalsIn(total))
        : Math.max(Math.min(decimals, 4), decimalsIn(total) > 0 ? 2 : 0)
    const written = !numeric ? '' : adds === null ? sum.toString() : total
    const sums = new Map([...groups].map(([name, part]) => [name, part.toString()]))
    for (const text of [written, total, ...sums.values()]) {
      if (numeric && adds === null && text !== '' && cellNumber(text) === null) exact = false
      if (numeric) width = Math.max(width, formattedLength(text, decimals))
    }
    return { numeric, adds, decimals, exact, sum: written, groups: sums, total, width }
  })
  return { items, unsummed }
}

function groupSum(groups: Map<string, ExactSum>, name: string): ExactSum {
  let sum = groups.get(name)
  if (sum === undefined) {
    sum = new ExactSum()
    groups.set(name, sum)
  }
  return sum
}

function decimalsIn(text: string): number {
  const value = parseExact(text)
  return value === null ? 0 : decimalsOf(value)
}
