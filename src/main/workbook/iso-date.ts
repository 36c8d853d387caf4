import { durationText, shownClock } from './number-format.ts'

const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](.+?))?Z?$/u
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}(?:[.,]\d+)?))?Z?$/u
const DAY = 86_400
/** 1899-12-31, which Excel counts as day 0, and the day before, which other programs do. */
const EPOCH = Date.UTC(1899, 11, 31) / 1000
const LEAP = 59

/**
 * A date, date with time or time as a file writes it out (ISO 8601, with fractions of seconds, the
 * seconds left out, or Z), as the same cell is read where a file holds its serial number: rounded
 * to the second, a length of time where the format shows one. Null when it is none of these, or no
 * day of the calendar.
 */
export function isoOf(text: string, format: string): string | null {
  const written = text.trim()
  const time = secondsOf(written)
  if (time !== null) return durationText(time / DAY)
  const [, year, month, day, clock] = DATE.exec(written) ?? []
  if (year === undefined) return null
  const seconds = clock === undefined ? 0 : secondsOf(clock)
  const start = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 1000
  const whole = `${year}-${month ?? ''}-${day ?? ''}`
  if (seconds === null || !new Date(start * 1000).toISOString().startsWith(whole)) return null
  const days = (start - EPOCH) / DAY
  if (days > 0) {
    const serial = (days > LEAP ? days + 1 : days) + seconds / DAY
    const shown = shownClock(serial, format, false)
    if (shown !== null) return shown
  }
  const rounded = start + Math.round(seconds)
  // Before the first day there is only a time.
  if (days <= 0 && rounded < EPOCH + DAY) return durationText(Math.round(seconds) / DAY)
  return new Date(rounded * 1000).toISOString().slice(0, 19).replace('T00:00:00', '')
}

/** Seconds since midnight of a time as written; null when it is none. */
function secondsOf(text: string): number | null {
  const [, hours, minutes, seconds = '0'] = TIME.exec(text) ?? []
  if (hours === undefined) return null
  const parts = [Number(hours), Number(minutes), Number(seconds.replace(',', '.'))] as const
  if (parts[0] > 24 || parts[1] > 59 || parts[2] >= 61) return null
  return parts[0] * 3_600 + parts[1] * 60 + parts[2]
}
