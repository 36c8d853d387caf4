import { formatExact, multiplyExact, parseExact } from '../../../shared/exact.ts'
import type { Exact } from '../../../shared/exact.ts'
import { NEVER } from '../lexicon/units.ts'
import type { Unit } from '../lexicon/units.ts'
import { readChinese } from './chinese.ts'
import type { Quantity } from './quantity.ts'

const CN = '[零〇一二两三四五六七八九十百千]'
const AMOUNT = `(\\d+(?:\\.\\d+)?|${CN}+(?:点[零〇一二三四五六七八九]+)?)`

const PERCENT: Unit = { base: '%', sort: 'percent', unless: NEVER }
const PERMILLE: Unit = { base: '‰', sort: 'percent', unless: NEVER }
const TIMES: Unit = { base: '倍', sort: 'times', unless: NEVER }

/** A way of saying a share or a multiple in words, and what it comes to. */
interface Saying {
  readonly pattern: RegExp
  readonly unit: Unit
  readonly read: (match: RegExpMatchArray) => { value: Exact; step: Exact } | null
  readonly loose: boolean
}

const whole = (units: bigint): Exact => ({ units, scale: 0 })

const SAYINGS: readonly Saying[] = [
  {
    pattern: new RegExp(`百分之${AMOUNT}`, 'gu'),
    unit: PERCENT,
    read: ([, amount = '']) => amountOf(amount),
    loose: false,
  },
  {
    pattern: new RegExp(`千分之${AMOUNT}`, 'gu'),
    unit: PERMILLE,
    read: ([, amount = '']) => amountOf(amount),
    loose: false,
  },
  {
    pattern: new RegExp(
      `(?<![百千万])(\\d{1,3}|[二两三四五六七八九十]{1,2})分之(\\d{1,3}|[一二两三四五六七八九十]{1,2})`,
      'gu',
    ),
    unit: PERCENT,
    read: ([, below = '', above = '']) => shareOf(amountOf(above)?.value, amountOf(below)?.value),
    loose: true,
  },
  {
    // 应配数的1/5; no date, and no scale of a map.
    pattern: /(?<=[的约近超过达占到足仅] ?)([1-9])\/([2-9]|10)(?![\d/年月日.])/gu,
    unit: PERCENT,
    read: ([, above = '', below = '']) => shareOf(amountOf(above)?.value, amountOf(below)?.value),
    loose: true,
  },
  {
    // 九成, 七成五, 8.5成
    pattern:
      /(?<![零〇一二三四五六七八九十\d第建])(\d(?:\.\d)?|[一二两三四五六七八九])成([一二三四五六七八九])?(?![员立为功果效长绩人都就熟本不批分交套品形色语年])/gu,
    unit: PERCENT,
    read: ([, tens = '', ones]) => tenthsOf(tens, ones),
    loose: true,
  },
  {
    pattern: /(?<!另)一半(?!是)|半数|(?<!双)过半(?!学)/gu,
    unit: PERCENT,
    read: () => ({ value: whole(50n), step: whole(1n) }),
    loose: true,
  },
  {
    pattern: /翻了?(?:近|约)?([一二两三四五\d])?番/gu,
    unit: TIMES,
    read: ([, times = '一']) => doublings(times),
    loose: true,
  },
]

/** Shares and multiples said in words: 百分之九十八点五, 三分之一, 九成, 一半, 翻一番. */
export function saidNumbers(text: string): Quantity[] {
  return SAYINGS.flatMap(({ pattern, unit, read, loose }) =>
    [...text.matchAll(pattern)].flatMap((match): Quantity[] => {
      const number = read(match)
      if (number === null) return []
      return [
        {
          start: match.index,
          end: match.index + match[0].length,
          value: number.value,
          high: null,
          step: number.step,
          rounding: loose ? 'loose' : 'rounded',
          decimals: number.value.scale,
          unit,
          quotedUnit: unit.base,
          scale: '',
          script: 'chinese',
          negative: false,
          more: false,
        },
      ]
    }),
  )
}

function amountOf(written: string): { value: Exact; step: Exact } | null {
  const digits = parseExact(written)
  if (digits !== null) return { value: digits, step: { units: 1n, scale: digits.scale } }
  return readChinese(written)
}

/** Per cent with six decimals: a third is 33.333333. */
function shareOf(
  above: Exact | undefined,
  below: Exact | undefined,
): { value: Exact; step: Exact } | null {
  if (above === undefined || below === undefined || below.units === 0n) return null
  if (above.units >= below.units) return null
  const millionths = (above.units * 1_000_000_00n * 10n) / below.units
  return { value: { units: (millionths + 5n) / 10n, scale: 6 }, step: whole(4n) }
}

function tenthsOf(tens: string, ones: string | undefined): { value: Exact; step: Exact } | null {
  const ten = amountOf(tens)?.value
  const one = ones === undefined ? whole(0n) : amountOf(ones)?.value
  if (ten === undefined || one === undefined) return null
  const value = multiplyExact(ten, whole(10n))
  const fine = ones !== undefined || ten.scale > 0
  const plain = parseExact(formatExact({ ...value, units: value.units + one.units }))
  return plain === null ? null : { value: plain, step: whole(fine ? 1n : 10n) }
}

/** 翻一番 is twice as much, 翻两番 four times. */
function doublings(times: string): { value: Exact; step: Exact } | null {
  const count = amountOf(times)?.value.units
  return count === undefined ? null : { value: whole(2n ** count), step: { units: 1n, scale: 1 } }
}
