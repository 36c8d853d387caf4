import type { Collection } from '../collection/collection.ts'

/**
 * What a feature keeps for a collection while it is open. It stands beside the feature as a
 * constant and goes when the collection is closed, so that nothing of one collection is met in
 * another.
 */
export class Kept<T> {
  private readonly values = new WeakMap<Collection, { value: T }>()

  /** What is kept for the collection; made by `make` when nothing is. */
  of(collection: Collection, make: () => T): T {
    const kept = this.values.get(collection) ?? { value: make() }
    this.values.set(collection, kept)
    return kept.value
  }

  /** Keeps a value in place of the one before. */
  put(collection: Collection, value: T): void {
    this.values.set(collection, { value })
  }
}
