/**
 * As `make`, but worked out once for each object. What is kept is forgotten when nobody else holds
 * the object (a collection that is closed, forms that were replaced). Only for objects that are
 * replaced, never changed, when what they say changes; whoever asks must leave the result as it is.
 * Takes the object alone, so that it can be handed to `map`, which gives a place and a list as well.
 *
 * @param make what is kept must follow from the object alone
 */
export function perObject<K extends object, V>(make: (object: K) => V): (object: K) => V {
  const known = new WeakMap<K, { value: V }>()
  return (object) => {
    const kept = known.get(object)
    if (kept !== undefined) return kept.value
    const value = make(object)
    known.set(object, { value })
    return value
  }
}
