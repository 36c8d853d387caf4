/**
 * What was told last, by key, so that only what changed since a revision is told again. It is known by the
 * texts themselves, whatever changed them.
 */
export class Told {
  private last = 0
  private readonly known = new Map<string, { told: unknown; text: string; since: number }>()

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
      const before = this.known.get(key)
      // What is told is never changed: the very object of before says the same.
      if (before !== undefined && typeof told === 'object' && before.told === told)
        return before.since
      const text = JSON.stringify(told)
      if (before?.text === text) {
        before.told = told
        return before.since
      }
      this.known.set(key, { told, text, since: next })
      this.last = next
      return next
    }
  }
}
