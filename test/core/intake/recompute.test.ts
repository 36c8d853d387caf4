import { describe, expect, it } from 'vitest'
import { recompute } from '../../../src/core/intake/recompute.ts'
import { sheet } from '../../support/sheet.ts'

const grid = sheet(
  's',
  `
  1 | 0.1 | 甲
  2 | 0.2 | '7
  | =A1+A2? | @2025-03-05
  #REF! | =D9? | ?TRUE
  无 | １２
  / | -3 | 4
  `,
)

describe('a formula worked out again', () => {
  it.each([
    ['A1+A2', '3'],
    ['B1+B2', '0.3'],
    ['SUM(A1:A3)', '3'],
    ['SUM(A1:B2)', '3.3'],
    ['SUM(A1,A2,10)', '13'],
    ['sum( $A$1 : a2 )', '3'],
    ['A1-A2*3', '-5'],
    ['-(A1+A2)*2', '-6'],
    ['B3*2', '6'],
    ['D1+D2', '0'],
    ['12', '12'],
    ['SUM(A1:C2)', '3.3'],
    ['SUM(A5:C6,A1)', '2'],
    ['SUM(C4,A1,TRUE,"3")', '5'],
    ['A1+C2', '8'],
    ['C4+1', '2'],
    ['A1/A2', '0.5'],
    ['1/3', '0.333333333333333'],
    ['2/3*3', '2'],
    ['A1%', '0.01'],
    ['AVERAGE(A1:A2,A5)', '1.5'],
    ['COUNT(A1:C2)', '4'],
    ['COUNT(A1:A6)', '2'],
    ['MAX(A5:C6)', '4'],
    ['MIN(B6,C6)', '-3'],
    ['MAX(A5)', '0'],
    ['ROUND(2.5,0)', '3'],
    ['ROUND(-2.45,1)', '-2.5'],
    ['ROUND(1250,-2)', '1300'],
    ['IF(A1>0,A2,1/0)', '2'],
    ['IF(A5="无",7,8)', '7'],
    ['IF(D9="",7,8)', '7'],
    ['IF(A1<>A2,IF(A1>=A2,5,6),9)', '6'],
    ['IFERROR(A1/D9,0)', '0'],
    ['IFERROR(A4,4)', '4'],
    ['IF(A1=1,"",2)', ''],
    ['SUMPRODUCT(A1:A2,B1:B2)', '0.5'],
    ['SUMPRODUCT(A5:A6,C5:C6)', '0'],
    ['-A1%*200', '-2'],
    ['(A1+(A2-(B6*C6)))/2', '7.5'],
  ])('%s is %s', (formula, value) => expect(recompute(grid, formula)).toBe(value))

  it.each([
    ['text', 'A1+C1'],
    ['a date', 'A1+C3'],
    ['an error', 'A1+A4'],
    ['a power', '2^3'],
    ['another function', 'VLOOKUP(A1,A1:B2,2)'],
    ['division by nothing', 'A1/D9'],
    ['an error in a sum', 'SUM(A1:A4)'],
    ['a mark in arithmetic', 'A1+C1'],
    ['text that may be a number', 'A1+B5'],
    ['products without end', `A1${'*123456789'.repeat(9)}`],
    ['a sheet that is not there', '表2!A1'],
    ['a range from one sheet to another', 'SUM(s!A1:表2!A2)'],
    ['a sheet of another workbook', '[1]s!A1'],
    ['a whole column', 'SUM(A:A)'],
    ['an array', '{1,2}'],
    ['an end too soon', 'A1+'],
    ['a bracket left open', 'SUM(A1'],
    ['two operands side by side', 'A1 A2'],
    ['nothing', ''],
    ['a huge range', 'SUM(A1:XFD1048576)'],
    ['signs without end', `1${'%'.repeat(5_000)}`],
    ['brackets without end', `${'('.repeat(5_000)}1${')'.repeat(5_000)}`],
  ])('is left alone where it holds %s', (_, formula) => expect(recompute(grid, formula)).toBe(null))

  it.each([
    ['人数!A1+A1', '8'],
    ['SUM(人数!A1:A2,A1)', '13'],
    [`'学生 ''25'!A1*2`, '18'],
    [`SUM('学生 ''25'!$A$1:'学生 ''25'!$B$1)`, '12'],
    ['人数!B1', '6'],
  ])('%s reads other sheets of the workbook', (formula, value) => {
    const pupils = sheet('人数', '7 | =A2+S!A1?\n5')
    const named = sheet("学生 '25", '9 | 3')
    expect(recompute(grid, formula, [grid, pupils, named])).toBe(value)
  })

  it('ends where cells point at each other in a ring', () => {
    const ring = sheet('s', '=B1? | =A1?')
    expect(recompute(ring, 'A1+1')).toBe(null)
  })

  it('ends where a hostile file doubles the work at every step', () => {
    const rows = Array.from({ length: 38 }, (_, i) => `=A${String(i + 2)}+A${String(i + 2)}?`)
    const doubling = sheet('s', [...rows, '1'].join('\n'))
    expect([null, String(2 ** 38)]).toContain(recompute(doubling, 'A1'))
  })

  it('ends on brackets nested without end', () => {
    expect(recompute(grid, `${'('.repeat(200_000)}1`)).toBe(null)
    expect(recompute(grid, '-'.repeat(200_000) + '1')).toBe(null)
  })
})

describe('a quotient is as exact as in Excel, no more and no less', () => {
  const sevens = sheet('s', '7 | 12 | 30')

  it.each([
    ['ROUND(A1/B1*C1,0)', '18'],
    ['IF(A1/B1*C1=17.5,1,0)', '1'],
    ['A1/B1*C1-17.5', '0'],
    ['ROUND(-A1/B1*C1,0)', '-18'],
    ['ROUND(A1/B1,2)', '0.58'],
  ])('%s is %s', (formula, value) => expect(recompute(sevens, formula)).toBe(value))
})
