import { describe, expect, it } from 'vitest'
import {
  headEnd,
  headStart,
  isFigure,
  isMark,
  isNumberRow,
} from '../../../src/core/forms/find/head.ts'
import { SheetGrid } from '../../../src/core/forms/sheet-grid.ts'
import { sheet } from '../../support/sheet.ts'

const grid = (art: string): SheetGrid => new SheetGrid(sheet('s', art))

describe('the head of a table', () => {
  it.each([
    ['甲 | 乙 | 1 | 2', true],
    ['甲 | 乙 | 1', true],
    ['1 | 2 | 3', true],
    ['1 | 2', false],
    ['甲 | 乙', false],
    ['甲 | 1 | 3', false],
    ['甲 | 2 | 3', false],
    ['甲 | 1 | 2 | 1 | 2', true],
    ['栏次 | 1 | 2', true],
    ['甲 | — | 1 | 2', true],
    ['小学 | 1 | 2 | 3', false],
  ])('%s is a row of column numbers: %s', (art, is) => {
    expect(isNumberRow(grid(art), 0)).toBe(is)
  })

  it.each([
    ['right below the headings', '学生情况\n指标 | 合计 | 女\n甲 | 1 | 2', 2, 1],
    ['an empty line below a merged heading', '指标 | 合计\n | \n甲 | 1', 2, 0],
    ['an empty line further up ends it', '指标 | 合计\n | \n小计 | 女\n甲 | 1', 3, 2],
    ['a field of the head ends it', '填报单位：甲校 | \n指标 | 合计\n甲 | 1', 2, 1],
    ['nothing above', '甲 | 1', 0, 0],
  ])('starts: %s', (_, art, numberRow, start) => {
    expect(headStart(grid(art), numberRow, 0)).toBe(start)
  })

  it('starts no further up than asked', () => {
    expect(headStart(grid('说明 | 其一\n指标 | 合计\n甲 | 1'), 2, 1)).toBe(1)
  })

  it.each([
    ['one line', '指标 | 合计\n总计 | 4', 0],
    ['a merge reaches down', '指标 | 合计\n^ | 女\n总计 | 4', 1],
    ['texts without a label go on', '指标 | 学生\n | 女\n总计 | 4', 1],
    ['figures without a label do not', '指标 | 学生\n | 4\n总计 | 4', 0],
    ['marks without a label do not', '指标 | 学生\n | —\n总计 | 4', 0],
    ['the last line', '指标 | 学生', 0],
  ])('ends: %s', (_, art, end) => {
    expect(headEnd(grid(art), 0, 0)).toBe(end)
  })

  it('a year is no figure, a dash is a mark', () => {
    expect(['4', '-1,200.5', '＋３', '2023', '4人', ''].map(isFigure)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
    expect(['—', '××', '*', '4', ''].map(isMark)).toEqual([true, true, true, false, false])
  })
})
