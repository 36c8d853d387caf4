import { typedNumber } from '../figures/typed.ts'
import { sumAndMean } from '../figures/sum.ts'

/** A row of the list, as far as placing a block is concerned. */
export type RowLevel = 'school' | 'group' | 'county'

/**
 * Where each line of a block goes when it is pasted over the rows from the marked cell down.
 * Subtotals in between take none: a list from elsewhere has a line for each school. Where the block
 * has lines for the subtotals too (copied here, or their figures are the sums of the lines above),
 * those lines are left out. So a line never stands at another school than it was meant for.
 *
 * @param rows levels of the displayed rows from the marked one down
 * @param copied levels of the block's lines where it was copied in this list; null for any other
 * @returns for each line the row's offset, null for a line of sums, or -1 beyond the last row
 */
export function placeLines(
  block: readonly (readonly string[])[],
  rows: readonly RowLevel[],
  copied: readonly RowLevel[] | null,
): (number | null)[] {
  const levels = copied ?? (hasSums(block, rows) ? rows : null)
  const free = rows.flatMap((level, offset) => (level === 'school' ? [offset] : []))
  let next = 0
  return block.map((_, line) => {
    if (levels !== null && (levels[line] ?? 'school') !== 'school') return null
    const offset = free[next] ?? -1
    next += 1
    return offset
  })
}

/** How much must speak for it before a line is left out as a sum of those above. */
const ENOUGH = 2

/**
 * Whether the lines that would fall on subtotals are sums of the lines above them, every one. Small
 * figures fit by chance (1, 2, 3) and zeros always do: a large sum weighs more, 0 nothing.
 */
function hasSums(block: readonly (readonly string[])[], rows: readonly RowLevel[]): boolean {
  let from = 0
  let weight = 0
  for (const [at, line] of block.entries()) {
    if (rows[at] !== 'group') continue
    const above = block.slice(from, at)
    from = at + 1
    if (above.length < 2) return false
    const fits = line.every((text, column) => {
      const { sum } = sumAndMean(above.map((other) => typedNumber(other[column] ?? '') ?? ''))
      const said = typedNumber(text) ?? ''
      if (sum !== null && sum !== '0') weight += sum.length > 2 ? 2 : 1
      return said === (sum ?? '')
    })
    if (!fits) return false
  }
  return weight >= ENOUGH
}
