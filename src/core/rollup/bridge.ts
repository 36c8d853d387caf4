import { ExactSum } from '../../shared/exact.ts'
import type { RollupTotals } from './totals.ts'

/** An item against last year, over the counties that are known in both. */
export interface ItemBridge {
  item: string
  /** Exact decimals. */
  from: string
  to: string
  moved: string
  lines: { county: string; from: string | null; to: string | null; moved: string | null }[]
}

/**
 * An item of a form against last year.
 *
 * @param before last year's totals by part and index of the item
 */
export function bridgeOf(
  {
    addresses,
    counties,
  }: {
    addresses: readonly string[]
    counties: readonly { part: number; totals: RollupTotals }[]
  },
  before: ReadonlyMap<number, ReadonlyMap<number, string>>,
  index: number,
  nameOf: (part: number) => string,
): ItemBridge {
  const [from, to] = [new ExactSum(), new ExactSum()]
  const lines = counties.map(({ part, totals }) => {
    const then = before.get(part)?.get(index) ?? null
    const now = totals.values[index] === '' ? null : (totals.values[index] ?? null)
    if (then !== null && now !== null) {
      from.add(then)
      to.add(now)
    }
    const moved = then === null || now === null ? null : difference(now, then)
    return { county: nameOf(part), from: then, to: now, moved }
  })
  const moved = difference(String(to), String(from))
  return { item: addresses[index] ?? '', from: String(from), to: String(to), moved, lines }
}

function difference(now: string, then: string): string {
  const sum = new ExactSum()
  sum.add(now)
  sum.add(then.startsWith('-') ? then.slice(1) : `-${then}`)
  return String(sum)
}
