import type { Collection } from '../../collection/collection.ts'
import { Kept } from '../../memory/kept.ts'

const UNREAD = new Kept<Collection, number>()

/**
 * Files of an intake that was cancelled or failed before they were read: what is in is not all
 * that was given, and nothing may look finished. Holds until an intake is read to its end.
 */
export function unreadIn(collection: Collection): number {
  return UNREAD.of(collection, () => 0)
}

export function noteUnread(collection: Collection, files: number): void {
  UNREAD.put(collection, files)
}
