import { expect, it } from 'vitest'
import { applyEdits } from '../../../src/core/forms/edit.ts'
import { sheet } from '../../support/sheet.ts'
import { codes, context, COVER, read, taken } from './returned.ts'

const blank = (name: string, art: string) => context([sheet(name, art)])

it('figures of a column of the school’s own that look like row codes are named, not passed over', () => {
  const within = blank(
    '住校',
    `
    住校生情况表 | < | < | <
    编号 | 学段 | 性别 | 计划数
    1 | 小学 | 男 |
    2 | ^ | 女 |
    3 | 初中 | 男 |
    4 | ^ | 女 |
    `,
  )
  const reading = read(
    [
      COVER,
      sheet(
        '住校',
        `
        住校生情况表 | < | < | < | <
        编号 | 学段 | 性别 | 新增指标 | 计划数
        1 | 小学 | 男 | 4 | 10
        2 | ^ | 女 | 4 | 20
        3 | 初中 | 男 | 4 | 30
        4 | ^ | 女 | 4 | 40
        `,
      ),
    ],
    within,
  )
  expect(Object.values(taken(reading, within.forms))).toEqual(['10', '20', '30', '40'])
  expect(reading.reasons.map(({ code, cell }) => [code, cell])).toEqual([
    ['unmatched-content', 'D3'],
  ])
})

it('labels that begin with a figure, repeated on the page beside, are no figures', () => {
  const art = (a: string, b: string): string => `
    经费情况表 | < | < | < | < | <
    年份 | 人数 | 金额 | 年份 | 学校数 | 班数
    2023年 | ${a} | ${a} | 2023年 | ${b} | ${b}
    2024年 | ${a} | ${a} | 2024年 | ${b} | ${b}
    `
  const within = blank('经费', art('', ''))
  const reading = read([COVER, sheet('经费', art('5', '6'))], within)
  expect([reading.status, codes(reading)]).toEqual(['accepted', []])
  expect(Object.values(taken(reading, within.forms))).toEqual([
    '5',
    '5',
    '6',
    '6',
    '5',
    '5',
    '6',
    '6',
  ])
})

it('running numbers left of groups are no labels: 其他 of each group and 其他 alone are told apart', () => {
  const art = (a: string, b: string, c: string): string => `
    校舍情况表 | < | < | <
    单位：间 | | |
    编号 | | | 现有
    1 | 教学用房 | 教室 | ${a}
    2 | ^ | 其他 | ${b}
    3 | 生活用房 | 宿舍 | ${a}
    4 | ^ | 其他 | ${c}
    5 | 其他 | < | ${a}
    `
  const within = blank('校舍', art('', '', ''))
  const reading = read([COVER, sheet('校舍', art('1', '2', '3'))], within)
  expect([reading.status, codes(reading)]).toEqual(['accepted', []])
  expect(Object.values(taken(reading, within.forms))).toEqual(['1', '2', '1', '3', '1'])
})

it('a word more in many labels does not take the column for figures', () => {
  const art = (word: string, a: string): string => `
    学生资助情况表 | < | < | <
    序号 | 学段 | 资助项目 | 人数
    1 | 学前教育 | 政府助学金 | ${a}
    2 | 小学 | ${word}生活补助 | ${a}
    3 | ^ | 非${word}生活补助 | ${a}
    4 | 初中 | ${word}生活补助 | ${a}
    5 | ^ | 非${word}生活补助 | ${a}
    `
  const within = blank('资助', art('寄宿生', ''))
  const reading = read([COVER, sheet('资助', art('寄宿制生', '7'))], within)
  expect([reading.status, codes(reading)]).toEqual(['accepted', []])
  expect(Object.values(taken(reading, within.forms))).toEqual(['7', '7', '7', '7', '7'])
})

it('the last page of a table is read although it has one column only', () => {
  const within = blank(
    '等级',
    `
    等级情况表 | < | < | <
    等级 | 总数 | 其中：女 | 少数民族
    优秀 | | |
    良好 | | |
    `,
  )
  const reading = read(
    [
      COVER,
      sheet(
        '等级',
        `
        等级情况表 | < | <
        等级 | 总数 | 其中：女
        优秀 | 9 | 4
        良好 | 8 | 3
         | |
        等级 | 少数民族 |
        优秀 | 2 |
        良好 | 1 |
        `,
      ),
    ],
    within,
  )
  expect([reading.status, codes(reading)]).toEqual(['accepted', []])
  expect(Object.values(taken(reading, within.forms))).toEqual(['9', '4', '2', '8', '3', '1'])
})

it('a unit above the first of several tables holds for those below it as well', () => {
  const art = (unit: string, a: string): string => `
    经费收支表 | <
    单位：${unit} | <
    （一）收入 | <
    收入项目 | 金额
    财政拨款 | ${a}
    事业收入 | ${a}
    （二）支出 | <
    支出项目 | 金额
    人员经费 | ${a}
    公用经费 | ${a}
    `
  const within = blank('经费', art('万元', ''))
  const same = read([COVER, sheet('经费', art('万元', '3.5'))], within)
  expect([same.status, codes(same)]).toEqual(['accepted', []])
  const other = read([COVER, sheet('经费', art('元', '35000'))], within)
  expect(codes(other)).toEqual(Array(4).fill('ambiguous-unit'))
})

