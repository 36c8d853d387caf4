import { describe, expect, it } from 'vitest'
import { rowsCount } from '../../../src/core/lists/with-counts.ts'
import { sheet } from '../../support/sheet.ts'
import { codes, context, COVER, read, taken } from './returned.ts'

const BLANK = `
  住宿生情况统计表 | < | <
  年级 | 住宿生数 | 责任人
  七年级 | |
  八年级 | |
  九年级 | |
  `
const within = context([sheet('住宿', BLANK)])

const returned = (art: string) => read([COVER, sheet('住宿', art)], within)
const extra = (reading: ReturnType<typeof returned>) =>
  reading.layout.flatMap(({ kind, raw }) => (kind === 'extra-column' ? [raw] : []))

describe('a column of the school’s own', () => {
  it('beside a table that is all there is noted, and holds nothing up', () => {
    const reading = returned(`
      住宿生情况统计表 | < | < | < | <
      年级 | 住宿生数 | 责任人 | 走读人次 | 校内编号
      七年级 | 10 | 赵 | 3 | 1
      八年级 | 20 | 钱 | 4 | 2
      九年级 | 30 | 孙 | 5 | 3`)
    expect([reading.status, codes(reading)]).toEqual(['accepted', []])
    expect(extra(reading)).toEqual(['走读人次（D3）', '校内编号（E3）'])
    expect(Object.values(taken(reading, within.forms))).toEqual([
      '10',
      '赵',
      '20',
      '钱',
      '30',
      '孙',
    ])
  })

  it('that checks its figures is noted wherever it stands', () => {
    const reading = returned(`
      住宿生情况统计表 | < | < | <
      年级 | 住宿生数 | 核对 | 责任人
      七年级 | 10 | 0 | 赵
      八年级 | 20 | 0 | 钱
      九年级 | 30 | 0 | 孙`)
    expect([reading.status, extra(reading)]).toEqual(['accepted', ['核对（C3）']])
  })

  it('that checks its figures is noted beside numbered columns too, any other is asked about', () => {
    const art = (heading: string, cell: string): string => `
      住校情况 | < | <
      指标 | 合计 | ${heading}
      甲 | 1 |
      男 | ${cell} | ${cell}
      女 | ${cell} | ${cell}`
    const forms = context([sheet('住校', art('', ''))])
    const checked = read([COVER, sheet('住校', art('核对', '5'))], forms)
    expect([checked.status, extra(checked), checked.reasons]).toEqual([
      'accepted',
      ['核对（C4）'],
      [],
    ])
    expect(codes(read([COVER, sheet('住校', art('外籍', '5'))], forms))).toEqual([
      'unmatched-content',
    ])
  })

  it.each([
    ['without a heading', '责任人 |', '七年级 | 10 | 赵 | 3'],
    ['while one of the form’s is not there', '经办 | 走读人次', '七年级 | 10 | 赵 | 3'],
    [
      'called as one of the form’s in another year',
      '责任人 | 去年·住宿生数',
      '七年级 | 10 | 赵 | 3',
    ],
  ])('%s is asked about', (_, heads, first) => {
    const reading = returned(`
      住宿生情况统计表 | < | < | <
      年级 | 住宿生数 | ${heads}
      ${first}
      八年级 | 20 | 钱 | 4
      九年级 | 30 | 孙 | 5`)
    expect([reading.status, extra(reading)]).toEqual(['queried', []])
  })
})

it('figures where a name is asked for may have slipped by a column, and are asked about', () => {
  const reading = returned(`
    住宿生情况统计表 | < | <
    年级 | 住宿生数 | 责任人
    七年级 | | 10
    八年级 | | 20
    九年级 | | 30`)
  expect(codes(reading)).toEqual(['figure-for-words', 'figure-for-words', 'figure-for-words'])
})

it('a figure with its own unit is taken where the words say what is counted, and no other', () => {
  const reading = returned(`
    住宿生情况统计表 | < | <
    年级 | 住宿生数 | 责任人
    七年级 | 10人 | 赵
    八年级 | 20间 | 钱
    九年级 | 30万人 | 孙`)
  expect(Object.values(taken(reading, within.forms))).toEqual([
    '10',
    '赵',
    '<unreadable>',
    '钱',
    '<unreadable>',
    '孙',
  ])
  expect(codes(reading)).toEqual(['ambiguous-unit', 'ambiguous-unit'])
})

