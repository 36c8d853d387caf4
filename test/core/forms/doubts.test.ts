import { describe, expect, it } from 'vitest'
import { reviewForms } from '../../../src/core/forms/doubts/review.ts'
import { applyEdits } from '../../../src/core/forms/edit.ts'
import type { FormDoubt, FormReview } from '../../../src/shared/form-doubts.ts'
import type { Form } from '../../../src/shared/model.ts'
import type { SheetData } from '../../../src/core/model/sheet.ts'
import { book, sheet } from '../../support/sheet.ts'
import { learn, OFFICIAL } from './blanks.ts'

const review = (forms: Form[], ...sheets: SheetData[]): Omit<FormReview, 'said'>[] =>
  reviewForms(forms, () => book(...sheets))
const doubtsIn = (...sheets: SheetData[]): FormDoubt[] =>
  review(learn(...sheets), ...sheets).flatMap(({ doubts }) => doubts)
const brief = ({ code, params, remedies }: FormDoubt): string =>
  `${code} ${String(params['label'] ?? params['other'] ?? params['text'] ?? '')}: ${remedies
    .map(({ says, of }) => says + of)
    .join(' ')}`

/** Everything that a bureau may leave open on a form of its own. */
const OPEN = sheet(
  '留守儿童',
  `
  农村留守儿童关爱情况统计表 | < | < | < | <
  填报单位： | < | < | 单位：人、万元 | <
  类别 | 留守儿童 | 寄宿生 | 关爱经费 | 等级
  小学 | | | | 良
  初中 | | | | 良
  合计 | =SUM(B4:B5) | =C4*标准!A1 | =SUM(D4:D5) |
  以上数据由学校据实填报，不得漏报。 | | | |
  填表人： | < | < | < | <
  `,
)

describe('what the program is unsure of in a form', () => {
  it('is nothing in a form with numbers, units and codes', () => {
    expect(doubtsIn(OFFICIAL)).toEqual([])
  })

  it('is told line by line with what puts it right', () => {
    expect(doubtsIn(OPEN).map(brief)).toEqual([
      'note-row 以上数据由学校据实填报，不得漏报。: not-asked sure',
      'kind-guessed 等级: text sure',
      'unit-open 寄宿生: unit人 unit万元 text sure',
      'prefilled 等级: not-asked sure',
      'formula-lost 合计·寄宿生: not-asked sure',
    ])
  })

  it('is gone with any of its remedies, and what is put right is right', () => {
    const forms = learn(OPEN)
    for (const doubt of doubtsIn(OPEN)) {
      for (const { edit } of doubt.remedies) {
        const left = review(applyEdits(forms, [edit]), OPEN).flatMap(({ doubts }) => doubts)
        expect(left.map(({ key }) => key)).not.toContain(doubt.key)
      }
    }
  })

  it('is whether two tables of the same rows are one', () => {
    const rest = sheet(
      '续',
      `
      农村留守儿童关爱情况统计表（续） | < | <
      类别 | 男生数 | 女生数
      小学 | |
      初中 | |
      合计 | |
      `,
    )
    const head = sheet(
      '留守',
      `
      农村留守儿童关爱情况统计表 | < | <
      类别 | 班数 | 学生数
      小学 | |
      初中 | |
      合计 | |
      `,
    )
    const one = doubtsIn(head, rest).filter(({ code }) => code === 'one-table')
    expect(one.map(brief)).toEqual(['one-table 留守: one-table留守 sure'])
    expect(doubtsIn(head, { ...head, name: '高中部' })).toEqual([])
  })

  it('is which of two columns or rows with the same words is meant', () => {
    const twice = sheet(
      '设备',
      `
      设备情况 | < | <
      名称 | 台数 | 台数
      计算机 | |
      投影仪 | |
      投影仪 | |
      `,
    )
    expect(doubtsIn(twice).map(brief)).toEqual([
      'same-heading 台数: sure',
      'same-label 投影仪: sure',
    ])
  })

  it('is whether a numbered form is a row for the school or a list', () => {
    const cars = sheet(
      '校车',
      `
      校车情况 | < | < | <
      序号 | 学校名称 | 座位数 | 站点数
      '1 | | |
      '2 | | |
      '3 | | |
      `,
    )
    const [form] = learn(cars)
    const [own] = review(learn(cars), cars)
    const remedy = own?.doubts[0]?.remedies[0]
    expect(form?.shape).toBe('school')
    expect(remedy?.says).toBe('list')
    const [list] = remedy === undefined ? [] : applyEdits(learn(cars), [remedy.edit])
    expect(list?.list?.columns.map(({ heading, kind }) => `${heading} ${kind}`)).toEqual([
      '学校名称 text',
      '座位数 number',
      '站点数 number',
    ])
  })
})
