import { describe, expect, it } from 'vitest'
import { reasonText } from '../../../src/shared/words/say.ts'
import { sheet } from '../../support/sheet.ts'
import { context, COVER, read, taken } from './returned.ts'

const pupils = (labels: string[], figure = '') => `
  控辍保学情况表 | < | <
  类别 | 在校生数 | 辍学数
  ${labels.map((label, i) => `${label} | ${figure && `${figure}${String(i)}`} | ${figure && '0'}`).join('\n  ')}
  合计 | ${figure && '60'} | ${figure && '0'}
`
const LABELS = ['寄宿生', '走读生', '随迁子女']
const within = context([sheet('控辍', pupils(LABELS))])

/** What is said of a return, and what was taken of it. */
function said(labels: string[]): { texts: string[]; values: Record<string, string> } {
  const reading = read([COVER, sheet('控辍', pupils(labels, '2'))], within)
  return {
    texts: reading.reasons.map((reason) =>
      `${reason.cell ?? ''} ${reasonText('zh', reason)}`.trimStart(),
    ),
    values: taken(reading, within.forms),
  }
}

describe('a row of the form that was not found', () => {
  it('is unknown, not blank, where the sheet has a row that may be it', () => {
    const { texts, values } = said(['寄宿生', '外宿生', '随迁子女'])
    expect([values['控辍[01,1]'], values['控辍[02,1]'], values['控辍[04,1]']]).toEqual([
      '20',
      '<unreadable>',
      '60',
    ])
    expect(texts).toEqual([
      '表 控辍 没有找到：走读生；报表上却有表式里没有的“外宿生”（B4），可能就是它们改了名。这些项目没有按空白处理，有关的审核暂不判定；请核对后补报。',
      'B4 表 控辍 的行“外宿生”不在表式中，其中 2 个数未采用（如 21）；请核对。',
    ])
  })

  it('is blank where nothing on the sheet may be it', () => {
    const { texts, values } = said(['寄宿生', '随迁子女'])
    expect([values['控辍[02,1]'], values['控辍[03,1]']]).toEqual(['<blank>', '21'])
    expect(texts).toHaveLength(1)
    expect(texts[0]).toContain('这些项目按空白处理')
  })

  it('may be what bears the name of another: which is which is asked, and no name is called unknown', () => {
    const { texts, values } = said(['寄宿生', '寄宿生', '随迁子女'])
    expect(values['控辍[02,1]']).toBe('<unreadable>')
    expect(texts.at(-1)).toBe(
      'B4 表 控辍 的行“寄宿生”在报表里不止一处（另见 A3），分不清各是哪一项，其中 2 个数未采用（如 21）；请核对行的名称后重报。',
    )
  })
})

it('two tables side by side keep their figures and labels apart where labels are wrong', () => {
  const beside = (right: string, figure: string) => `
    经费收支平衡表 | < | < | <
    收入项目 | 金额 | 支出项目 | 金额
    财政拨款 | ${figure} | 人员经费 | ${figure}
    事业收入 | ${figure} | ${right} | ${figure}
    其他收入 | ${figure} | 项目支出 | ${figure}
  `
  const both = context([sheet('收支', beside('公用经费', ''))])
  const reading = read([COVER, sheet('收支', beside('人员经费', '7'))], both)
  expect(reading.reasons.map(({ code, params, cell }) => [code, params['label'], cell])).toEqual([
    ['old-template', undefined, undefined],
    ['unsure-line', '人员经费', 'D4'],
  ])
  expect(taken(reading, both.forms)['收支-2[01,1]']).not.toBe('<blank>')
})
