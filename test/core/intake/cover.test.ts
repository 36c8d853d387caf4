import { describe, expect, it } from 'vitest'
import { SheetGrid } from '../../../src/core/forms/sheet-grid.ts'
import { readCover } from '../../../src/core/intake/cover.ts'
import type { Cover } from '../../../src/core/intake/cover.ts'
import { isoDateIn } from '../../../src/core/intake/dates.ts'
import { sheet } from '../../support/sheet.ts'

const cover = (art: string): Cover => readCover([new SheetGrid(sheet('封面', art))])
const said = (art: string) => {
  const { codes, names, stamps, date } = cover(art)
  return [codes.map((one) => one.value), [...names, ...stamps].map((one) => one.value), date]
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
    ['right below its label', "学校：\n石门小学\n标识码： | '2133001001\n报出日期：2025-09-12"],
    ['behind a short label', '学校：石门小学 | 标识码：2133001001\n填报日期：2025-09-12'],
    ['behind 单位', '单位：石门小学 | 单位：人\n标识码：2133001001\n填报日期：2025-09-12'],
    [
      'in the row of a table with one row',
      "序号 | 学校名称 | 标识码 | 班数 | 学生数\n1 | 石门小学 | | 6 | 200\n标识码： | '2133001001\n填报日期：2025-09-12",
    ],
    ['as a number', '学校名称： | 石门小学\n标识码： | 2133001001\n报送日期： | 2025年9月12日'],
  ])('is found %s', (_, art) => {
    expect(said(art)).toEqual([['2133001001'], ['石门小学'], '2025-09-12'])
  })

  it('is the code without what stands in brackets behind it', () => {
    expect(said('标识码：2133001001（小学）')[0]).toEqual(['2133001001'])
  })

  it('is nothing where the fields were left empty', () => {
    expect(said('学校名称： |\n标识码： |\n报出日期：    年    月    日 |')).toEqual([[], [], null])
    expect(said('学校名称： | 标识码： |\n填表人： | 李某')).toEqual([[], [], null])
  })

  it('is not a unit, nor a heading over a table', () => {
    expect(said('单位：人 | 学校： | 班数')).toEqual([[], [], null])
    expect(said('序号 | 幼儿园名称 | 办园性质 | 等级 | 班数\n1 | | | |')).toEqual([[], [], null])
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

describe('the line for the stamp', () => {
  it.each([
    '填报单位（盖章）：石门小学',
    '填报单位(公章) | 石门小学',
    '学校（盖章）：石门小学      填表人：李某',
    '学校名称（盖章）：石门小学（公章）',
  ])('is a place of its own: %s', (art) => {
    const { names, stamps } = cover(art)
    expect([names, stamps.map((one) => one.value)]).toEqual([[], ['石门小学']])
  })

  it('is not where a person signs beside the name', () => {
    const { names, stamps } = cover('学校名称：石门小学 单位负责人（签章）：李某')
    expect([names.map((one) => one.value), stamps]).toEqual([['石门小学'], []])
  })
})

describe('names of other schools and offices', () => {
  it.each([
    '主管单位名称：青禾县教育局',
    '所属中心学校名称：石门镇中心小学',
    '举办单位名称 | 石门镇人民政府',
    '曾用学校名称：石门村小',
    '上级单位代码：2133001001',
  ])('are not the sender’s: %s', (art) => expect(said(art).slice(0, 2)).toEqual([[], []]))
})

describe('a place for the code', () => {
  it.each([
    ['filled in', '学校标识码：2133001001', true],
    ['left empty', '学校标识码： |\n学校名称：石门小学', true],
    ['behind a row code', "学校标识码 | '02 |", true],
    ['not there', '学校名称：石门小学', false],
    ['only a table’s own codes', '指标名称 | 代码 | 人数\n甲 | 乙 | 1', false],
    ['only an address', '学校名称：石门小学\n地址代码：110101001001', false],
  ])('is %s', (_, art, asked) => expect(cover(art).asksForCode).toBe(asked))
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
