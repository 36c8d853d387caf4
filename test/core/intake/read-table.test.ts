import { describe, expect, it } from 'vitest'
import type { RawCell, SheetData } from '../../../src/core/model/sheet.ts'
import { cellCleanings } from '../../../src/core/intake/read-table.ts'
import { OFFICIAL } from '../forms/blanks.ts'
import { context, COVER, figures, fill, read, taken } from './returned.ts'

const within = context([OFFICIAL])
const { forms } = within
const { sheets, truth } = fill(forms, [OFFICIAL], figures([5, 6, 7, 8, 9, 10, 11, 12, 13, 14]))

/** The return with one cell otherwise; rows and columns as in the sheet. */
function withCell(row: number, column: number, cell: RawCell | undefined): SheetData {
  const [sent = OFFICIAL] = structuredClone(sheets)
  const line = sent.cells[row]
  if (line !== undefined) line[column] = cell
  return sent
}
const reading = (sent: SheetData) => read([COVER, sent], within)
const text = (value: string): RawCell => ({ kind: 'text', value })

describe('a cell that cannot be taken', () => {
  it.each<[string, RawCell, string]>([
    ['约12人', text('约12人'), 'unreadable-cell'],
    ['2000万', text('2000万'), 'ambiguous-unit'],
    ['#REF!', { kind: 'error', value: '#REF!' }, 'error-cell'],
    ['a date', { kind: 'date', value: '2025-03-05' }, 'date-in-number'],
    [
      'a formula without result',
      { kind: 'number', value: '', formula: 'VLOOKUP(A1,B:C,2)', noResult: true },
      'no-cached-value',
    ],
  ])('is named with sheet and cell, and every other figure stands: %s', (_, cell, code) => {
    const got = reading(withCell(6, 4, cell))
    expect(taken(got, forms)).toEqual({ ...truth, '教基3112[01,2]': '<unreadable>' })
    expect(got.reasons).toMatchObject([{ code, sheet: '教基3112', cell: 'E7' }])
    expect(got.status).toBe('queried')
    expect(Object.values(got.tables[0]?.raw ?? {})).toContain(
      cell.formula === undefined ? cell.value : `=${cell.formula}`,
    )
  })

  it('is every item under a cell merged over several', () => {
    const sent = withCell(6, 5, { kind: 'number', value: '99' })
    sent.merges.push({ top: 6, left: 5, bottom: 7, right: 6 })
    const got = reading(sent)
    const merged = ['教基3112[01,3]', '教基3112[01,4]', '教基3112[02,3]', '教基3112[02,4]']
    const lost = Object.fromEntries(merged.map((item) => [item, '<unreadable>']))
    expect(taken(got, forms)).toEqual({ ...truth, ...lost })
    expect(got.reasons.map((reason) => reason.code)).toEqual(merged.map(() => 'merged-cells'))
  })

  it('is none of its items when the merged cell is empty', () => {
    const sent = withCell(6, 5, undefined)
    sent.merges.push({ top: 6, left: 5, bottom: 6, right: 6 })
    expect(taken(reading(sent), forms)).toMatchObject({
      '教基3112[01,3]': '<blank>',
      '教基3112[01,4]': '<blank>',
      '教基3112[02,3]': truth['教基3112[02,3]'],
    })
  })

  it('is a label merged over the figures', () => {
    const sent = withCell(8, 3, undefined)
    for (const column of [4, 5, 6])
      if (sent.cells[8] !== undefined) sent.cells[8][column] = undefined
    sent.merges.push({ top: 8, left: 1, bottom: 8, right: 6 })
    const got = reading(sent)
    expect(Object.values(taken(got, forms)).filter((value) => /\d/.test(value)).length).toBe(8)
    expect(got.status).toBe('queried')
  })
})

