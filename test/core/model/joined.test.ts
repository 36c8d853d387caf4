import fc from 'fast-check'
import { expect, it } from 'vitest'
import { joinValues, splitValues } from '../../../src/core/model/joined.ts'

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
        states: 'n'.repeat(values.length),
        values,
        raw: {},
        formulas: {},
        repairs: {},
      }
      expect(splitValues(joinValues(table))).toEqual(table)
    }),
  )
})
