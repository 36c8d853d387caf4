import type { FileDifference } from '../../shared/sent.ts'
import { formOf } from '../figures/item-names.ts'

export type DifferenceCell = FileDifference['cells'][number]

const DIFFERENCE_KINDS = ['changed', 'filled', 'emptied', 'unreadable', 'missing', 'other'] as const
/** What happened to a cell from one return to the next. */
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

export function kindOf({
  before,
  after,
}: Pick<DifferenceCell, 'before' | 'after'>): DifferenceKind {
  if (after.state === 'unreadable') return 'unreadable'
  if (after.state === 'missing') return 'missing'
  const had = before.state === 'number' || before.state === 'text'
  const has = after.state === 'number' || after.state === 'text'
  if (had && has) return 'changed'
  if (has) return 'filled'
  return had ? 'emptied' : 'other'
}

/** How many cells of each kind, without kinds that do not occur. */
export function countKinds(cells: readonly DifferenceCell[]): [DifferenceKind, number][] {
  return DIFFERENCE_KINDS.map((kind): [DifferenceKind, number] => [
    kind,
    cells.filter((cell) => kindOf(cell) === kind).length,
  ]).filter(([, count]) => count > 0)
}

/** The cells by table, in the order they came. */
export function byTable(cells: readonly DifferenceCell[]): [string, DifferenceCell[]][] {
  const tables = new Map<string, DifferenceCell[]>()
  for (const cell of cells) {
    const form = formOf(cell.item)
    const own = tables.get(form)
    if (own) own.push(cell)
    else tables.set(form, [cell])
  }
  return [...tables]
}