it('of several units above a table the one that a column is counted in is held against the form’s', () => {
  const art = (unit: string, a: string): string => `
    资助情况表 | < | <
    单位：${unit} | < | <
    项目 | 人数 | 金额
    助学金 | ${a} | ${a}
    免学费 | ${a} | ${a}
    `
  const within = blank('资助', art('人、元', ''))
  const other = read([COVER, sheet('资助', art('人、万元', '35'))], within)
  expect(other.reasons.map(({ code, cell }) => [code, cell])).toEqual([
    ['ambiguous-unit', 'C4'],
    ['ambiguous-unit', 'C5'],
  ])
})

it('what is ticked in a table of people is taken as it stands, a loose count is not', () => {
  const art = (a: string, b: string): string => `
    关爱情况表 | < | <
    单位：人 | < | <
    类别 | 隔代照料 | 建档立卡
    小学阶段 | ${a} | ${b}
    初中阶段 | ${a} | ${b}
    `
  const within = blank('关爱', art('', ''))
  const ticked = read([COVER, sheet('关爱', art('5', '是'))], within)
  expect([ticked.status, codes(ticked)]).toEqual(['accepted', []])
  expect(Object.values(taken(ticked, within.forms))).toEqual(['5', '是', '5', '是'])
  const loose = read([COVER, sheet('关爱', art('两人', '3'))], within)
  expect(codes(loose)).toEqual(['unreadable-cell', 'unreadable-cell'])
})

it('a block of which every line may be one of several is asked about', () => {
  const within = blank(
    '奖补',
    `
    奖补情况表 | < | < | <
    性别 | 年级 | 人数 | 金额
    男生 | 七年级 | |
    ^ | 八年级 | |
    女生 | 七年级 | |
    ^ | 八年级 | |
    `,
  )
  const reading = read(
    [
      COVER,
      sheet(
        '奖补',
        `
        奖补情况表 | < | <
        年级 | 人数 | 金额
        七年级 | 1 | 2
        八年级 | 3 | 4
        七年级 | 5 | 6
        八年级 | 7 | 8
        `,
      ),
    ],
    within,
  )
  expect(reading.status).toBe('queried')
  expect(Object.values(taken(reading, within.forms))).not.toContain('1')
})

it('a sheet that bears the school’s name says whose the return is', () => {
  const art = (a: string): string => `
    班数情况表 | <
    年级 | 班数
    一年级 | ${a}
    二年级 | ${a}
    `
  const within = blank('班数', art(''))
  const reading = read([sheet('石门镇中心小学', art('2'))], within, 'returns/1.xlsx')
  expect([reading.status, reading.school, codes(reading)]).toEqual(['accepted', '2133001001', []])
})

it('of a table joined from two side by side any row may stand in either, and one of the school’s own is named', () => {
  const art = (rows: string): string => `
    班额情况统计表 | < | < | <
    班级 | 人数 | 班级 | 人数
${rows}
    填表人： | | |
    `
  const apart = blank('班额', art(`    甲班 | | 丙班 |\n    乙班 | | 丁班 |\n    戊班 | | |`))
  const forms = applyEdits(apart.forms, [{ form: '班额-2', is: 'part', of: '班额' }])
  const within = { ...apart, forms }
  const moved = read(
    [
      COVER,
      sheet('班额', art(`    丁班 | 4 | 甲班 | 1\n    戊班 | 5 | 乙班 | 2\n    丙班 | 3 | |`)),
    ],
    within,
  )
  expect([moved.status, codes(moved)]).toEqual(['accepted', []])
  expect(Object.values(taken(moved, within.forms))).toEqual(['1', '2', '5', '3', '4'])
  const added = read(
    [
      COVER,
      sheet(
        '班额',
        art(`    甲班 | 1 | 丙班 | 3\n    乙班 | 2 | 丁班 | 4\n    戊班 | 5 | 己班 | 6`),
      ),
    ],
    within,
  )
  expect(added.reasons.map(({ code, cell }) => [code, cell])).toEqual([['unmatched-content', 'D5']])
})

it('a sheet with the part of another sheet’s form that its caption names is no doubt', () => {
  const part = (caption: string, a: string): string => `
    ${caption} | <
    项目 | 合计
    班级数 | ${a}
    学生数 | ${a}
    `
  const top = '\n    完全中学情况统计表 | <'
  const within = blank('情况', `${top}${part('一、初中部', '')}${part('二、高中部', '')}`)
  const reading = read(
    [
      COVER,
      sheet('情况', `${top}${part('一、初中部', '1')}`),
      sheet('情况2', part('二、高中部', '2')),
    ],
    within,
  )
  expect([reading.status, codes(reading)]).toEqual(['accepted', []])
  expect(Object.values(taken(reading, within.forms))).toEqual(['1', '1', '2', '2'])
})
