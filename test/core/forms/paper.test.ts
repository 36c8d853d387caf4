import { describe, expect, it } from 'vitest'
import { paperOf } from '../../../src/core/forms/paper.ts'
import type { Paper } from '../../../src/shared/paper.ts'
import type { SheetData } from '../../../src/core/model/sheet.ts'
import { learn, OFFICIAL, PLAIN } from './blanks.ts'

function paper(blank: SheetData): Paper {
  const [form] = learn(blank)
  const edition = form?.editions[0]
  if (form === undefined || edition === undefined) throw new Error('no form')
  return paperOf(form, edition, [blank])
}
const texts = (one: Paper, role: string): string[] =>
  one.cells.flatMap((cell) => (cell.role === role && cell.text !== '' ? [cell.text] : []))

describe('a form as on paper', () => {
  const official = paper(OFFICIAL)

  it('leaves out the hidden helpers', () => {
    expect(official.columnWidths.length).toBe(6)
    expect(official.rowHeights.length).toBe(9)
    expect(official.cells.find((cell) => cell.row === 0 && cell.column === 0)).toMatchObject({
      text: '小学分类型学生数',
      role: 'title',
      columnSpan: 6,
    })
  })

  it('leaves out a shown row of helper letters too', () => {
    const shown = paper({ ...OFFICIAL, hiddenRows: [] })
    expect(shown.rowHeights.length).toBe(9)
  })

  it('says what each cell is', () => {
    expect(texts(official, 'label')).toEqual(['总    计', '  其中：女', '  #少数民族'])
    expect(texts(official, 'code')).toEqual(['01', '02', '03'])
    expect(texts(official, 'foot')).toEqual(['单位负责人：', '填表人：'])
    expect(texts(official, 'none')).toEqual(['*', '*'])
  })

  it.each([
    ['official', OFFICIAL],
    ['plain', PLAIN],
  ])('shows every item of the %s form once and covers every place once', (_, blank) => {
    const [form] = learn(blank)
    const one = paper(blank)
    const items = one.cells.flatMap((cell) => (cell.item === null ? [] : [cell.item]))
    expect(items.toSorted((a, b) => a - b)).toEqual((form?.items ?? []).map((_item, i) => i))
    const covered = new Map<string, number>()
    for (const cell of one.cells) {
      for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
        for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
          const key = `${String(row)}/${String(column)}`
          covered.set(key, (covered.get(key) ?? 0) + 1)
        }
      }
    }
    expect(covered.size).toBe(one.rowHeights.length * one.columnWidths.length)
    expect(new Set(covered.values())).toEqual(new Set([1]))
  })

  it('shrinks a merge that reaches into hidden rows and columns', () => {
    const one = paper({ ...PLAIN, hiddenColumns: [2], hiddenRows: [1] })
    const title = one.cells.find((cell) => cell.role === 'title')
    expect(title).toMatchObject({ columnSpan: 4, rowSpan: 1 })
    expect(one.cells.find((cell) => cell.text === '图书数')).toMatchObject({ columnSpan: 2 })
  })
})