it('each of two tables beside one another keeps its columns, though one heading means the other’s', () => {
  const art = (a: string, b: string): string => `
    办学条件统计表 | < | < | < | <
    一、用房 | < | | 二、人员 | <
    项目 | 数量 | | 岗位 | 人数
    宿舍 | ${a} | | 宿管员 | ${b}
    食堂 | ${a} | | 校医 | ${b}
    浴室 | ${a} | | |`
  const forms = context([sheet('条件', art('', ''))])
  const reading = read([COVER, sheet('条件', art('5', '6'))], forms)
  expect([reading.status, codes(reading)]).toEqual(['accepted', []])
  expect(Object.values(taken(reading, forms.forms))).toEqual(['5', '5', '5', '6', '6'])
})

it('a table and a list that a school put on one sheet are parted at their titles', () => {
  const list = (rows: string): string => `
    校车安全管理台账 | < | <
    序号 | 车牌号码 | 核载人数
    ${rows}`
  const grid = (cell: string): string => `
    住宿生情况统计表 | <
    年级 | 住宿生数
    七年级 | ${cell}
    八年级 | ${cell}`
  const forms = context([sheet('住宿', grid('')), sheet('校车', list('1 | |\n2 | |'))])
  const both = `${grid('7').trimEnd()}\n |\n${list('1 | 苏N12345 | 19').trimStart()}`
  const reading = read([COVER, sheet('全部', both)], forms)
  expect(codes(reading)).toEqual([])
  expect(reading.tables.map(({ form, values }) => [form, ...values])).toContainEqual([
    '住宿',
    '7',
    '7',
  ])
  expect(reading.tables.find(({ form }) => form === '校车')?.list?.rowAt.length).toBe(1)
})

it('headings of a list in two lines are found whether their groups are merged or not', () => {
  const list = (group: string, rows: string): string => `
    校车安全管理台账 | < | < | <
    序号 | 车牌号码 | 驾驶人 | ${group}
    ^ | ^ | 姓名 | 准驾车型
    ${rows}`
  const forms = context([sheet('校车', list('<', '1 | | |\n2 | | |'))])
  const apart = list('', '1 | 苏N12345 | 赵 | A1').replaceAll('^', '')
  const again = list('驾驶人', '1 | 苏N12345 | 赵 | A1').replace('^ | ^', '序号 | 车牌号码')
  for (const art of [apart, again]) {
    const reading = read([COVER, sheet('校车', art)], forms)
    expect([reading.status, codes(reading)]).toEqual(['accepted', []])
  }
})

it('a tick under 是 or 否 is taken, whoever the row is about; a figure there is one too', () => {
  const art = (a: string, b: string): string => `
    心理健康教育情况表 | < | < | <
    工作内容 | 落实情况 | < | 负责人
    ^ | 是 | 否 | ^
    配备专职教师 | ${a} | ${b} |
    教师全员培训 | ${b} | ${a} |`
  const forms = context([sheet('心理', art('', ''))])
  for (const [yes, taking] of [
    ['√', '√'],
    ['☑', '☑'],
    ['✔', '✔'],
    ['3', '3'],
  ] as const) {
    const reading = read([COVER, sheet('心理', art(yes, ''))], forms)
    expect([reading.status, codes(reading)]).toEqual(['accepted', []])
    expect(Object.values(taken(reading, forms.forms))).toEqual([
      taking,
      '<blank>',
      '<blank>',
      '<blank>',
      taking,
      '<blank>',
    ])
  }
})

it('who holds an office is taken as a name where the table counts no people', () => {
  const art = (name: string): string => `
    信息化设备情况表 | < | < | 单位：台、间
    序号 | 学校名称 | 计算机 | 管理员
    1 | ${name === '' ? '' : '石门镇中心小学'} | ${name === '' ? '' : '5'} | ${name}`
  const forms = context([sheet('设备', art(''))])
  const reading = read([COVER, sheet('设备', art('赵建国'))], forms)
  expect([reading.status, codes(reading)]).toEqual(['accepted', []])
})

it('a list that counts vehicles counts no people, though each has a driver', () => {
  const forms = context([
    sheet(
      '校车',
      `
      校车安全管理台账 | < | < | <
      序号 | 车牌号码 | 驾驶人 | <
      ^ | ^ | 姓名 | 准驾车型
      1 | | |
      2 | | |`,
    ),
  ])
  const [form] = forms.forms
  expect(form && rowsCount(form).id).toBe('条数')
})

