import { describe, expect, it } from 'vitest'
import { SheetGrid } from '../../../src/core/forms/sheet-grid.ts'
import { readCover } from '../../../src/core/intake/cover.ts'
import type { Cover } from '../../../src/core/intake/cover.ts'
import { isoDateIn } from '../../../src/core/intake/dates.ts'
import { sheet } from '../../support/sheet.ts'

const cover = (art: string): Cover => readCover([new SheetGrid(sheet('封面', art))])
const said = (art: string) => {
  const { codes, names, date } = cover(art)
  return [codes.map((one) => one.value), names.map((one) => one.value), date]
}

describe('what a return says of itself', () => {
  it.each([
    ['in the same cell', '学校名称：石门小学\n学校标识码：2133001001\n报出日期：2025年9月12日'],
    ['in the next cell', "学校名称： | 石门小学\n标识码 | '2133001001\n报出日期： | 2025-09-12"],
    [
      'behind an empty cell',
      "学校名称： | | 石门小学\n标识码 | | '2133001001\n填报日期 | | 2025.9.12",
    ],
    [
      'behind the form’s row code',
      "学校名称 | '01 | 石门小学\n学校标识码 | '02 | '2133001001\n填表日期 | '03 | 2025/9/12",
    ],
    ['all in one cell', '学校名称：石门小学    学校代码：2133001001    报出日期：2025年9月12日'],
    [
      'under merged labels',
      "学校名称 | < | 石门小学 | <\n标识码 | < | '2133001001 | <\n填表日期 | < | @2025-09-12 | <",
    ],
    [
      'with 盖章',
      '填报单位（盖章）：石门小学\n单位代码：2133001001\n报出日期：2025 年 09 月 12 日',
    ],
    [
      'spaced and in full width',
      '学 校 名 称：石门小学\n标 识 码：２１３３００１００１\n报 出 日 期：２０２５年９月１２日',
    ],
    ['as a number', '学校名称： | 石门小学\n标识码： | 2133001001\n报送日期： | 2025年9月12日'],
  ])('is found %s', (_, art) => {
    expect(said(art)).toEqual([['2133001001'], ['石门小学'], '2025-09-12'])
  })

  it('is nothing where the fields were left empty', () => {
    expect(said('学校名称： |\n标识码： |\n报出日期：    年    月    日 |')).toEqual([[], [], null])
    expect(said('学校名称： | 标识码： |\n填表人： | 李某')).toEqual([[], [], null])
  })

  it('is not the heading beside a table’s column of codes', () => {
    expect(said('指标名称 | 代码 | 2024年招生数\n甲 | 乙 | 1')[0]).toEqual([])
    expect(said('项目名称 | 代码 | 6岁以下')).toEqual([[], [], null])
  })

  it('is not somebody’s name or telephone', () => {
    expect(said('单位负责人：李某 | 统计负责人：王某 | 联系电话：0000000')).toEqual([[], [], null])
  })

  it('is not a district’s address code', () => {
    expect(said('学校名称：石门小学\n地址代码：110101001001')[0]).toEqual([])
  })
})

describe('dates as typed', () => {
  it.each([
    ['2025年09月13日', '2025-09-13'],
    ['2025.9.3', '2025-09-03'],
    ['2025/9/3', '2025-09-03'],
    ['２０２５－０９－１３', '2025-09-13'],
    ['2024-02-29', '2024-02-29'],
    ['2025-02-29', null],
    ['2025-13-01', null],
    ['2025年9月', null],
    ['25-9-13', null],
    ['', null],
  ])('%j is %j', (typed, iso) => expect(isoDateIn(typed)).toBe(iso))
})
