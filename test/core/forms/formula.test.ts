import { describe, expect, it } from 'vitest'
import { translateFormula } from '../../../src/core/forms/formula.ts'

/** Items stand in B2:D9 of 表1 (rows 01…, columns 1…) and in B2 of 表 2. */
const itemAt = (sheet: string, row: number, column: number): string | null => {
  if (sheet === '表 2') return row === 1 && column === 1 ? '表二[01,1]' : null
  if (sheet !== '表1' || row < 1 || row > 8 || column < 1 || column > 3) return null
  return `表一[0${String(row)},${String(column)}]`
}
const said = (formula: string): string | null => translateFormula(formula, '表1', itemAt)

describe('a blank form’s formula over items', () => {
  it.each([
    ['B2+C2', '表一[01,1]+表一[01,2]'],
    ['SUM(B2:B9)', 'SUM(表一[01:08,1])'],
    ['SUM(B9:B2)', 'SUM(表一[01:08,1])'],
    ['SUM(D2:B2)', 'SUM(表一[01,1:3])'],
    ['SUM(B2:C3,D2)', 'SUM(表一[01:02,1:2],表一[01,3])'],
    ['$B$2-b$3', '表一[01,1]-表一[02,1]'],
    ["'表 2'!B2*2", '表二[01,1]*2'],
    ['表1!B2', '表一[01,1]'],
    ['IF(B2>0,"B3 人",C2)', 'IF(表一[01,1]>0,"B3 人",表一[01,2])'],
    ['ROUND(B2/C2,2)', 'ROUND(表一[01,1]/表一[01,2],2)'],
    ['1+2', '1+2'],
  ])('%s becomes %s', (formula, translated) => {
    expect(said(formula)).toBe(translated)
  })

  it.each([
    'A1',
    'SUM(A1:B9)',
    "'表 3'!B2",
    '表1!Z9',
    'SUM(B2:E9)',
    'SUM(A:A)',
    'SUM(2:2)',
    '总数+B2',
  ])('%s points at what is no item, so it is no rule over items', (formula) =>
    expect(said(formula)).toBe(null),
  )

  it('never takes a function’s name for a cell (LOG10, DAYS360)', () => {
    expect(said('LOG10(B2)')).toBe('LOG10(表一[01,1])')
    expect(said('DAYS360(B2,B3)')).toBe('DAYS360(表一[01,1],表一[02,1])')
  })
})
