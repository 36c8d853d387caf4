/**
 * A small seeded generator (mulberry32): the same seed gives the same county on every machine.
 * Not for anything that must be unpredictable.
 */
export class Random {
  private state: number

  /** @param seed any text or integer; equal seeds give equal sequences */
  constructor(seed: number | string) {
    this.state = hash(String(seed))
  }

  /** A fraction in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  /** An integer from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** One of `list`; throws RangeError when it is empty. */
  pick<T>(list: readonly T[]): T {
    const picked = list[this.int(0, list.length - 1)]
    if (picked === undefined) throw new RangeError('nothing to pick from')
    return picked
  }

  /** A shuffled copy. */
  shuffle<T>(list: readonly T[]): T[] {
    const left = [...list]
    const out: T[] = []
    while (left.length > 0) out.push(...left.splice(this.int(0, left.length - 1), 1))
    return out
  }

  /** About `mean`, spread evenly over ±`spread` (a share of the mean), as an integer of at least 0. */
  around(mean: number, spread: number): number {
    return Math.max(0, Math.round(mean * (1 + spread * (2 * this.next() - 1))))
  }
}

/** FNV-1a over UTF-16 code units. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  }
  return value
}
