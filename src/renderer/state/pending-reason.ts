/** Id of the one field that asks why the edits that wait were made. */
export const PENDING_REASON = 'pending-reason'

/** Puts the keyboard into that field; it is there as long as edits wait. */
export function askPendingReason(): void {
  document.querySelector<HTMLInputElement>(`#${PENDING_REASON}`)?.focus()
}
