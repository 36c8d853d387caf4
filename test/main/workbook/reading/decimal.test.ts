import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalOf, decimalText } from '../../../../src/main/workbook/decimal.ts'

test('every finite number is a plain decimal of at most 15 digits that is the same number', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = decimalText(value)
      expect(text).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/)
      expect(text).not.toBe('-0')
      const digits = text.replace(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '')
      expect(digits.length).toBeLessThanOrEqual(15)
      expect(Number(text)).toBe(Number(value.toPrecision(15)) + 0)
    }),
    { numRuns: 2_000 },
  )
})

test('a decimal of up to 15 digits comes through as it was written', () => {
  const digits = fc.integer({ min: 1, max: 999_999_999_999_999 })
  fc.assert(
    fc.property(digits, fc.integer({ min: 0, max: 12 }), (whole, places) => {
      const padded = String(whole).padStart(places + 1, '0')
      const cut = padded.length - places
      const fraction = padded.slice(cut).replace(/0+$/, '')
      const written = padded.slice(0, cut) + (fraction === '' ? '' : `.${fraction}`)
      expect(decimalText(Number(written))).toBe(written)
      expect(decimalOf(written)).toBe(written)
    }),
    { numRuns: 2_000 },
  )
})

test('a whole number keeps all its digits', () => {
  fc.assert(
    fc.property(fc.bigInt(), (whole) => {
      expect(decimalOf(String(whole))).toBe(String(whole))
    }),
  )
})

test.each(['', 'x', '1,2', '0x10', 'Infinity', 'NaN', '1e999', '１２', '--1'])(
  '%j is no number',
  (text) => {
    expect(decimalOf(text)).toBeNull()
  },
)
