import { utils, write } from '@e965/xlsx'
import type { BookType, CellObject } from '@e965/xlsx'
import exceljs from 'exceljs'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readReturn } from '../../src/core/intake/read-return.ts'
import { a1 } from '../../src/core/model/address.ts'
import type { RawCell, SheetData } from '../../src/core/model/sheet.ts'
import { decimalText } from '../../src/main/workbook/decimal.ts'
import { readWorkbook } from '../../src/main/workbook/read-workbook.ts'
import { BOTH, context, COVER, fill } from '../core/intake/returned.ts'

// Whatever is written into a cell of a form, by whichever program: the same value comes back, or
// the cell is named as not understood. Nothing becomes another number, and nothing becomes nothing.

/** What is put into a cell. */
type Typed = number | string | boolean

const WRITERS: Record<string, (sheets: SheetData[]) => Promise<Uint8Array>> = {
  exceljs: async (sheets) => {
    const book = new exceljs.Workbook()
    for (const { name, cells, merges } of sheets) {
      const sheet = book.addWorksheet(name)
      each(cells, (row, column, cell) => (sheet.getCell(row + 1, column + 1).value = held(cell)))
      for (const { top, left, bottom, right } of merges) {
        sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1)
      }
    }
    return new Uint8Array(await book.xlsx.writeBuffer())
  },
  'SheetJS .xls': (sheets) => Promise.resolve(bySheetJs(sheets, 'biff8')),
  'SheetJS .ods': (sheets) => Promise.resolve(bySheetJs(sheets, 'ods')),
  'XML by hand': (sheets) => Promise.resolve(byHand(sheets)),
}

const typed = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -10, max: 5_000 }) },
  // Numbers near the smallest there are, SheetJS itself writes wrong into an .xls.
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
    .filter((value) => value === 0 || Math.abs(value) > 1e-90),
  fc.boolean(),
  fc.constantFrom(
    '',
    ' ',
    '-',
    '—',
    '/',
    '无',
    '*',
    '０',
    '约30',
    '2000万',
    '3-5',
    '十二',
    '1,2O3',
  ),
  fc.nat(99_999).map((n) => `${String(n)}人`),
  fc.nat(99_999).map((n) => ` ${n.toLocaleString('en-US')} `),
  fc
    .nat(9_999)
    .map((n) => String(n).replaceAll(/\d/gu, (d) => String.fromCharCode(0xff10 + Number(d)))),
  fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .filter((text) => !/[\p{Cc}\p{Cs}\p{Cn}\p{Co}]/u.test(text)),
)

describe.each(Object.keys(WRITERS))('written by %s', (name) => {
  test('any value comes back equal or is named', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(typed, { minLength: 20, maxLength: 20 }), async (values) => {
        const within = context(BOTH)
        const { sheets } = fill(within.forms, BOTH, (index) =>
          rawOf(values[index % values.length] ?? 0),
        )
        const bytes = await WRITERS[name]?.([COVER, ...sheets])
        const outcome = readWorkbook(bytes ?? new Uint8Array(), 'a.xlsx')
        const reading = readReturn(outcome, 'a.xlsx', within)
        const named = new Set(
          reading.reasons.map(({ sheet, cell }) => `${sheet ?? ''}!${cell ?? ''}`),
        )
        let index = 0
        for (const form of within.forms) {
          const table = reading.tables.find((one) => one.form === form.id)
          expect(table?.form).toBe(form.id)
          form.items.forEach((item, at) => {
            const value = values[index++ % values.length] ?? 0
            if (item.kind !== 'number' || table === undefined) return
            const place = `${table.sheet}!${a1(table.rowAt[item.row] ?? -1, table.columnAt[item.column] ?? -1)}`
            const taken = table.values[at] ?? ''
            const seen = {
              state: table.states[at] ?? '',
              value: taken,
              raw: table.raw[at] ?? taken,
            }
            expect([place, value, verdict(value, seen, named.has(place))]).toEqual([
              place,
              value,
              'kept',
            ])
          })
        }
      }),
      { numRuns: 60 },
    )
  })
})

