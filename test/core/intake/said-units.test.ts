import { describe, expect, it } from 'vitest'
import { reasonText } from '../../../src/shared/words/say.ts'
import { sheet } from '../../support/sheet.ts'
import { codes, context, COVER, read, taken } from './returned.ts'

const art = (money: string, printed: string, figures: [string, string]): string => `
  工资情况 | < | < | <
  表号：县教8  单位：${printed} | < | < | <
  指标名称 | 代码 | 学生数（人） | ${money}
  甲 | 乙 | 1 | 2
  总计 | '01 | ${figures[0]} | ${figures[1]}
`
const withHeading = context([sheet('县教8', art('工资（元）', '人', ['', '']))])
const withoutHeading = context([sheet('县教8', art('工资', '元', ['', '']))])

it.each([
  ['工资（万元）', '人', '12', 'ambiguous-unit'],
  ['工资(千元)', '人', '12', 'ambiguous-unit'],
  ['工资（元）', '人', '12', ''],
  ['工资', '人', '12', ''],
  // Nothing is nothing in any unit.
  ['工资（万元）', '人', '0', ''],
])('%s over a column of 元, 单位：%s: %s is %j', (money, printed, figure, code) => {
  const reading = read([COVER, sheet('县教8', art(money, printed, ['30', figure]))], withHeading)
  expect(codes(reading)).toEqual(code === '' ? [] : [code])
  const values = taken(reading, withHeading.forms)
  expect(values['县教8[01,1]']).toBe('30')
  expect(values['县教8[01,2]']).toBe(code === '' ? figure : '<unreadable>')
})

it.each([
  ['人', '55', ''],
  ['万人', '<unreadable>', 'ambiguous-unit'],
  ['名', '55', ''],
])('%s in the column of units beside a row of 人', (unit, value, code) => {
  const beside = (said: string, figure: string) =>
    sheet(
      '适龄',
      `指标 | 代码 | 计量单位 | 本年\n甲人口 | '01 | ${said} | ${figure}\n乙人口 | '02 | 人 | 7`,
    )
  const within = context([beside('人', '')])
  const reading = read([COVER, beside(unit, '55')], within)
  expect(codes(reading)).toEqual(code === '' ? [] : [code])
  expect(Object.values(taken(reading, within.forms))).toEqual([value, '7'])
})

it('another unit printed above the table counts where no heading says one', () => {
  const figures = (unit: string) => {
    const sent = read([COVER, sheet('县教8', art('工资', unit, ['30', '12']))], withoutHeading)
    return [codes(sent), taken(sent, withoutHeading.forms)['县教8[01,2]']]
  }
  expect(figures('元')).toEqual([[], '12'])
  expect(figures('万元')).toEqual([['ambiguous-unit'], '<unreadable>'])
})

it.each(['生师比', '每百名学生拥有计算机台数', '满意度得分', '教职工与学生之比'])(
  '%s in a table of 人 is no count: 15.2 is taken without a question',
  (heading) => {
    const blank = (figure: string) => sheet('县教9', art(heading, '人', ['', figure]))
    const within = context([blank('')])
    const reading = read([COVER, blank('15.2')], within)
    expect([codes(reading), taken(reading, within.forms)]).toMatchObject([
      [],
      { '县教8[01,2]': '15.2' },
    ])
  },
)

describe('rows with a unit of their own beside money', () => {
  const property = (printed: string, figures: string) => `
    固定资产情况表 | < | < | <
    单位：${printed} | < | < | <
    资产类别 | 计量单位 | 数量 | 原值
    土地 | 平方米 | ${figures}
    图书 | 册 | ${figures}
  `
  const within = context([sheet('资产', property('元', ' | '))])

  it('what is counted in them stays so when the table turns to 万元; its money is asked about', () => {
    const reading = read([COVER, sheet('资产', property('万元', '12 | 35'))], within)
    expect(taken(reading, within.forms)).toEqual({
      '资产[01,1]': '12',
      '资产[01,2]': '<unreadable>',
      '资产[02,1]': '12',
      '资产[02,2]': '<unreadable>',
    })
    const [first] = reading.reasons.filter(({ code }) => code === 'ambiguous-unit')
    expect([first?.cell, first && reasonText('zh', first)]).toEqual([
      'D4',
      '报表上写的单位是“万元”，表式里该项的单位是“元”，35 可能是 35万元 / 35元，未采用；请核对。',
    ])
  })
})

it.each([
  ['金额万元', '金额元'],
  ['金额，万元', '金额，元'],
  ['金额/万元', '金额/元'],
  ['金额【万元】', '金额【元】'],
  ['金额（万元，保留两位小数）', '金额（元，保留两位小数）'],
])('%s sent as %s: the unit is told without brackets too', (asked, sent) => {
  const blank = (heading: string, figure: string) =>
    sheet('县教8', art(heading, '人', ['30', figure]))
  const within = context([blank(asked, '')])
  const found = (heading: string) =>
    taken(read([COVER, blank(heading, '12')], within), within.forms)
  expect(found(asked)['县教8[01,2]']).toBe('12')
  expect(found(sent)).toEqual({ '县教8[01,1]': '30', '县教8[01,2]': '<unreadable>' })
})

