import fc from 'fast-check'
import { expect, it } from 'vitest'
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
        repairs: {},
      }
      const text = textOf(table)
      expect(tableOf(text)).toEqual(table)
      const kept = tableOf(text, true)
      expect(textOf(kept)).toBe(text)
      expect(tableOf(textOf(kept))).toEqual(table)
    }),
  )
})
