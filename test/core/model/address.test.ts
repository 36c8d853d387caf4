import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  a1,
  columnName,
  itemAddress,
  parseA1,
  parseItemAddress,
} from '../../../src/core/model/address.ts'

describe('addresses', () => {
  it('of cells read back as written, to the last cell Excel has', () => {
    fc.assert(
      fc.property(fc.nat(1_048_575), fc.nat(16_383), (row, column) => {
        expect(parseA1(a1(row, column))).toEqual({ row, column })
      }),
    )
    expect(['A', 'Z', 'AA', 'XFD']).toEqual([0, 25, 26, 16_383].map(columnName))
    expect(parseA1('$b$7')).toEqual({ row: 6, column: 1 })
  })

  it.each(['', 'A', '1', 'A0', 'ABCD1', '甲1', 'A1:B2', 'A1.5'])('%j is no cell', (text) => {
    expect(parseA1(text)).toBe(null)
  })

  it('of items read back as written, also for forms named with brackets', () => {
    const form = fc.constantFrom('教基3112', '表[1]', '表 一,二', '教基3112·九年一贯', 'Sheet1')
    const code = fc.constantFrom('01', '1', '12a', '01#3')
    fc.assert(
      fc.property(form, code, code, (id, row, column) => {
        expect(parseItemAddress(itemAddress(id, row, column))).toEqual({ form: id, row, column })
      }),
    )
    expect(parseItemAddress('教基3112[ 01 , 7 ]')).toEqual({
      form: '教基3112',
      row: '01',
      column: '7',
    })
  })

  it.each(['', '教基3112', '[01,1]', '教基3112[01]', '教基3112[01,1', '教基3112[01,1,2]'])(
    '%j is no item',
    (text) => {
      expect(parseItemAddress(text)).toBe(null)
    },
  )
})