/** Whether what was read keeps what was written. */
function verdict(
  value: Typed,
  seen: { state: string; value: string; raw: string },
  named: boolean,
): string {
  const { state, raw } = seen
  if (state === 'u') return named && (raw !== '' || value === '') ? 'kept' : 'not named'
  if (typeof value === 'number')
    return state === 'n' && seen.value === decimalText(value) ? 'kept' : `${state} ${seen.value}`
  if (typeof value === 'boolean') return `${state} ${seen.value}`
  const plain = value.normalize('NFKC').replaceAll(/[\s,'‘’]|人$/gu, '')
  if (state === 'n')
    return Number(plain) === Number(seen.value) && plain !== '' ? 'kept' : `n ${seen.value}`
  const nothing = /^(?:[-—/*]|无|空|)$/u.test(plain) || /^[-—–―─－／\\*＊]{1,4}$/u.test(plain)
  return nothing || plain === '无数据' ? 'kept' : `${state} for ${JSON.stringify(value)}`
}

function rawOf(value: Typed): RawCell {
  if (typeof value === 'number') return { kind: 'number', value: decimalText(value) }
  if (typeof value === 'boolean') return { kind: 'boolean', value: value ? 'TRUE' : 'FALSE' }
  return { kind: 'text', value }
}

function held({ kind, value }: RawCell): Typed {
  if (kind === 'number') return Number(value)
  return kind === 'boolean' ? value === 'TRUE' : value
}

function each(
  cells: SheetData['cells'],
  take: (row: number, column: number, cell: RawCell) => void,
): void {
  cells.forEach((line, row) => {
    line?.forEach((cell, column) => {
      if (cell !== undefined) take(row, column, cell)
    })
  })
}

function bySheetJs(sheets: SheetData[], type: BookType): Uint8Array {
  const book = utils.book_new()
  for (const { name, cells, merges, rowCount, columnCount } of sheets) {
    const sheet = utils.aoa_to_sheet([])
    each(cells, (row, column, cell) => {
      const v = held(cell)
      const t = typeof v === 'number' ? 'n' : typeof v === 'boolean' ? 'b' : 's'
      sheet[a1(row, column)] = { t, v } satisfies CellObject
    })
    sheet['!ref'] = `A1:${a1(rowCount - 1, columnCount - 1)}`
    sheet['!merges'] = merges.map(({ top, left, bottom, right }) => ({
      s: { r: top, c: left },
      e: { r: bottom, c: right },
    }))
    utils.book_append_sheet(book, sheet, name)
  }
  return new Uint8Array(write(book, { type: 'array', bookType: type }) as ArrayBuffer)
}

/** The least a workbook can be: inline texts, no styles, no shared strings. */
function byHand(sheets: SheetData[]): Uint8Array {
  const escaped = (text: string): string =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const parts: Record<string, Uint8Array> = {
    '_rels/.rels': strToU8(
      `<Relationships><Relationship Id="a" Type="${type}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="${type}"><sheets>${sheets.map(({ name }, n) => `<sheet name="${escaped(name)}" sheetId="${String(n + 1)}" r:id="s${String(n)}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${sheets.map((_, n) => `<Relationship Id="s${String(n)}" Type="${type}/worksheet" Target="s${String(n)}.xml"/>`).join('')}</Relationships>`,
    ),
  }
  sheets.forEach(({ cells, merges }, n) => {
    let rows = ''
    cells.forEach((line, row) => {
      rows += `<row r="${String(row + 1)}">`
      line?.forEach((cell, column) => {
        if (cell === undefined) return
        const r = a1(row, column)
        if (cell.kind === 'number') rows += `<c r="${r}"><v>${cell.value}</v></c>`
        else if (cell.kind === 'boolean')
          rows += `<c r="${r}" t="b"><v>${cell.value === 'TRUE' ? '1' : '0'}</v></c>`
        else
          rows += `<c r="${r}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell.value)}</t></is></c>`
      })
      rows += '</row>'
    })
    const merged = merges
      .map(
        ({ top, left, bottom, right }) =>
          `<mergeCell ref="${a1(top, left)}:${a1(bottom, right)}"/>`,
      )
      .join('')
    parts[`xl/s${String(n)}.xml`] = strToU8(
      `<worksheet><sheetData>${rows}</sheetData>${merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`}</worksheet>`,
    )
  })
  return zipSync(parts)
}
