import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../../src/core/forms/edit.ts'
import type { FormEdit } from '../../../src/shared/model.ts'
import { sheet } from '../../support/sheet.ts'
import { PRINTED } from '../forms/county-printed.ts'
import { context, COVER, read, taken } from './returned.ts'

/** The blank of that name filled in by putting `to` for each `from`. */
function sent(name: string, art: string) {
  const blank = PRINTED[name]?.blank
  if (blank === undefined) throw new RangeError(name)
  const within = context([blank])
  const got = read([COVER, sheet(blank.name, art)], within)
  return {
    status: got.status,
    reasons: got.reasons,
    values: Object.values(taken(got, within.forms)),
  }
}

describe('what a county prints beside its rows is nothing that a school says', () => {
  const art = (points: string) => `
    学校安全工作督导评估自评表 | < | < | < | < | <
    学校（盖章）：石门镇中心小学 | < | < | < | < | <
    一级指标 | 二级指标 | 分值 | 自评得分 | 评分标准 | 备注
    组织管理 | 领导机构 | ${points} | 8 | 未成立领导小组扣5分 |
    ^ | 责任落实 | 15 | 15 | 未签责任书扣5分 | 已整改
    教育培训 | 安全教育课 | 45 | 40 | 少一次扣2分 |
    ^ | 应急演练 | 30 | 30 | 少一次扣5分 |
    合计 | < | 100 | 93 | |
    填表人：甲 | | | 校长（签字）： | |
  `
  it.each(['10', "'10", ''])('points as printed, as text or deleted: %s', (points) => {
    const got = sent('points and how they are given, printed beside each row', art(points))
    expect([got.status, got.reasons]).toEqual(['accepted', []])
    expect(got.values.filter((value) => value !== '<blank>')).toEqual([
      '8',
      '15',
      '已整改',
      '40',
      '30',
      '93',
    ])
  })

  it('words and figures of how things stand', () => {
    const got = sent(
      'what ought to be there, with its unit, before what is',
      `
      功能室配备情况统计表 | < | < | < | < | <
      填报单位：石门镇中心小学 | < | < | < | < | <
      项目 | 应配数 | < | 实配数 | < | 达标情况
      ^ | 标准 | 单位 | 数量 | 金额（元） | ^
      科学实验室 | 2 | 间 | 2 | 35000.5 | 达标
      音乐教室 | 1 | 间 | 0 | 0 | ×
      美术教室 | 1 | 间 | 1 | 1200 | √
      查验人：甲 | | | 校医：乙 | | 日期：2025年9月3日
      `,
    )
    expect([got.status, got.reasons]).toEqual(['accepted', []])
    expect(got.values).toEqual(['2', '35000.5', '达标', '0', '0', '×', '1', '1200', '√'])
  })

  it.each([
    ['例 | 某某小学 | 300 | 350 | 2025年3月\n', ''],
    ['', ''],
    ['', '\n2 | | | |'],
  ])('the school’s row, with the one for show or without', (before, after) => {
    const got = sent(
      'a row filled in for show above the school’s own',
      `
      薄弱环节改造项目学校信息表 | < | < | < | <
      填报单位：石门镇中心小学 | < | < | < | <
      序号 | 学校名称 | 在校生数（人） | 投资（万元） | 开工时间
      ${before}1 | 石门镇中心小学 | 120 | 35.5 | 2025年6月${after}
      填表人： | | | 审核人： |
      `,
    )
    expect([got.status, got.reasons, got.values]).toEqual([
      'accepted',
      [],
      ['120', '35.5', '2025年6月'],
    ])
  })

  it('ratios as they are written, telephones counted', () => {
    const got = sent(
      'telephones that are counted, heads to machines',
      `
      学校信息化情况表 | < | <
      学校：石门镇中心小学 | < | <
      项目 | 小学部 | 初中部
      亲情电话（部） | '３ | 2
      生机比 | 8.5:1 | '6.2
      计算机（台） | 60 | 45
      填表人： | | 联系电话：
      `,
    )
    expect([got.status, got.reasons]).toEqual(['accepted', []])
    expect(got.values).toEqual(['3', '2', '8.5:1', '6.2', '60', '45'])
  })
})

describe('a heading that comes again below a total', () => {
  it('does not take the total into it', () => {
    const blank = sheet(
      '近视',
      `
      学段 | 年级 | 人数 | 合计
      小学 | 一年级 | |
      ^ | 合计 | |
      初中 | 初一 | |
      ^ | 合计 | |
      `,
    )
    const within = context([blank])
    const got = read(
      [
        COVER,
        sheet(
          '近视',
          `
          学段 | 年级 | 人数 | 合计
          小学 | 一年级 | 1 | 2
          小学 | 合计 | 3 | 4
          学段 | 年级 | 人数 | 合计
          初中 | 初一 | 5 | 6
          初中 | 合计 | 7 | 8
          `,
        ),
      ],
      within,
    )
    expect(Object.values(taken(got, within.forms))).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
    ])
    expect(got.status).toBe('accepted')
  })
})

describe('a column that was taken for the wrong one of the two is put right by hand', () => {
  const art = (quota: string, area: string): string => `
    功能室情况表 | < | <
    名称 | 定额 | 面积（平方米）
    甲 | 1 | 2
    实验室 | ${quota} | ${area}
    音乐室 | ${quota} | ${area}
  `
  const taking = (blank: string, edits: FormEdit[], filled: string) => {
    const own = context([sheet('功能室', blank)])
    const within = { ...own, forms: applyEdits(own.forms, edits) }
    const got = read([COVER, sheet('功能室', filled)], within)
    return [got.status, Object.values(taken(got, within.forms))]
  }

  it('printed by the county: what stands there is asked for no more, and never called unknown', () => {
    const edit: FormEdit = { form: '功能室', column: '1', kind: 'printed' }
    expect(taking(art('', ''), [], art('2', '60'))).toEqual(['accepted', ['2', '60', '2', '60']])
    expect(taking(art('', ''), [edit], art('2', '60'))).toEqual(['accepted', ['60', '60']])
  })

  it('filled in by the schools, though the blank has figures for a start', () => {
    const blank = art('3', '')
    const edit: FormEdit = { form: '功能室', column: '1', kind: 'number' }
    expect(taking(blank, [], art('2', '60'))).toEqual(['accepted', ['60', '60']])
    expect(taking(blank, [edit], art('2', '60'))).toEqual(['accepted', ['2', '60', '2', '60']])
  })
})
