/**
 * What was told last, by key, so that only what changed since a revision is told again. It is known by the
 * texts themselves, whatever changed them.
 */
export class Told {
  private last = 0
  private readonly known = new Map<string, { text: string; since: number }>()

  /** Counts the rounds in which anything changed. */
  get revision(): number {
    return this.last
  }

  has(key: string): boolean {
    return this.known.has(key)
  }

  /** Begins a round of telling. @returns takes a key and what is told under it; gives the revision since which it is so */
  round(): (key: string, told: unknown) => number {
    const next = this.last + 1
    return (key, told) => {
      const text = JSON.stringify(told)
      const before = this.known.get(key)
      if (before?.text === text) return before.since
      this.known.set(key, { text, since: next })
      this.last = next
      return next
    }
  }
}
