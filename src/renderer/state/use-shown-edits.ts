import { useState } from 'react'
import type { PendingEdits } from './changes.ts'
import { withEdits } from './edits.ts'

/**
 * Edits whose values stand in the cells: those that wait, and those just adopted until the figures
 * that hold them have come. In between a cell would show its old figure as if nothing had been done.
 *
 * @param edits edits that wait now
 * @param loading whether the figures on the screen are older than the collection
 */
export function useShownEdits(edits: PendingEdits, loading: boolean): PendingEdits {
  const [kept, setKept] = useState(edits)
  const next = !loading
    ? edits
    : edits.every((one) => kept.includes(one))
      ? kept
      : withEdits(kept, edits)
  if (next !== kept) setKept(next)
  return next
}
