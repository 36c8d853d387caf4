import { describe, expect, it } from 'vitest'
import {
  columnNumber,
  formNumberIn,
  headingRole,
  isFoot,
  isIdentityWord,
  isMeta,
  stemIndex,
  unitTextIn,
} from '../../../src/core/forms/furniture.ts'

describe('the furniture of a form', () => {
  it.each([
    ['表  号：教基3112                    单位:人', '教基3112', '人'],
    ['表号:基础基331　　计量单位：册', '基础基331', '册'],
    ['表    号：教基5176', '教基5176', null],
    ['填报单位（盖章）：           单位：万元', null, '万元'],
    ['填报单位：石门中心小学', null, null],
    ['单位负责人：张三', null, null],
    ['（单位：平方米）', null, '平方米'],
    ['小学分类型学生数', null, null],
  ])('%j prints 表号 %j and unit %j', (text, number, unit) => {
    expect(formNumberIn(text)).toBe(number)
    expect(unitTextIn(text)).toBe(unit)
  })

  it.each([
    '单位负责人：',
    '校长：',
    '园长（签章）',
    '填 表 人：',
    '注：本表由学校填报',
    '报出日期：2025年9月10日',
    '填表说明：1.',
  ])('%s is a foot', (text) => expect(isFoot(text)).toBe(true))

  it.each(['注册学生数', '说明书（册）', '校长办公室', '电话机（台）', '备注', '负责人数'])(
    '%s may be a row to fill in',
    (text) => expect(isFoot(text)).toBe(false),
  )

  it.each(['金额（单位：万元）', '经费收支表(单位:元)', '其中：单位：', '#学校名称：'])(
    '%s is an "of which" row, no heading field',
    (text) => expect(isMeta(text)).toBe(false),
  )

  it('tells identity words from headings of figures', () => {
    expect(isIdentityWord('学校（机构）名称')).toBe(true)
    expect(isIdentityWord('学校数')).toBe(false)
    expect(isIdentityWord('年度')).toBe(true)
  })

  it('tells what a heading is for', () => {
    expect(
      ['代 码', '行次', '序号', '计量单位', '内容', '毕业生数'].map((text) => headingRole(text)),
    ).toEqual(['code', 'code', 'ordinal', 'unit', 'text', 'other'])
  })

  it('reads stub letters and column numbers', () => {
    expect([stemIndex('甲'), stemIndex('乙 '), stemIndex('甲乙'), stemIndex('')]).toEqual([
      0, 1, -1, -1,
    ])
    expect(['１', '(2)', '（3）', '③', '1.5', '1234', '一'].map(columnNumber)).toEqual([
      '1',
      '2',
      '3',
      '3',
      null,
      null,
      null,
    ])
  })
})
