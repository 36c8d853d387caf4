import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SheetData } from '../../../src/core/model/sheet.ts'
import {
  BOTH,
  changed,
  codes,
  context,
  COVER,
  figures,
  fill,
  insertColumn,
  insertRow,
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

/** What a return changed so says otherwise than the return as filled in. */
function differences(change: (sheets: SheetData[]) => SheetData[], some: number[]): string[] {
  const { sheets, truth } = fill(forms, BOTH, figures(some))
  const reading = read([COVER, ...change(sheets)], within)
  const got = taken(reading, forms)
  const items = Object.keys(truth).filter((item) => got[item] !== truth[item])
  return [...items.map((item) => `${item}: ${got[item] ?? 'nothing'}`), ...codes(reading)]
}

const only = (which: number, change: (sheet: SheetData) => SheetData) => (sheets: SheetData[]) =>
  sheets.map((sheet, index) => (index === which ? change(sheet) : sheet))

describe('a return laid out otherwise than the blank form', () => {
  it('is read as it stands when nothing moved', () => {
    fc.assert(
      fc.property(values, (some) => {
        expect(differences((sheets) => sheets, some)).toEqual([])
      }),
    )
  })

  it('says the same with empty rows put in anywhere', () => {
    const places = fc.array(fc.nat(12), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(values, either, places, (some, which, at) => {
        expect(
          differences(
            only(which, (sheet) =>
              at.reduce((s, row) => changed(s, insertRow, Math.min(row, s.rowCount)), sheet),
            ),
            some,
          ),
        ).toEqual([])
      }),
    )
  })

  it('says the same with empty columns put in anywhere', () => {
    const places = fc.array(fc.nat(8), { minLength: 1, maxLength: 2 })
    fc.assert(
      fc.property(values, either, places, (some, which, at) => {
        expect(
          differences(
            only(which, (sheet) =>
              at.reduce(
                (s, column) => changed(s, insertColumn, Math.min(column, s.columnCount)),
                sheet,
              ),
            ),
            some,
          ),
        ).toEqual([])
      }),
    )
  })

  const withNote = (sheet: SheetData, at: number): SheetData => {
    const out = changed(sheet, insertRow, at)
    const line = (out.cells[at] ??= [])
    line[1] = { kind: 'text', value: '注：含附设班学生' }
    return out
  }

  it('says the same with a note between its rows', () => {
    const row = fc.constantFrom(...[1, 2, 6, 7, 8, 9])
    fc.assert(
      fc.property(values, either, row, (some, which, at) => {
        expect(
          differences(
            only(which, (sheet) => withNote(sheet, Math.min(at, sheet.rowCount))),
            some,
          ),
        ).toEqual([])
      }),
    )
  })

  it('never takes a wrong figure because of a note written into its header', () => {
    fc.assert(
      fc.property(values, either, fc.integer({ min: 3, max: 5 }), (some, which, at) => {
        const { sheets, truth } = fill(forms, BOTH, figures(some))
        const out = sheets.map((sheet, i) => (i === which ? withNote(sheet, at) : sheet))
        const reading = read([COVER, ...out], within)
        const named = codes(reading).includes('unmatched-content')
        for (const [item, value] of Object.entries(taken(reading, forms))) {
          expect([truth[item], '<unreadable>', ...(named ? ['<blank>'] : [])]).toContain(value)
        }
      }),
    )
  })

  it('says the same with sheets in another order, renamed, and others between them', () => {
    const extra: SheetData = { ...COVER, name: '说明', cells: [[{ kind: 'text', value: '说明' }]] }
    const names = fc.tuple(
      fc.constantFrom('Sheet1', '教基3112', '小学生', '图书情况', ' 教基3112 (2)'),
      fc.constantFrom('Sheet2', '表二', '图书'),
    )
    fc.assert(
      fc.property(values, names, fc.boolean(), (some, name, swap) => {
        expect(
          differences((sheets) => {
            const renamed = sheets.map((sheet, i) => ({ ...sheet, name: name[i] ?? sheet.name }))
            return swap ? [extra, ...renamed.toReversed()] : [...renamed, extra]
          }, some),
        ).toEqual([])
      }),
    )
  })

  it('says the same without the official helper row and column', () => {
    fc.assert(
      fc.property(values, fc.boolean(), fc.boolean(), (some, row, column) => {
        expect(
          differences(
            only(0, (sheet) => {
              const one = row ? changed(sheet, removeRow, 0) : sheet
              return column ? changed(one, removeColumn, 0) : one
            }),
            some,
          ),
        ).toEqual([])
      }),
    )
  })

  it('says the same with labels spaced, padded and in full width', () => {
    const wide = (text: string): string =>
      text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
    const styles: ((text: string) => string)[] = [
      (text) => Array.from(text).join(' '),
      (text) => `　${text}　`,
      (text) => `${text}_x000D_\n`,
      (text) => `${text}：`,
      wide,
    ]
    fc.assert(
      fc.property(values, fc.array(fc.nat(4), { minLength: 3 }), (some, style) => {
        let n = 0
        const { sheets, truth } = fill(forms, BOTH, (index) => ({
          kind: 'number',
          value: String(some[index % some.length] ?? 0),
        }))
        for (const sheet of sheets) {
          sheet.cells = sheet.cells.map((line) =>
            line.map((cell) => {
              if (cell?.kind !== 'text' || !/^\p{Script=Han}/u.test(cell.value)) return cell
              if (cell.value.startsWith('文') || cell.value.length < 2) return cell
              if (/[:：]/u.test(cell.value)) return cell
              const value = (styles[style[n++ % style.length] ?? 0] ?? wide)(cell.value)
              return { ...cell, value }
            }),
          )
        }
        const reading = read([COVER, ...sheets], within)
        expect(taken(reading, forms)).toEqual(truth)
      }),
    )
  })

  it('says the same with a stray space in the last row and column Excel has', () => {
    const stray = (sheet: SheetData): SheetData => {
      const cells = sheet.cells.slice()
      cells[1] = (cells[1] ?? []).slice()
      cells[1][16_383] = { kind: 'text', value: ' ' }
      cells[1_048_575] = [{ kind: 'text', value: ' ' }]
      return { ...sheet, cells, rowCount: 1_048_576, columnCount: 16_384 }
    }
    expect(differences(only(0, stray), [1, 2, 3, 4, 5])).toEqual([])
  })

  it('names a hidden copy of a table: a question with other figures, a sheet too many with the same', () => {
    const { sheets } = fill(forms, BOTH, figures([3, 5, 8]))
    const { sheets: older } = fill(forms, BOTH, figures([4]))
    const hidden = (of: SheetData | undefined): SheetData[] =>
      of === undefined ? [] : [{ ...of, name: `${of.name}旧`, hidden: true }]
    const same = read([COVER, ...sheets, ...hidden(sheets[0])], within)
    expect(codes(same)).toEqual([])
    expect(same.layout.map(({ kind, sheet }) => [kind, sheet])).toEqual([
      ['extra-sheet', `${sheets[0]?.name ?? ''}旧`],
    ])
    const other = read([COVER, ...sheets, ...hidden(older[0])], within)
    expect(codes(other)).toEqual(['hidden-duplicate-table'])
    expect(other.layout).toEqual([])
    expect(taken(other, forms)).toEqual(taken(same, forms))
  })
})
