const LAST = /上年|去年|上一年|上学年|上一学年/u

/**
 * Which year a text's words for a time mean, as seen from a collection's year: 2024 and 去年 in one
 * of 2025 are last year's; no year is this year's.
 *
 * @param thisYear the year that the collection is of; null when it does not say
 */
export function yearOf(period: string | null, thisYear: number | null): 'this' | 'last' | 'other' {
  if (period === null) return 'this'
  if (LAST.test(period)) return 'last'
  const written = /(?:19|20)\d{2}/u.exec(period.normalize('NFKC'))?.[0]
  if (written === undefined || thisYear === null) return 'this'
  const year = Number(written)
  return year === thisYear ? 'this' : year === thisYear - 1 ? 'last' : 'other'
}

/** A year as a sentence or clause begins with it; 比2024年 and 较去年 are compared with, not spoken of. */
const SPOKEN_OF =
  /(?:^|[，。；：,;:\s])(?:截至|截止|到|在|至)?((?:19|20)\d{2}年|去年|上年|上一?学年)(?!级|同期|底?[相以]比|度?相比)/gu

/** The time that the words of a sentence before a figure speak of; null where they name none. */
export function periodIn(before: string): string | null {
  return [...before.matchAll(SPOKEN_OF)].at(-1)?.[1] ?? null
}
