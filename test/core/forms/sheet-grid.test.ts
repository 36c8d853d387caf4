import { describe, expect, it } from 'vitest'
import { SheetGrid } from '../../../src/core/forms/sheet-grid.ts'
import { sheet } from '../../support/sheet.ts'
import { OFFICIAL } from './blanks.ts'

describe('a sheet with its merged cells resolved', () => {
  const grid = new SheetGrid(
    sheet(
      's',
      `
      标题 | < | <
      ^ | < | <
      a | "  b " | 3
      `,
    ),
  )

  it('shows a merged text in every cell of the range, and once as an anchor', () => {
    expect([grid.text(1, 2), grid.text(0, 0), grid.text(2, 1)]).toEqual(['标题', '标题', 'b'])
    expect([grid.anchors(0), grid.anchors(1), grid.anchors(2)]).toEqual([[0], [0], [0, 1, 2]])
    expect([grid.isAnchor(0, 0), grid.isAnchor(1, 0), grid.isAnchor(2, 0)]).toEqual([
      true,
      false,
      true,
    ])
    expect([grid.span(0, 0), grid.span(2, 0)]).toEqual([3, 1])
  })

  it('finds a line with one text only as its anchors say', () => {
    const plain = sheet('s', '题 | |\n | "  " | 3\n_x000D_ | 注 |\n1 | 2 |\n | |\n甲')
    for (const one of [grid.sheet, OFFICIAL, plain]) {
      const [asked, looked] = [new SheetGrid(one), new SheetGrid(one)]
      for (let row = 0; row < asked.rowCount; row++) {
        const anchors = looked.anchors(row)
        const only = anchors.length === 1 ? anchors[0] : null
        expect([row, asked.onlyAnchor(row), looked.onlyAnchor(row)]).toEqual([row, only, only])
      }
    }
  })

  it('gives nothing outside the sheet', () => {
    expect([grid.text(99, 0), grid.text(0, 99), grid.anchors(99)]).toEqual(['', '', []])
  })

  it('takes only the part with content of a merge over the whole sheet (A1:XFD1048576)', () => {
    const whole = sheet('s', 'a | b\nc | d')
    whole.merges = [{ top: 0, left: 0, bottom: 1_048_575, right: 16_383 }]
    const seen = new SheetGrid(whole)
    expect([seen.text(1, 1), seen.span(0, 0), seen.anchors(1)]).toEqual(['a', 2, [0]])
  })

  it('survives a stray cell in the last row or column Excel has', () => {
    const stray = sheet('s', 'a | b\nc | d')
    stray.cells[1_048_575] = [{ kind: 'text', value: 'x' }]
    stray.rowCount = 1_048_576
    const last = stray.cells[1] ?? []
    last[16_383] = { kind: 'text', value: 'y' }
    stray.columnCount = 16_384
    const seen = new SheetGrid(stray)
    let texts = 0
    for (let row = 0; row < seen.rowCount; row++) texts += seen.anchors(row).length
    expect(texts).toBe(6)
  })
})

describe('the helpers of the official forms', () => {
  const grid = new SheetGrid(OFFICIAL)

  it('are the row of column letters and the hidden column of row numbers', () => {
    expect(grid.hasHelpers).toBe(true)
    expect([grid.text(0, 1), grid.text(7, 0), grid.anchors(0)]).toEqual(['', '', []])
    expect(grid.text(6, 1)).toBe('总 计')
  })

  it('are not a shown first column of numbers, which may be a form’s own', () => {
    const shown = new SheetGrid({ ...OFFICIAL, hiddenColumns: [] })
    expect(shown.text(7, 0)).toBe('8')
  })

  it('are not a hidden column that holds anything but numbers', () => {
    const words = new SheetGrid(sheet('s', '序 | x\n1 | y\n2 | z', { hiddenColumns: [0] }))
    expect(words.hasHelpers).toBe(false)
  })

  it('are not a first row that is only partly letters', () => {
    expect(new SheetGrid(sheet('s', 'A | B | 班级\n1 | 2 | 3')).hasHelpers).toBe(false)
  })
})