describe('a figure where the form asks for none', () => {
  it('is named when it stands in a "*" cell', () => {
    const got = reading(withCell(8, 5, { kind: 'number', value: '3' }))
    expect(taken(got, forms)).toEqual(truth)
    expect(got.reasons).toMatchObject([
      { code: 'unmatched-content', cell: 'F9', params: { sample: '3', label: '教基3112[03,3]' } },
    ])
  })

  it.each(['12人', '约12', '2000万', '１２'])('is named when it is typed as %s', (typed) => {
    expect(reading(withCell(8, 5, text(typed))).reasons).toMatchObject([
      { code: 'unmatched-content', cell: 'F9' },
    ])
  })

  it.each(['*', '-', '0', '', '无'])('is none when it is %j', (typed) => {
    expect(reading(withCell(8, 5, text(typed))).status).toBe('accepted')
  })

  it('is counted to the last, however many there are', () => {
    const rows = Array.from({ length: 40 }, (_, i) => i)
    const wide: SheetData = structuredClone(OFFICIAL)
    wide.cells.splice(
      9,
      0,
      ...rows.map((i) => [
        undefined,
        text(`项目${'甲乙丙丁戊己庚辛'.charAt(i % 8)}${String(i)}`),
        text(String(10 + i)),
        undefined,
        text('*'),
        text('*'),
        text('*'),
      ]),
    )
    wide.rowCount += 40
    wide.merges = wide.merges.map((m) =>
      m.top >= 9 ? { ...m, top: m.top + 40, bottom: m.bottom + 40 } : m,
    )
    const own = context([wide])
    const sent = fill(own.forms, [wide], figures([1])).sheets
    for (const i of rows) {
      const line = sent[0]?.cells[9 + i]
      if (line !== undefined) line[5] = { kind: 'number', value: '7' }
    }
    const named = read([COVER, ...sent], own).reasons.filter((r) => r.code === 'unmatched-content')
    expect(named.reduce((sum, reason) => sum + Number(reason.params['count']), 0)).toBe(40)
  })
})

describe('what was done to a cell', () => {
  it('is listed with the text as typed and the value taken', () => {
    const got = reading(withCell(6, 4, text('１，２０４ 人')))
    const [table] = got.tables
    const [form] = forms
    if (table === undefined || form === undefined) throw new Error('no table')
    const cleanings = cellCleanings(form, table).filter((cleaning) => cleaning.cell === 'E7')
    expect(cleanings.map((cleaning) => cleaning.kind).toSorted()).toEqual([
      'full-width',
      'separator',
      'text-number',
      'unit',
    ])
    expect(cleanings[0]).toMatchObject({
      item: '教基3112[01,2]',
      raw: '１，２０４ 人',
      value: '1204',
    })
  })

  it('is listed for a sum that the school’s program did not store', () => {
    const got = reading(
      withCell(6, 4, { kind: 'number', value: '', formula: 'F7+G7', noResult: true }),
    )
    const sum = Number(truth['教基3112[01,3]']) + Number(truth['教基3112[01,4]'])
    // One of the two is text, as official exports hold numbers: a number to "+" all the same.
    expect(taken(got, forms)['教基3112[01,2]']).toBe(String(sum))
  })

  it.each([
    ['shown as a percentage of people', '=1/2', '0%', '<unreadable>', 'ambiguous-unit'],
    ['shown in another unit', '=12000', '0!.0,"万"', '<unreadable>', 'ambiguous-unit'],
    ['shown as a date', '=45000', 'yyyy/m/d', '<unreadable>', 'no-cached-value'],
    ['an empty text', '=IF(1=1,"",5)', '0', '<blank>', undefined],
    ['a figure', '=ROUND(7/2,0)', '0', '4', undefined],
  ])('is what the cell would show: %s', (_, written, format, value, code) => {
    const formula = written.slice(1)
    const got = reading(
      withCell(6, 4, { kind: 'text', value: '', formula, format, noResult: true }),
    )
    expect(taken(got, forms)['教基3112[01,2]']).toBe(value)
    expect(got.reasons.find(({ cell }) => cell === 'E7')?.code).toBe(code)
  })
})
