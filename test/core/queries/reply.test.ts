import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keySheetRows, readKeySheet } from '../../../src/core/queries/key-sheet.ts'
import type { QueryBook } from '../../../src/core/model/query-book.ts'
import { HEADINGS, partReply } from '../../../src/core/queries/reply.ts'
import type { RawCell, SheetData } from '../../../src/core/model/sheet.ts'

const text = fc.string({ maxLength: 12 })
const cell = fc.record({
  item: text,
  table: text,
  row: text,
  column: text,
  lastYear: fc.boolean(),
  value: text,
  state: fc.constantFrom('number' as const, 'blank' as const, 'unreadable' as const),
  remark: text,
  file: text,
  sheet: text,
  cell: text,
})
const query: fc.Arbitrary<QueryBook> = fc.record({
  title: text,
  county: text,
  schoolYear: text,
  dueDate: text,
  school: fc.record({ id: text, name: text }),
  askedAt: text,
  questions: fc
    .array(
      fc.record({
        key: text,
        severity: fc.constantFrom('error' as const, 'query' as const),
        title: text,
        should: fc.constant(null),
        now: fc.constant(null),
        cells: fc.array(cell, { maxLength: 4 }),
      }),
      { maxLength: 5 },
    )
    .map((questions) => questions.map((one, index) => ({ ...one, number: index + 1 }))),
  sent: fc.array(fc.record({ form: text, file: text, sheet: text }), { maxLength: 3 }),
})

function sheetOf(name: string, rows: string[][]): SheetData {
  const cells = rows.map((row) =>
    row.map((value): RawCell | undefined => (value === '' ? undefined : { kind: 'text', value })),
  )
  return {
    name,
    hidden: false,
    rowCount: rows.length,
    columnCount: Math.max(0, ...rows.map((row) => row.length)),
    cells,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
  }
}

it('the hidden sheet says again whatever was asked', () => {
  fc.assert(
    fc.property(query, (book) => {
      const key = readKeySheet(sheetOf('核实键', keySheetRows(book)))
      expect(key).toMatchObject({
        title: book.title,
        county: book.county,
        schoolYear: book.schoolYear,
        school: book.school.id,
        askedAt: book.askedAt,
        sent: book.sent.map(({ form, file }) => ({ form, file })),
      })
      expect([...(key?.questions.values() ?? [])].map((one) => one.key)).toEqual(
        book.questions.map((one) => one.key),
      )
      expect([...(key?.questions.values() ?? [])].map((one) => [...one.cells.values()])).toEqual(
        book.questions.map((one) =>
          one.cells
            .filter((asked) => !asked.lastYear)
            .map(({ item, value, state }) => ({ item, value, state })),
        ),
      )
    }),
  )
})

const book: QueryBook = {
  title: '年报',
  county: '某县',
  schoolYear: '2025/2026',
  dueDate: '',
  school: { id: '1', name: '一小' },
  askedAt: '2025-10-01T08:00:00Z',
  questions: [
    {
      number: 1,
      key: '1|甲||',
      severity: 'error',
      title: '',
      should: null,
      now: null,
      cells: ['表[01,1]', '表[01,2]'].map((item) => ({
        item,
        table: '',
        row: '',
        column: '',
        lastYear: false,
        value: '5',
        state: 'number',
        remark: '',
        file: '',
        sheet: '',
        cell: '',
      })),
    },
  ],
  sent: [],
}
const key = sheetOf('键', keySheetRows(book))

it('answers are found by the lines’ numbers, wherever lines and columns were moved to', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([HEADINGS.line, HEADINGS.value, HEADINGS.text, '其他', '更多'], {
        minLength: 5,
      }),
      fc.shuffledSubarray(['1', '1.1', '1.2'], { minLength: 3 }),
      fc.integer({ min: 0, max: 5 }),
      (columns, lines, above) => {
        const said: Record<string, Record<string, string>> = {
          '1': { [HEADINGS.line]: '1', [HEADINGS.text]: '算错了' },
          '1.1': { [HEADINGS.line]: '1.1', [HEADINGS.value]: '７' },
          '1.2': { [HEADINGS.line]: '1.2' },
        }
        const rows = lines.map((line) => columns.map((column) => said[line]?.[column] ?? ''))
        const top = Array.from({ length: above }, () => ['随便写的'])
        const { reply, returned } = partReply(
          [sheetOf('核实', [...top, columns, ...rows]), sheetOf('表', [['1']]), key],
          [],
        )
        expect(returned.map((sheet) => sheet.name)).toEqual(['表'])
        expect(reply?.answers).toHaveLength(1)
        expect(reply?.answers[0]).toMatchObject({
          key: '1|甲||',
          text: '算错了',
          cells: [
            { item: '表[01,1]', typed: { raw: '７', value: '7', state: 'number' } },
            { item: '表[01,2]', typed: null },
          ],
        })
      },
    ),
  )
})

it('a value on a line that asks for none is kept with the text', () => {
  const head = [HEADINGS.line, HEADINGS.value, HEADINGS.text]
  const { reply } = partReply([sheetOf('核实', [head, ['1', '46', '']]), key], [])
  expect(reply?.answers[0]?.text).toBe('更正数：46')
})

it('an untouched workbook answers nothing', () => {
  const head = [HEADINGS.line, HEADINGS.value, HEADINGS.text]
  const { reply } = partReply([sheetOf('核实', [head, ['1'], ['1.1'], ['1.2']]), key], [])
  expect(reply).toMatchObject({ questions: 1, answers: [] })
})

it('a workbook without question or key sheet is an ordinary return', () => {
  const sheets = [sheetOf('表', [['说明', '更正数']])]
  expect(partReply(sheets, [])).toEqual({ returned: sheets, reply: null, keyLost: null })
})
