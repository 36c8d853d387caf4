import { describe, expect, test } from 'vitest'
import { contradictionsIn, relationsIn } from '../../../support/draft-relations.ts'

/** A text in which a relation holds, its formula, and the same text with one figure altered. */
type Case = [what: string, holds: string, formula: string, altered: string]

const CASES: Case[] = [
  [
    'divided by an aspect, told a sentence earlier',
    '全区专任教师6217人。按性别分，男教师1684人，女教师4533人。',
    '1684人 + 4533人 = 6217人',
    '全区专任教师6217人。按性别分，男教师1684人，女教师4353人。',
  ],
  [
    'divided a second time',
    '专任教师6217人。按性别分，男教师1684人，女教师4533人。按年龄分，35岁及以下2347人，36—50岁2605人，51岁及以上1265人。',
    '2347人 + 2605人 + 1265人 = 6217人',
    '专任教师6217人。按性别分，男教师1684人，女教师4533人。按年龄分，35岁及以下2347人，36—50岁2605人，51岁及以上1256人。',
  ],
  [
    'a whole family without 其中',
    '体育教师3126人，专职2418人、兼职708人。',
    '2418人 + 708人 = 3126人',
    '体育教师3126人，专职2418人、兼职780人。',
  ],
  [
    'kinds whose names narrow elsewhere',
    '测试3864人，其中优秀437人、良好1152人、合格2028人、不合格247人。',
    '437人 + 1152人 + 2028人 + 247人 = 3864人',
    '测试3864人，其中优秀437人、良好1152人、合格2028人、不合格274人。',
  ],
  [
    'the lowest of them and all below',
    '教师2848人，其中研究生214人、本科2187人、专科及以下447人。',
    '214人 + 2187人 + 447人 = 2848人',
    '教师2848人，其中研究生214人、本科2187人、专科及以下474人。',
  ],
  [
    'a bracket that holds a whole family',
    '小学109所（含完全小学61所、教学点48个）。',
    '61所 + 48个 = 109所',
    '小学109所（含完全小学61所、教学点84个）。',
  ],
  [
    'both terms, and the year behind them',
    '春季学期资助1023人，秋季学期资助986人，全年资助2009人次。',
    '1023人 + 986人 = 2009人次',
    '春季学期资助1023人，秋季学期资助968人，全年资助2009人次。',
  ],
  [
    'schools of all kinds, each in a paragraph of its own',
    '一、综合\n全市共有各级各类学校1386所，在校生71.37万人。\n二、学前教育\n全市有幼儿园742所。\n三、义务教育\n小学417所；初中158所。\n四、高中阶段\n普通高中41所；中等职业学校28所。',
    '742所 + 417所 + 158所 + 41所 + 28所 = 1386所',
    '一、综合\n全市共有各级各类学校1386所，在校生71.37万人。\n二、学前教育\n全市有幼儿园742所。\n三、义务教育\n小学471所；初中158所。\n四、高中阶段\n普通高中41所；中等职业学校28所。',
  ],
  [
    'the rest of what was done, behind parts of the whole',
    '排查隐患286处，其中一般隐患279处、重大隐患7处；已整改281处，剩余5处。',
    '281处 + 5处 = 286处',
    '排查隐患286处，其中一般隐患279处、重大隐患7处；已整改281处，剩余8处。',
  ],
  [
    'those who came and those who did not',
    '中考报名8642人，实考8597人，缺考45人。',
    '8642人 − 8597人 = 45人',
    '中考报名8642人，实考8597人，缺考54人。',
  ],
  [
    'each its own stage',
    '在校学生56218人，其中小学38406人、初中17812人。小学、初中生师比分别为16.9:1、11.0:1；小学专任教师2273人，初中专任教师1619人。',
    '38406人 ÷ 2273人 = 16.9:1',
    '在校学生56218人，其中小学38406人、初中17812人。小学、初中生师比分别为19.6:1、11.0:1；小学专任教师2273人，初中专任教师1619人。',
  ],
  [
    'how large schools are',
    '全省中职学校286所，其中公办198所、民办88所。在校生41.27万人。校均规模1443人。',
    '41.27万人 ÷ 286所 = 1443人',
    '全省中职学校286所，其中公办198所、民办88所。在校生41.27万人。校均规模1434人。',
  ],
  [
    'an average right behind both',
    '走访慰问困难教职工186人，发放慰问金22.32万元，人均1200元。',
    '22.32万元 ÷ 186人 = 1200元',
    '走访慰问困难教职工186人，发放慰问金22.32万元，人均3200元。',
  ],
]

describe('what a list comes to', () => {
  test.each(CASES)('%s: found where it holds', (_what, holds, formula) => {
    const found = relationsIn(holds)
    expect(found.filter(({ verdict }) => verdict === 'inconsistent')).toEqual([])
    expect(found.map((one) => one.formula)).toContain(formula)
  })

  test.each(CASES)('%s: told where one figure is altered', (_what, _holds, _formula, altered) => {
    expect(contradictionsIn(altered)).not.toEqual([])
  })
})

describe('what only looks like a list of all is none', () => {
  test.each([
    ['schools of another kind', '初级中学20所，公办普通高中3所，民办高中2所。'],
    [
      'some of those behind an aspect',
      '教职工5438人，其中高中612人、小学2789人、幼儿园406人。从职称结构看，正高级教师9人，高级教师1123人，一级教师2046人。',
    ],
    [
      'an aspect with a sum of its own',
      '专任教师28436人。从职称看，正高级87人，副高级5138人，中级10864人，三项合计16089人。',
    ],
    ['two who begin above', '上线人数5200人，其中本科及以上4000人、硕士300人。'],
    ['nothing, which has no other scale', '“三公”经费38.62万元，其中车辆38.62万元，出国0万元。'],
  ])('%s', (_what, text) => {
    expect(contradictionsIn(text)).toEqual([])
  })
})
