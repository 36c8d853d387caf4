import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvField } from '../../src/core/model/csv-field.ts'
import { readDelimited } from '../../src/main/workbook/delimited.ts'
import { asText } from '../../src/shared/formula-text.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['+cmd|x', "'+cmd|x"],
  ['-2+3', "'-2+3"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ["'=1", "''=1"],
])('%j is written so that no spreadsheet runs it', (text, written) => {
  expect(asText(text)).toBe(written)
})

test.each(['-12', '+3.5', '-0.5%', '第一小学', '', '-', '—', "'引号", '1=1'])(
  'the figure or plain text %j is written as it is',
  (text) => {
    expect(asText(text)).toBe(text)
  },
)

test('what a CSV of ours holds comes back unchanged when it is read', () => {
  const cell = fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', "'", '1', 'a', ',', '"', '\n', '表'),
    minLength: 1,
  })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 2, maxLength: 5 }), (rows) => {
      const text = rows.map((row) => `${row.map(csvField).join(',')}\n`).join('')
      const [sheet] = readDelimited(text)?.sheets ?? []
      const read = rows.map((_, row) =>
        [0, 1].map((column) => {
          const found = sheet?.cells[row]?.[column]
          return found?.kind === 'text' ? found.value : null
        }),
      )
      expect(read).toEqual(rows)
    }),
  )
})
