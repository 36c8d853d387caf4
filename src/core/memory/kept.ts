/**
 * What is kept for an object where it cannot be worked out from the object alone: it was read from
 * a file, or holds only for some of the object's states, which whoever asks compares. It goes when
 * nobody holds the object any more (a collection that is closed), so that nothing of one is met in
 * another.
 */
export class Kept<K extends object, T> {
  private readonly values = new WeakMap<K, { value: T }>()

  /** What is kept for the object; made by `make` when nothing is. */
  of(object: K, make: () => T): T {
    const kept = this.values.get(object) ?? { value: make() }
    this.values.set(object, kept)
    return kept.value
  }

  /** Keeps a value in place of the one before. */
  put(object: K, value: T): void {
    this.values.set(object, { value })
  }

  /** Gives what is kept and lets go of it; undefined when nothing is. */
  take(object: K): T | undefined {
    const kept = this.values.get(object)
    this.values.delete(object)
    return kept?.value
  }
}