describe('a subtotal that a school put among the rows', () => {
  const grid = (rows: string): string => `
    住宿生情况表 | < | <
    年级 | 住宿生数 | 走读生数
    ${rows}`
  const forms = context([sheet('住宿', grid('七年级 | |\n八年级 | |\n九年级 | |'))])
  const kinds = (rows: string): [string, string[], string[]] => {
    const reading = read([COVER, sheet('住宿', grid(rows))], forms)
    const extras = reading.layout.flatMap(({ kind, raw }) => (kind === 'extra-row' ? [raw] : []))
    return [reading.status, codes(reading), extras]
  }

  it('is noted where it adds up', () => {
    expect(kinds('七年级 | 10 | 1\n八年级 | 20 | 2\n小计 | 30 | 3\n九年级 | 5 | 4')).toEqual([
      'accepted',
      [],
      ['小计（B5）'],
    ])
  })

  it.each([
    [
      'where one column does not',
      '七年级 | 10 | 1\n八年级 | 20 | 2\n小计 | 30 | 4\n九年级 | 5 | 4',
    ],
    ['where a row of the form is not there', '七年级 | 10 | 1\n八年级 | 20 | 2\n小计 | 30 | 3'],
    [
      'where it is called otherwise',
      '七年级 | 1 | 1\n八年级 | 2 | 2\n复读 | 3 | 3\n九年级 | 5 | 4',
    ],
  ])('is asked about %s', (_, rows) => {
    const [status, , extras] = kinds(rows)
    expect([status, extras]).toEqual(['queried', []])
  })
})

it('grades of a stage that a school has not may be left out under each group', () => {
  const grades = ['五年级', '六年级', '七年级', '八年级', '九年级']
  const grid = (kept: string[], cell: string): string => {
    const all = ['男生', '女生'].flatMap(() => kept)
    const heads = ['男生', '女生'].map((sex) => [sex, ...kept.slice(1).map(() => '<')].join(' | '))
    return `
    视力情况表 | ${all.map(() => '<').join(' | ')}
    结果 | ${heads.join(' | ')}
    ^ | ${all.join(' | ')}
    正常 | ${all.map(() => cell).join(' | ')}
    近视 | ${all.map(() => cell).join(' | ')}`
  }
  const forms = context([sheet('视力', grid(grades, ''))])
  const status = (kept: string[]): string =>
    read([COVER, sheet('视力', grid(kept, '3'))], forms).status
  expect(status(grades.slice(0, 2))).toBe('accepted')
  expect(status(grades.slice(2))).toBe('accepted')
  // One grade of a stage may be missing by mistake.
  expect(status(grades.slice(0, 4))).toBe('queried')
})

it('the line that says who sends a list is no part of its headings', () => {
  const list = (rows: string): string => `
    教师花名册 | < | <
    填报单位（盖章）： | 石门镇中心小学 |
    序号 | 姓名 | 学历
    ${rows}`
  const forms = context([sheet('名册', list('1 | |\n2 | |'))])
  const reading = read([sheet('名册', list('1 | 赵 | 本科\n2 | 钱 | 专科'))], forms)
  expect([reading.status, codes(reading)]).toEqual(['accepted', []])
})

it('a subtotal is left out with the grades above it, never alone', () => {
  const grid = (rows: string[]): string => `
    饮用奶情况表 | < | <
    年级 | 人数 | 盒数
    ${rows.map((label) => `${label} | 5 | 6`).join('\n')}`
  const all = ['五年级', '六年级', '小计', '七年级', '八年级', '小计', '合计']
  const blank = grid(all).replaceAll('5 | 6', ' | ')
  const forms = context([sheet('奶', blank)])
  const status = (rows: string[]): string => read([COVER, sheet('奶', grid(rows))], forms).status
  expect(status(['五年级', '六年级', '小计', '合计'])).toBe('accepted')
  expect(status(all.slice(0, -1))).toBe('queried')
})

it('a school that somebody went to is not the one that sends the list', () => {
  const list = (rows: string): string => `
    交流轮岗人员花名册 | < | < | < | <
    学校（盖章）：石门镇中心小学 | < | < | < | <
    序号 | 姓名 | 交流前 | < | 交流后
    ^ | ^ | 学校 | 岗位 | 学校
    ${rows}`
  const forms = context([sheet('轮岗', list('1 | | | |\n2 | | | |'))])
  const reading = read([sheet('轮岗', list('1 | 赵 | 双桥镇中心小学 | 教师 | 云台中心校'))], forms)
  expect(codes(reading)).not.toContain('school-weighed')
  expect(reading.school).toBe('2133001001')
  expect(reading.identity.name).toBe('石门镇中心小学')
})
