import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addExact,
  compareExact,
  ExactSum,
  formatExact,
  formatScaled,
  isWhole,
  multiplyExact,
  parseExact,
  subtractExact,
} from '../../src/shared/exact.ts'
import type { Exact } from '../../src/shared/exact.ts'

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.nat(6))
  .map(([units, scale]) => formatExact({ units, scale }))

const exact = (text: string): Exact => {
  const value = parseExact(text)
  if (value === null) throw new Error(text)
  return value
}
/** The same number in millionths: a model that needs no scale. */
const millionths = (text: string): bigint => {
  const { units, scale } = exact(text)
  return units * 10n ** BigInt(6 - scale)
}
const sumOf = (values: string[]): string => {
  const sum = new ExactSum()
  for (const value of values) sum.add(value)
  return sum.toString()
}

describe('exact decimals', () => {
  it('write and read back the same number, without needless zeros', () => {
    fc.assert(
      fc.property(decimal, (text) => {
        expect(formatExact(exact(text))).toBe(text)
        expect(text).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/)
        expect(text).not.toBe('-0')
      }),
    )
  })

  it('add, subtract and compare as whole numbers do', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [x, y] = [exact(a), exact(b)]
        expect(millionths(formatExact(addExact(x, y)))).toBe(millionths(a) + millionths(b))
        expect(millionths(formatExact(subtractExact(x, y)))).toBe(millionths(a) - millionths(b))
        const order = millionths(a) < millionths(b) ? -1 : millionths(a) > millionths(b) ? 1 : 0
        expect(compareExact(x, y)).toBe(order)
        expect(isWhole(x)).toBe(!a.includes('.'))
      }),
    )
  })

  it('multiply as whole numbers do, and keep the places of both', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const product = multiplyExact(exact(a), exact(b))
        expect(product.units * 10n ** BigInt(12 - product.scale)).toBe(
          millionths(a) * millionths(b),
        )
      }),
    )
    expect(formatScaled(multiplyExact(exact('1.50'), exact('-0.20')))).toBe('-0.3000')
  })

  it('keep every place of their scale where they are written so', () => {
    expect(
      ['3220.80', '-0.05', '0.00', '12', '-7.10'].map((text) => formatScaled(exact(text))),
    ).toEqual(['3220.80', '-0.05', '0.00', '12', '-7.10'])
  })

  it.each(['', ' ', '1e5', '0x10', '1,000', '.5', '5.', '--1', 'NaN', '１', '1 '])(
    'are none in %j',
    (text) => {
      expect(parseExact(text)).toBe(null)
    },
  )
})

describe('a sum', () => {
  it('of 0.1 and 0.2 is 0.3', () => expect(sumOf(['0.1', '0.2'])).toBe('0.3'))
  it('of nothing is 0', () => expect(sumOf([])).toBe('0'))
  it('keeps every digit beyond what a double holds', () => {
    expect(sumOf(['9007199254740992', '1', '0.000001'])).toBe('9007199254740993.000001')
    expect(sumOf(Array.from({ length: 1000 }, () => '99999999999999'))).toBe('99999999999999000')
  })

  it('is that of a model in whole numbers, in any order', () => {
    const several = fc.array(decimal, { maxLength: 30 })
    const shuffled = several.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    )
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const total = list.reduce((sum, text) => sum + millionths(text), 0n)
        expect(sumOf(list)).toBe(formatExact({ units: total, scale: 6 }))
        expect(sumOf(other)).toBe(sumOf(list))
      }),
    )
  })

  it.each(['', ' ', '1e5', '0x10', 'abc', '1,000', 'Infinity', ' 5'])(
    'refuses %j: misuse, not 0',
    (text) => {
      expect(() => sumOf([text])).toThrow(TypeError)
    },
  )
})
