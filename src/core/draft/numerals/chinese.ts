import { parseExact } from '../../../shared/exact.ts'
import type { Exact } from '../../../shared/exact.ts'
import { HAN_DIGITS, HAN_MYRIADS } from '../../cells/han-digits.ts'
import type { Numeral } from './numeral.ts'

const TENS: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n }

/** No number is written in more characters. */
const LONGEST = 30
const NUMBER = /[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+)?/gu

/** The numbers written in Chinese characters, in their order; also those inside words (进一步). */
export function chineseNumerals(text: string): Numeral[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const read = readChinese(match[0])
    if (read === null) return []
    const start = match.index
    return [
      {
        start,
        end: start + match[0].length,
        ...read,
        script: 'chinese' as const,
        negative: false,
      },
    ]
  })
}

/**
 * What a number in Chinese characters says: "一百二十三" 123, "二〇二一" 2021, "九十八点五" 98.5,
 * and the weight of its last digit; null when the characters make no number (三四十). Without a digit
 * before them 十, 百, 千 and 万 are one of their kind.
 */
export function readChinese(written: string): { value: Exact; step: Exact } | null {
  if (written.length > LONGEST) return null
  const [whole = '', fraction] = written.split('点')
  const read = /[十百千万亿]/u.test(whole) ? readPlaces(whole) : readDigits(whole)
  if (read === null) return null
  if (fraction === undefined) return { value: integer(read.value), step: integer(read.step) }
  const digits = Array.from(fraction, (digit) => String(HAN_DIGITS[digit] ?? '')).join('')
  const value = parseExact(`${String(read.value)}.${digits}`)
  return value === null ? null : { value, step: { units: 1n, scale: digits.length } }
}

const integer = (units: bigint): Exact => ({ units, scale: 0 })

/** Digit by digit, as years are written. 三四 is no number but a guess. */
function readDigits(written: string): { value: bigint; step: bigint } | null {
  const digits = Array.from(written, (digit) => String(HAN_DIGITS[digit] ?? '')).join('')
  return digits === '' || written.length === 2 ? null : { value: BigInt(digits), step: 1n }
}

function readPlaces(written: string): { value: bigint; step: bigint } | null {
  let [total, section, digit, step] = [0n, 0n, null as bigint | null, 1n]
  let last = 1n
  for (const character of written) {
    const ten = TENS[character]
    const myriad = HAN_MYRIADS[character]
    if (ten !== undefined) {
      if (digit === null && ten < last) return null
      section += (digit ?? 1n) * ten
      digit = null
      step = ten
      last = ten
    } else if (myriad !== undefined) {
      section += digit ?? (section === 0n && total === 0n ? 1n : 0n)
      total = (total + section) * myriad
      step = myriad
      last = myriad
      section = 0n
      digit = null
    } else {
      const next = BigInt(HAN_DIGITS[character] ?? 0)
      if (digit !== null && digit !== 0n) return null
      digit = next
      if (next !== 0n) step = 1n
      else last = 10n
    }
  }
  if (digit !== null && digit !== 0n) {
    // 三千二 is 3200, but 三千零二 3002.
    const place = last >= 100n ? last / 10n : 1n
    return { value: total + section + digit * place, step: place }
  }
  return { value: total + section, step }
}
