import exceljs from 'exceljs'
import { expect, it } from 'vitest'
import type { RawCell } from '../../../../src/core/model/sheet.ts'
import { drawSheet } from '../../../../src/main/workbook/queries/drawn.ts'
import { sheet } from '../../../support/sheet.ts'

const drawn = (cell: RawCell, name = '表') => {
  const read = sheet('原表', 'x')
  read.cells = [[undefined, cell]]
  return drawSheet(new exceljs.Workbook(), read, name).getCell('B1')
}

it.each<[string, RawCell, unknown, string | undefined]>([
  ['a text that looks like a number', { kind: 'text', value: '007' }, '007', undefined],
  ['a number', { kind: 'number', value: '12.5' }, 12.5, undefined],
  ['a percentage', { kind: 'number', value: '0.5', format: '0%' }, 0.5, '0%'],
  ['yes', { kind: 'boolean', value: 'TRUE' }, true, undefined],
  ['no', { kind: 'boolean', value: 'FALSE' }, false, undefined],
  ['a day', { kind: 'date', value: '2024-09-01' }, new Date('2024-09-01T00:00:00Z'), 'yyyy-mm-dd'],
  [
    'a day as it was shown',
    { kind: 'date', value: '2024-09-01T08:30:00', format: 'yyyy/m/d h:mm' },
    new Date('2024-09-01T08:30:00Z'),
    'yyyy/m/d h:mm',
  ],
  ['a time alone', { kind: 'date', value: '08:30' }, '08:30', 'yyyy-mm-dd'],
  ['nothing', { kind: 'text', value: '' }, null, undefined],
  [
    'a formula without a result',
    { kind: 'number', value: '', formula: 'A1+1', noResult: true },
    { formula: 'A1+1' },
    undefined,
  ],
  [
    'a formula over another file',
    { kind: 'number', value: '', formula: "'[x.xlsx]a'!A1", noResult: true },
    "='[x.xlsx]a'!A1",
    undefined,
  ],
])('%s is drawn as what it was read as', (_, cell, value, format) => {
  const at = drawn(cell)
  expect([at.value, at.numFmt]).toEqual([value, format])
})

it('what was hidden and merged stays so, and nothing moves', () => {
  const read = sheet('原表', 'a | b | c\nd | e | <')
  Object.assign(read, { hidden: true, hiddenRows: [1], hiddenColumns: [2] })
  const one = drawSheet(new exceljs.Workbook(), read, '表')
  expect([one.state, one.getRow(2).hidden, one.getRow(1).hidden]).toEqual(['hidden', true, false])
  expect([one.getColumn(3).hidden, one.getColumn(2).hidden]).toEqual([true, false])
  expect(['A1', 'B1', 'C1', 'A2', 'B2'].map((at) => one.getCell(at).value)).toEqual([
    'a',
    'b',
    'c',
    'd',
    'e',
  ])
  expect(one.getCell('C2').master.address).toBe('B2')
})
