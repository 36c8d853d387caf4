import type { PendingEdits, ShownChange } from './changes.ts'

/** The same cell, whatever is to be put there. */
export function sameCell(a: ShownChange, b: ShownChange): boolean {
  return a.school === b.school && a.item === b.item
}

/**
 * Edits after some more were made. A later one of a cell takes the place of the earlier; one that
 * puts back what stands there is no edit any more.
 */
export function withEdits(pending: PendingEdits, more: PendingEdits): PendingEdits {
  const rest = pending.filter((one) => !more.some((other) => sameCell(one, other)))
  const latest = more.filter(
    (one, at) =>
      !more.slice(at + 1).some((other) => sameCell(one, other)) && one.value !== one.from,
  )
  return [...rest, ...latest]
}

/** What waits at a cell; null when nothing does. */
export function pendingAt(pending: PendingEdits, school: string, item: string): string | null {
  return pending.find((one) => one.school === school && one.item === item)?.value ?? null
}
