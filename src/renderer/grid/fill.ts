import { intend } from './paste.ts'
import type { Intended, Target } from './paste.ts'
import type { Bounds } from './rectangle.ts'

/**
 * Cells filled with those beside them: every line of `into` takes the text of the source's line that
 * is its turn, the nearest first. Subtotals in between neither give nor take: they follow by themselves.
 *
 * @param along whether what is filled lies below or above ('rows'), or right or left ('columns')
 */
export function fillOver(
  source: Bounds,
  into: Bounds,
  along: 'rows' | 'columns',
  targetAt: (row: number, column: number) => Target | null,
): Intended {
  const rows = along === 'rows'
  const at = (line: number, across: number): Target | null =>
    rows ? targetAt(line, across) : targetAt(across, line)
  const [from, to] = rows
    ? [range(source.top, source.bottom), range(into.top, into.bottom)]
    : [range(source.left, source.right), range(into.left, into.right)]
  const across = rows ? range(into.left, into.right) : range(into.top, into.bottom)
  // Above and to the left the pattern goes on backwards from the cells that lie nearest.
  if ((to[0] ?? 0) < (from[0] ?? 0)) {
    from.reverse()
    to.reverse()
  }
  const intended: Intended = { changes: [], refused: [] }
  for (const one of across) {
    const given = from.flatMap((line) => {
      const target = at(line, one)
      return target && (target.level === 'school' || from.length === 1) ? [target.copied] : []
    })
    let turn = 0
    for (const line of to) {
      const target = at(line, one)
      const text = given[turn % given.length]
      if (!target || target.level !== 'school' || text === undefined) continue
      turn += 1
      const put = intend([[text]], () => target)
      intended.changes.push(...put.changes)
      intended.refused.push(...put.refused)
    }
  }
  return intended
}

/**
 * What Ctrl+D and Ctrl+R fill from and into: the first line of the mark over its others; where only
 * one line is marked, the line before it. null where there is none before.
 *
 * @param before the nearest line before the mark that may give something; null for none
 */
export function fillOfMark(
  bounds: Bounds,
  along: 'rows' | 'columns',
  before: number | null,
): { source: Bounds; into: Bounds } | null {
  const { top, bottom, left, right } = bounds
  if (along === 'rows') {
    if (bottom > top)
      return { source: { ...bounds, bottom: top }, into: { ...bounds, top: top + 1 } }
    return before === null
      ? null
      : { source: { ...bounds, top: before, bottom: before }, into: bounds }
  }
  if (right > left)
    return { source: { ...bounds, right: left }, into: { ...bounds, left: left + 1 } }
  return before === null
    ? null
    : { source: { ...bounds, left: before, right: before }, into: bounds }
}

/**
 * The stretch that dragging the handle of a mark to a cell would fill: the side to which it was drawn
 * farther. null while it is still inside.
 */
export function stretchTo(
  bounds: Bounds,
  row: number,
  column: number,
): { into: Bounds; along: 'rows' | 'columns' } | null {
  const down = row > bounds.bottom ? row - bounds.bottom : Math.min(0, row - bounds.top)
  const right = column > bounds.right ? column - bounds.right : Math.min(0, column - bounds.left)
  if (down === 0 && right === 0) return null
  if (Math.abs(down) >= Math.abs(right))
    return {
      along: 'rows',
      into:
        down > 0
          ? { ...bounds, top: bounds.bottom + 1, bottom: row }
          : { ...bounds, top: row, bottom: bounds.top - 1 },
    }
  return {
    along: 'columns',
    into:
      right > 0
        ? { ...bounds, left: bounds.right + 1, right: column }
        : { ...bounds, left: column, right: bounds.left - 1 },
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
}
