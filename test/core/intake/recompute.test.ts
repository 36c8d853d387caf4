import { describe, expect, it } from 'vitest'
import { recompute, workedOut } from '../../../src/core/intake/recompute.ts'
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
    ['SUM(B:B)', '0.3'],
    ['SUM($B:$B,1)', '1.3'],
    ['SUM(1:2)', '3.3'],
    ['SUM(s!B:B)', '0.3'],
    ['SUM(B1:B1048576)', '0.3'],
    ['MAX(A1:A2,B:B,6:6)', '4'],
    ['COUNTA(A1:A6)', '5'],
    ['COUNTA(A:A)', '5'],
    ['COUNTA(D1:D9)', '0'],
    ['COUNTA(C1:C6,"x",1)', '7'],
    ['COUNTBLANK(A1:D1)', '1'],
    ['COUNTIF(A1:A6,">1")', '1'],
    ['COUNTIF(A1:A6,"无")', '1'],
    ['COUNTIF(A1:A6,"<>无")', '5'],
    ['COUNTIF(A5:D6,"")', '3'],
    ['COUNTIF(C1:C2,7)', '1'],
    ['SUMIF(A1:A2,">=2")', '2'],
    ['SUMIF(A1:A2,A2,B1:B2)', '0.2'],
    ['SUMIF(C1:C2,"甲",A1:A2)', '1'],
    ['SUMIF(C1:C2,"?",A1:A2)', '3'],
    ['SUMIF(C1:C1,"甲*",A:A)', '1'],
    ['SUMIF(A5:A6,"/",C5:C6)', '4'],
    ['SUMIF(A5:A6,"<>/",C5)', '0'],
    ['SUMIF(C1:C2,"无此",A1:A2)', '0'],
    ['AVERAGEIF(A1:A2,">0")', '1.5'],
    ['INT(2.7)', '2'],
    ['INT(-2.1)', '-3'],
    ['ABS(B6)', '3'],
    ['ROUNDUP(2.01,1)', '2.1'],
    ['ROUNDUP(-2.01,0)', '-3'],
    ['ROUNDDOWN(-2.99,1)', '-2.9'],
    ['ROUNDDOWN(1299,-2)', '1200'],
    ['IF(AND(A1=1,A2=2),5,6)', '5'],
    ['IF(OR(A1=2,A2=1),5,6)', '6'],
    ['IF(NOT(A1=2),5,6)', '5'],
    ['IF(A1&A2="12",5,6)', '5'],
    ['(A1&A2)+1', '13'],
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
    ['a whole column with an error in it', 'SUM(A:A)'],
    ['a date in a whole column', 'SUM(C:C)'],
    ['a search for what may be a number', 'COUNTIF(B5:B6,12)'],
    ['which text comes first', 'COUNTIF(A5:A6,">无")'],
    ['a sum beside what is empty to the end', 'SUMIF(D:D,"",A:A)'],
    ['an average of nothing', 'AVERAGEIF(A1:A2,">9")'],
    ['columns and rows in one', 'SUM(A:2)'],
    ['a text of a figure with a power', '0.00001&""'],
    ['an array', '{1,2}'],
    ['an end too soon', 'A1+'],
    ['a bracket left open', 'SUM(A1'],
    ['two operands side by side', 'A1 A2'],
    ['nothing', ''],
    ['a huge range', 'SUM(A1:XFD1048576)'],
  ])('is left alone where it holds %s', (_, formula) => expect(recompute(grid, formula)).toBe(null))

  it.each([
    ['"石门"&"小学"', '石门小学'],
    ['A5&A1&"人"', '无1人'],
    ['C1&D1&B1', '甲0.1'],
    ['CONCATENATE("21",C2,A1)', '2171'],
    ['IF(A1=1,"是","否")', '是'],
    ['A1+A2&"所"', '3所'],
  ])('%s is the text %s', (formula, value) => {
    expect(workedOut(grid, formula)).toEqual({ kind: 'text', value })
    expect(recompute(grid, formula)).toBe(null)
  })

  it('a whole column without its own sum ends, and with it is a ring', () => {
    const column = sheet('s', '1 | =SUM(A:A)?\n2 | =SUM(B:B)?')
    expect(recompute(column, 'SUM(A:A)')).toBe('3')
    expect(recompute(column, 'B1')).toBe('3')
    expect(recompute(column, 'B2')).toBe(null)
  })

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
