import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retype } from '../../support/sheet.ts'
import {
  BOTH,
  changed,
  codes,
  context,
  COVER,
  figures,
  fill,
  read,
  removeColumn,
  removeRow,
  taken,
} from '../intake/returned.ts'

const within = context(BOTH)
const { forms } = within
/** Few and small, so that figures look like row codes and column numbers. */
const values = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 5, maxLength: 40 })
const either = fc.integer({ min: 0, max: 1 })

describe('figures under a name that the form does not know', () => {
  const { sheets, truth } = fill(forms, BOTH, figures([7, 8, 9]))
  const renamed = (which: number, row: number, column: number) => {
    const out = structuredClone(sheets)
    retype(out[which], row, column, '完全不同')
    return read([COVER, ...out], within)
  }

  it.each([
    ['the first row', 1, 4, 0, '行', 4],
    ['the last row', 1, 6, 0, '行', 4],
    ['the first column', 1, 3, 1, '列', 3],
    ['the last column but one', 1, 3, 3, '列', 3],
  ])('are named: %s', (_, which, row, column, place, count) => {
    const reading = renamed(which, row, column)
    const named = reading.reasons.filter((reason) => reason.code === 'unmatched-content')
    expect(named).toMatchObject([{ params: { form: '图书情况', place, count } }])
    for (const [item, value] of Object.entries(taken(reading, forms))) {
      // What was not found may be what stands there under another name: it is not blank.
      expect([truth[item], '<unreadable>']).toContain(value)
    }
  })
})

describe('a return that lacks a row or column of the form', () => {
  it('has blanks for exactly that row’s items, and says which is missing', () => {
    fc.assert(
      fc.property(values, either, fc.nat(2), fc.boolean(), (some, which, missing, renumber) => {
        const form = forms[which]
        const edition = form?.editions[0]
        const row = edition?.rowAt[missing] ?? -1
        const { sheets, truth } = fill(forms, BOTH, figures(some))
        const out = sheets.map((sheet, i) => (i === which ? changed(sheet, removeRow, row) : sheet))
        // An older form numbers its rows without the one that came later.
        if (renumber && which === 0) {
          edition?.rowAt.slice(missing).forEach((at, n) => {
            const code = out[0]?.cells[at]?.[2]
            if (code?.kind === 'text' && /^\d+$/.test(code.value)) {
              retype(out[0], at, 2, String(missing + n + 1).padStart(2, '0'))
            }
          })
        }
        const reading = read([COVER, ...out], within)
        const code = form?.rows[missing]?.code ?? ''
        const expected = Object.fromEntries(
          Object.entries(truth).map(([item, value]) =>
            item.startsWith(`${form?.id ?? ''}[${code},`) ? [item, '<blank>'] : [item, value],
          ),
        )
        expect(taken(reading, forms)).toEqual(expected)
        expect(codes(reading)).toContain('old-template')
        expect(reading.status).toBe('queried')
      }),
    )
  })

  it('has blanks for exactly that column’s items', () => {
    fc.assert(
      fc.property(values, fc.nat(2), (some, missing) => {
        const column = missing + 4
        const { sheets, truth } = fill(forms, BOTH, figures(some))
        const out = sheets.map((sheet, i) =>
          i === 0 ? changed(sheet, removeColumn, column) : sheet,
        )
        const reading = read([COVER, ...out], within)
        const expected = Object.fromEntries(
          Object.entries(truth).map(([item, value]) =>
            item.startsWith('教基3112') && item.endsWith(`,${String(missing + 2)}]`)
              ? [item, '<blank>']
              : [item, value],
          ),
        )
        expect(taken(reading, forms)).toEqual(expected)
        expect(codes(reading)).toContain('old-template')
      }),
    )
  })
})
