import { withSeparators } from '../../shared/separators.ts'

/** An ISO time as people here write it: "11-21 19:07", with the year where it is not the same as `year`. */
export function shortTime(iso: string): string {
  const parts = /^\d{4}-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(iso)
  return parts ? `${parts[1]}-${parts[2]} ${parts[3]}` : iso
}

/** A difference with its sign; a dash where there is none to give. */
export function signed(change: string | null): string {
  if (change === null) return '—'
  return change.startsWith('-') || Number(change) === 0
    ? withSeparators(change)
    : `+${withSeparators(change)}`
}
