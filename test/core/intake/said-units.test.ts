import { expect, it } from 'vitest'
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
