const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How many of the newest are kept whatever their age. */
const NEWEST = 10

/** Until which age one is kept of each stretch of time: hours, days, weeks, then months. */
const STRETCHES: readonly { age: number; each: number }[] = [
  { age: DAY, each: HOUR },
  { age: 30 * DAY, each: DAY },
  { age: 365 * DAY, each: 7 * DAY },
  { age: Number.POSITIVE_INFINITY, each: 30 * DAY },
]

/**
 * Which backups are one too many: the newest ten stay, of older ones the newest of each hour, day,
 * week or month, the coarser the older. What bears a time to come stays: the clock may have gone back.
 *
 * @param times when they were made, milliseconds; in any order
 * @returns those to be removed, as in `times`
 */
export function tooMany(times: readonly number[], now: number): number[] {
  const kept = new Set<string>()
  const past = times.filter((time) => time <= now).toSorted((a, b) => b - a)
  return past.flatMap((time, place) => {
    const age = now - time
    const each = STRETCHES.find((stretch) => age <= stretch.age)?.each ?? DAY
    const stretch = `${String(each)} ${String(Math.floor(time / each))}`
    const first = !kept.has(stretch)
    kept.add(stretch)
    return first || place < NEWEST ? [] : [time]
  })
}
