import type { FileRow } from '../../shared/intake.ts'

export type DayBy = 'received' | 'reported'

/** Files of one day: taken, to check, and all others (returned, twice, superseded …). */
export interface Day {
  /** ISO date. */
  day: string
  used: number
  queried: number
  other: number
}

/** Days in a row are drawn with the empty ones between them up to so many. */
const LONGEST = 45

/** The day a file came in, or the date the school wrote on it; null where there is none. */
export function dayOf(file: FileRow, by: DayBy): string | null {
  const day = (by === 'received' ? file.receivedAt : (file.returnDate ?? '')).slice(0, 10)
  return /^\d{4}-\d\d-\d\d$/.test(day) ? day : null
}

/**
 * Files by the day they came in, or by the date the school wrote on them. Empty days between are
 * there too unless the span is long. Files without a date are counted apart.
 */
export function returnsByDay(
  files: readonly FileRow[],
  by: DayBy,
): { days: Day[]; undated: number } {
  const days = new Map<string, Day>()
  let undated = 0
  for (const file of files) {
    const day = dayOf(file, by)
    if (day === null) {
      // What is no return (a lock file, a letter) has no date to miss.
      if (file.tables.length > 0) undated += 1
      continue
    }
    const own = days.get(day) ?? emptyDay(day)
    days.set(day, own)
    if (file.status === 'accepted') own.used += 1
    else if (file.status === 'queried') own.queried += 1
    else own.other += 1
  }
  const sorted = [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1))
  return { days: withGaps(sorted), undated }
}

/** The dates schools wrote say more when everything was read in on one day. */
export function usualDay(files: readonly FileRow[]): DayBy {
  const received = new Set(files.map((file) => file.receivedAt.slice(0, 10)))
  const reported = new Set(files.flatMap((file) => file.returnDate ?? []))
  return received.size <= 1 && reported.size > 1 ? 'reported' : 'received'
}

function emptyDay(day: string): Day {
  return { day, used: 0, queried: 0, other: 0 }
}

function withGaps(days: Day[]): Day[] {
  const [first] = days
  const last = days.at(-1)
  if (!first || !last) return days
  const from = Date.parse(first.day)
  const count = Math.round((Date.parse(last.day) - from) / 86_400_000) + 1
  if (count > LONGEST) return days
  const byDay = new Map(days.map((day) => [day.day, day]))
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(from + i * 86_400_000).toISOString().slice(0, 10)
    return byDay.get(day) ?? emptyDay(day)
  })
}
