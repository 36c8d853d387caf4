import { describe, expect, it } from 'vitest'
import { codes, context, COVER, figures, fill, read, taken } from '../intake/returned.ts'
import { learn, outline } from './blanks.ts'
import { STRANGE } from './strange.ts'

/** Rows and columns learned of each form. */
const LEARNED: Record<keyof typeof STRANGE, string[][]> = {
  vertical: [['竖排 在校学生情况 -', '01 小学, 02 初中, 03 合计', '1 毕业生, 2 招生数, 3 在校生']],
  lineNumbers: [
    ['行次 教职工情况统计表 人', '1 合计, 2 ·其中：女, 3 在编', '1 教职工, 2 专任教师'],
  ],
  unitColumn: [['单位列 办学条件 -', '01 占地面积, 02 图书, 03 教学仪器设备值', '1 上年, 2 本年']],
  // What stands below a note in the middle of a form is not learned; a figure there is named.
  sections: [['分块 综合情况表 -', '01 在校生, 02 ·其中：女, 03 专任教师', '1 小学, 2 初中']],
  bilingual: [
    [
      '双语 学生数 Students -',
      '01 幼儿园 Kindergarten, 02 小学 Primary, 03 初中 Junior',
      '1 合计 Total, 2 男 Boys, 3 女 Girls',
    ],
  ],
  atColumnF: [['偏右 班额情况 -', '01 45人及以下, 02 46—55人, 03 56人及以上', '1 小学, 2 初中']],
  unmerged: [
    [
      '不合并 教师学历 -',
      '01 小学, 02 初中',
      '1 专任教师/本科/男, 2 专任教师/本科/女, 3 专任教师/专科/女, 4 代课教师/本科/女, 5 代课教师/专科/女',
    ],
  ],
  sideBySide: [
    ['并列 设备情况 -', '01 计算机, 02 投影仪, 03 打印机', '1 数量（台）'],
    ['并列-2 设备情况 -', '01 教室, 02 操场, 03 食堂', '1 面积（㎡）'],
  ],
  // Labels with room beside them and no header are a card of one pair a line.
  list: [
    [
      '清单 学校简况 -',
      '01 学校类别（城区/镇区/乡村）, 02 建校年份, 03 占地面积（㎡）, 04 在校生数（人）',
      '1 ',
    ],
  ],
}

describe('forms drawn as no official form is', () => {
  it.each(Object.entries(STRANGE))('are learned: %s', (name, blank) => {
    expect(learn(blank).map((form) => outline(form))).toEqual(LEARNED[name])
  })

  it('are read as they were filled in, all of them in one workbook', () => {
    const blanks = Object.values(STRANGE)
    const within = context(blanks)
    const { sheets, truth } = fill(
      within.forms,
      blanks,
      figures([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
    )
    const reading = read([COVER, ...sheets], within)
    expect(Object.keys(truth).length).toBe(62)
    expect(taken(reading, within.forms)).toEqual(truth)
    expect([reading.status, codes(reading)]).toEqual(['accepted', []])
  })

  it('have no figure passed over below a note, where nothing was learned', () => {
    const { sections } = STRANGE
    if (sections === undefined) throw new Error('no such form')
    const within = context([sections])
    const { sheets } = fill(within.forms, [sections], figures([1]))
    const line = sheets[0]?.cells[9]
    if (line !== undefined) line[1] = { kind: 'number', value: '12' }
    expect(read([COVER, ...sheets], within).reasons).toMatchObject([
      { code: 'unmatched-content', params: { label: '班数', count: 1, sample: '12' }, cell: 'B10' },
    ])
  })
})
