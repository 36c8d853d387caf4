import { HAN_DIGITS, HAN_MYRIADS } from './han-digits.ts'

/** With those of banks, which nobody can alter. */
const DIGITS = new Map(
  Object.entries({
    ...HAN_DIGITS,
    壹: 1,
    贰: 2,
    叁: 3,
    肆: 4,
    伍: 5,
    陆: 6,
    柒: 7,
    捌: 8,
    玖: 9,
  }),
)
const STEPS = new Map(Object.entries({ 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 }))
const MYRIADS = new Map(Object.entries(HAN_MYRIADS))

/**
 * The whole number that Han numerals write ("一百二十三" → "123", "三万五" is none), as a plain
 * decimal. Offered to a person as a reading, never taken by itself.
 *
 * @returns null when the text is no whole number so written
 */
export function hanNumber(text: string): string | null {
  const characters = Array.from(text)
  const known = (c: string): boolean => DIGITS.has(c) || STEPS.has(c) || MYRIADS.has(c)
  if (characters.length === 0 || !characters.every(known)) return null
  // Digit by digit, as years are written: 二〇二五.
  if (characters.every((c) => DIGITS.has(c))) {
    const digits = characters.map((c) => String(DIGITS.get(c)))
    return digits.join('').replace(/^0+(?=\d)/, '')
  }
  let total = 0n
  let section = 0
  let digit: number | null = null
  for (const c of characters) {
    const own = DIGITS.get(c)
    const step = STEPS.get(c)
    const myriad = MYRIADS.get(c)
    if (own !== undefined) {
      if (digit !== null && digit !== 0) return null
      digit = own
    } else if (step !== undefined) {
      if (section !== 0 && section % (step * 10) !== 0) return null
      section += (digit ?? 1) * step
      digit = null
    } else if (myriad !== undefined) {
      total = (total + BigInt(section + (digit ?? 0))) * myriad
      section = 0
      digit = null
    }
  }
  // "三百五" may be 305 or 350, "三万五" 30005 or 35000: a last digit counts as ones only after 十 or 零.
  const loose = digit !== null && digit !== 0 && !/[十拾零〇].$/u.test(text)
  if (loose && (section > 0 || total > 0n)) return null
  return String(total + BigInt(section + (digit ?? 0)))
}
