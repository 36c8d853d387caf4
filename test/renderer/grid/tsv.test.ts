import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatTsv, parseTsv } from '../../../src/renderer/grid/tsv.ts'

test('what Excel puts on the clipboard: the last line end makes no row', () => {
  expect(parseTsv('1\t2\r\n3\t4\r\n')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ])
})

test('an empty cell in the middle and an empty last row but one stay', () => {
  expect(parseTsv('1\t\t3\r\n\r\n5')).toEqual([['1', '', '3'], [''], ['5']])
})

test('a quoted cell may hold tabs, line ends and doubled quotes', () => {
  expect(parseTsv('"a\tb\r\nc ""d"""\t2')).toEqual([['a\tb\r\nc "d"', '2']])
})

test('a quote that is never closed is an ordinary sign', () => {
  expect(parseTsv('"12\t3')).toEqual([['"12', '3']])
  expect(parseTsv('"12"寸\t3')).toEqual([['"12"寸', '3']])
})

test('what is copied is what is pasted', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', '"', '\t', '\n', '\r', '1', '万', ' ', '=', '-', '+', '@', "'"),
  })
  const block = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    )
    // A single empty last row cannot be told from the line end that every spreadsheet adds.
    .filter(
      (rows) => (rows.at(-1) ?? []).some((one) => one !== '') || (rows.at(-1) ?? []).length > 1,
    )
  fc.assert(
    fc.property(block, (rows) => {
      expect(parseTsv(formatTsv(rows))).toEqual(rows)
    }),
  )
})

test('what a school typed is no formula where it is pasted; figures are figures', () => {
  expect(formatTsv([['=1+1', '-12.5', '+3%', '@SUM(A1)', '-', "'=1", '=cmd|x']])).toBe(
    "'=1+1\t-12.5\t+3%\t'@SUM(A1)\t-\t''=1\t'=cmd|x",
  )
})
