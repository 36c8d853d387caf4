/**
 * A date as typed on a form ("2025年09月13日", "2025.9.13", "2025-09-13") in ISO form.
 *
 * @returns null when there is no date in the text or it is no day of the calendar
 */
export function isoDateIn(text: string): string | null {
  const match = /(\d{4})\s*[年.\-/．]\s*(\d{1,2})\s*[月.\-/．]\s*(\d{1,2})/u.exec(
    text.normalize('NFKC'),
  )
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  if (days === undefined || day < 1 || day > days) return null
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${String(year)}-${two(month)}-${two(day)}`
}