it.each([
  ['单位：人；万元', '单位：人；元', true],
  ['单位：人 万元', '单位：人 元', true],
  ['单位： | 人、万元', '单位： | 人、元', true],
  ['单位： | 人、万元', '单位： | 万元、人', false],
])('%s printed as %s', (asked, sent, other) => {
  const printed = (line: string, figure: string) =>
    sheet(
      '县教8',
      `工资情况 | < | < | <\n表号：县教8 | ${line}\n指标名称 | 代码 | 人数 | 金额\n甲 | 乙 | 1 | 2\n总计 | '01 | 30 | ${figure}`,
    )
  const within = context([printed(asked, '')])
  const reading = read([COVER, printed(sent, '12')], within)
  expect(codes(reading)).toEqual(other ? ['ambiguous-unit'] : [])
})

it.each([
  ['注：金额单位为万元', 'ambiguous-unit'],
  ['说明：以上各项以万元为单位。', 'ambiguous-unit'],
  ['注：金额单位：万元，人数按学年初统计', 'ambiguous-unit'],
  ['注：金额单位为元', ''],
  ['注：面积单位为平方米', ''],
  ['注：本表由各单位按实填报', ''],
  ['', ''],
])('a note below the table of a return, %j, over 元: %j', (note, code) => {
  const noted = `${art('工资（元）', '人', ['30', '12']).trimEnd()}\n  ${note} | < | < | <`
  const reading = read([COVER, sheet('县教8', noted)], withHeading)
  expect(codes(reading)).toEqual(code === '' ? [] : [code])
  expect(taken(reading, withHeading.forms)['县教8[01,1]']).toBe('30')
})

it.each([
  // What a blank says below itself holds for the returns.
  ['注：金额单位为万元', '注：金额单位为万元', ''],
  ['注：金额单位为万元', '注：金额单位为元', 'ambiguous-unit'],
  ['注：单位：元', '注：单位：万元', 'ambiguous-unit'],
  ['注：单位：元', '注：如实填写', ''],
])('a blank with %s below it, returned with %s: %j', (below, sent, code) => {
  const noted = (figure: string, note: string) =>
    sheet('县教8', `经费\n项目 | 代码 | 金额\n甲 | 乙 | 1\n合计 | '01 | ${figure}\n${note}`)
  const within = context([noted('', below)])
  expect(within.forms[0]?.items[0]?.unit).toBe(below.includes('万元') ? '万元' : '元')
  const reading = read([COVER, noted('12', sent)], within)
  expect(codes(reading)).toEqual(code === '' ? [] : [code])
})

it('a unit printed over the next table of a sheet is none of the table above it', () => {
  const blank = (figure: string) =>
    sheet(
      '县教8',
      `一、经费\n项目 | 代码 | 金额\n甲 | 乙 | 1\n合计 | '01 | ${figure}\n金额单位：万元\n项目 | 代码 | 支出\n甲 | 乙 | 1\n合计 | '01 | ${figure}`,
    )
  expect(context([blank('')]).forms.map(({ items }) => items[0]?.unit)).toEqual([null, '万元'])
})

it.each([
  ['元（万元）', 'ambiguous-unit'],
  ['人、元（万元）', 'ambiguous-unit'],
  ['万元（人民币）', ''],
  ['人民币万元', ''],
])('%s printed over a column of 万元: %j', (printed, code) => {
  const blank = (unit: string, figure: string) =>
    sheet('县教8', `经费\n单位：${unit}\n项目 | 代码 | 金额\n甲 | 乙 | 1\n合计 | '01 | ${figure}`)
  const reading = read([COVER, blank(printed, '12')], context([blank('万元', '')]))
  expect(codes(reading)).toEqual(code === '' ? [] : [code])
})

it.each([
  ['在校生（人）', '在校生（万人）', 'ambiguous-unit'],
  ['在校生（万人）', '在校生（人）', 'ambiguous-unit'],
  ['在校生（万人）', '在校生（万人）', ''],
  ['工资（元）', '工资（百元）', 'ambiguous-unit'],
  ['工资（百元）', '工资（元）', 'ambiguous-unit'],
])('a column asked for as %s and returned as %s: %j', (asked, sent, code) => {
  const reading = read(
    [COVER, sheet('县教8', art(sent, '人', ['30', '12']))],
    context([sheet('县教8', art(asked, '人', ['', '']))]),
  )
  expect(codes(reading)).toEqual(code === '' ? [] : [code])
})
