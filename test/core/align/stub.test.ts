import { expect, it } from 'vitest'
import { shapeOf } from '../../../src/core/align/form-shape.ts'
import { findStub } from '../../../src/core/align/stub.ts'
import { SheetGrid } from '../../../src/core/forms/sheet-grid.ts'
import { madeForm } from '../../support/form.ts'
import { sheet } from '../../support/sheet.ts'

/** Columns of the labels and of the codes that are found in a drawn table. */
function found(rows: string[], art: string): [number | undefined, number | undefined] {
  const grid = new SheetGrid(sheet('表', art))
  const shape = shapeOf(madeForm({ rows, columns: ['人数'] }))
  const stub = findStub(grid, shape, { from: 0, to: grid.rowCount })
  return [stub?.leaf, stub?.codeColumn]
}

it('a label that repeats down a column does not make it the column of labels', () => {
  const art = `
    小学 | 男 | 1
    小学 | 女 | 2
    小学 | 小学 | 3
    小学 | 初中 | 4
  `
  expect(found(['男', '女', '小学', '初中'], art)[0]).toBe(1)
})

it('more of the form’s labels outweigh fewer that repeat, however often they do', () => {
  const repeated = Array.from(
    { length: 4 },
    (_, row) => `小学 | ${row < 2 ? ['男', '女'][row] : '？'} | 1`,
  )
  expect(found(['男', '女', '小学'], repeated.join('\n'))[0]).toBe(1)
})

it('labels that repeat under several headings still name the column where no other does', () => {
  const art = `
    1 | 男 | 11
    2 | 男 | 12
    3 | 男 | 13
  `
  expect(found(['男', '女'], art)[0]).toBe(1)
})

it('a label that repeats still speaks for its column, a little', () => {
  const art = `
    女 | 男 | 11
    乙 | 男 | 12
    丙 | 男 | 13
  `
  expect(found(['男', '女'], art)[0]).toBe(1)
})

it('figures that agree with codes better than the column headed 代码 are no codes', () => {
  const art = `
    学科 | 代码 | 人数
    语文 | '01 | 1
    数学 | '02 | 2
    外语 | | 3
  `
  expect(found(['语文', '数学', '外语'], art)).toEqual([0, 1])
})
