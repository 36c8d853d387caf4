/**
 * Things kept by name where names can become any number (an expression, at every key that is typed).
 * When `most` are kept and another one comes, all are forgotten: whatever is asked for again is
 * worked out again.
 */
export class Bounded<V> {
  private readonly known = new Map<string, V>()
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  get(name: string): V | undefined {
    return this.known.get(name)
  }

  /** Keeps `value` under `name` and gives it back. */
  set(name: string, value: V): V {
    if (!this.known.has(name) && this.known.size >= this.most) this.known.clear()
    this.known.set(name, value)
    return value
  }
}
