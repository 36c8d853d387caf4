import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { TableReading } from '../../../src/core/model/reading.ts'
import { tableOf, textOf } from '../../../src/core/model/table-text.ts'

it('gives back whatever values went in, also with the separator in them', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '\u007f', '1\u007f2'))
  fc.assert(
    fc.property(fc.array(value), (values) => {
      const table = {
        form: '表',
        sheet: '表',
        aligned: 'exact' as const,
        rowAt: [],
        columnAt: [],
        states: 't'.repeat(values.length),
        values,
        raw: {},
        formulas: {},
        cleanings: {},
      }
      const text = textOf(table)
      expect(tableOf(text)).toEqual(table)
      const kept = tableOf(text, true)
      expect(textOf(kept)).toBe(text)
      expect(tableOf(textOf(kept))).toEqual(table)
    }),
  )
})

const table: TableReading = {
  form: '表',
  sheet: '表一',
  aligned: 'exact',
  rowAt: [4, 5],
  columnAt: [2],
  states: 'nn',
  values: ['1', '2'],
  raw: { 1: '2 ' },
  formulas: { 0: 'SUM(A1:A2)\n+1' },
  cleanings: { 1: ['space'] },
}

it('tells tables apart that differ in nothing but where they stand', () => {
  const other = { ...table, rowAt: [5, 6] }
  expect(tableOf(textOf(table))).toEqual(table)
  expect(tableOf(textOf(other))).toEqual(other)
})

it('keeps what tables of one layout have in common once', () => {
  const [first, second] = [table, { ...table, values: ['3', '4'] }].map((one) =>
    tableOf(textOf(one)),
  )
  expect(second?.formulas).toBe(first?.formulas)
  expect(second?.values).toEqual(['3', '4'])
})

it('reads the texts of earlier versions: one object, its values joined or not', () => {
  const { cleanings, ...rest } = table
  const written = { ...rest, repairs: cleanings }
  expect(tableOf(JSON.stringify(written))).toEqual(table)
  expect(tableOf(JSON.stringify({ ...written, values: '1\u007f2' }))).toEqual(table)
})

it('throws on a text that was cut off', () => {
  const text = textOf(table)
  for (const end of [0, 1, text.indexOf('\n'), text.indexOf('\n') + 1, text.length - 1]) {
    expect(() => tableOf(text.slice(0, end))).toThrow(SyntaxError)
  }
})
