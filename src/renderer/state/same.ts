/** Whether two JSON values say the same; the order of an object's fields does not matter. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [Object.entries(a), b as Record<string, unknown>]
  if (left.length !== Object.keys(b).length) return false
  return left.every(([field, value]) => Object.hasOwn(right, field) && same(value, right[field]))
}
