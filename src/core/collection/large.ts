import type { Collection } from './collection.ts'

/** Schools that are worked out at once, within the time of a click; what takes longer is done in slices. */
export const AT_ONCE = 100

/** Whether working something out for every school takes longer than a click may. */
export function isLarge(collection: Collection): boolean {
  return collection.expected.length > AT_ONCE
}
