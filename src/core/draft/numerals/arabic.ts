import { parseExact } from '../../../shared/exact.ts'
import type { Numeral } from './numeral.ts'

/**
 * Digits, with commas or spaces between thousands, with a point that a space may follow, and with a
 * line break of a wrapped line between the thousands: "1,280", "70 443", "3. 1", "70\n443".
 */
const NUMBER =
  /(?<![\d.])(?:\d{1,3}(?:,\d{3})+(?![\d])|\d{1,3}(?:[ ]\d{3})+(?![\d])|\d+)(?:\.\d+|(?<=\d)\. \d+(?![\d.、]))?/gu
/** Line breaks that fall inside a number: between Han prose on both sides. */
const BROKEN = /(?<=[\p{Script=Han}] ?)(\d{1,3})\n(\d{3})(?=[.\d]{0,6} ?[\p{Script=Han}%])(?!\d)/gu
const BROKEN_AT_MARK = /(?<=\d[.,])\n(?=\d)|(?<=[\p{Script=Han}]\d{1,9})\n(?=\.\d)/gu

/** The numbers written with digits, in their order. */
export function arabicNumerals(text: string): Numeral[] {
  const joined = text
    .replaceAll(BROKEN, '$1 $2')
    .replaceAll(BROKEN_AT_MARK, ' ')
    .replaceAll(/(?<=\d), (?=\d{3}(?!\d))/gu, ', ')
  return [...joined.matchAll(NUMBER)].flatMap((match) => {
    const digits = match[0].replaceAll(/[ ,]/gu, '')
    const value = parseExact(digits)
    if (value === null) return []
    const start = match.index
    return [
      {
        start,
        end: start + match[0].length,
        value,
        step: { units: 1n, scale: value.scale },
        script: 'arabic' as const,
        negative: isNegative(joined, start),
      },
    ]
  })
}

/** A minus sign, not the dash of a range: 增长-3.2%, 为-3.2%, 分别提高1.2、-0.6个百分点. */
function isNegative(text: string, start: number): boolean {
  return (
    text[start - 1] === '-' &&
    /(?:增长|提高|提升|上升|增加|增幅|增速|[同环]比|率|了|为|是|达|[:、和与及]) ?-$/u.test(
      text.slice(Math.max(0, start - 4), start),
    )
  )
}
