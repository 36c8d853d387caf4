/**
 * What is looked at after the list changed: the same finding as long as it is there; when it was
 * settled, the one that came after it, else the one before; null when nothing is left.
 *
 * @param before keys of the list in which `picked` was seen last
 */
export function movedOn(
  before: readonly string[],
  now: readonly string[],
  picked: string | null,
): string | null {
  if (picked === null) return now[0] ?? null
  const left = new Set(now)
  if (left.has(picked)) return picked
  const at = before.indexOf(picked)
  if (at < 0) return now[0] ?? null
  const after = before.slice(at + 1).find((key) => left.has(key))
  return after ?? before.slice(0, at).findLast((key) => left.has(key)) ?? now[0] ?? null
}
