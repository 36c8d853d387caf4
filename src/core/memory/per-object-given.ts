/**
 * As `perObject`, but what is kept of an object holds only for as long as the very same `given` come
 * with it; with others it is worked out again, and what was before is forgotten.
 *
 * @param make what is kept must follow from the object and `given` alone
 */
export function perObjectGiven<K extends object, Given extends readonly unknown[], V>(
  make: (object: K, ...given: Given) => V,
): (object: K, ...given: Given) => V {
  const known = new WeakMap<K, { given: Given; value: V }>()
  return (object, ...given) => {
    const kept = known.get(object)
    if (kept !== undefined && same(kept.given, given)) return kept.value
    const value = make(object, ...given)
    known.set(object, { given, value })
    return value
  }
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && b.every((one, at) => one === a[at])
}
