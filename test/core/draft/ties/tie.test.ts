import { describe, expect, it } from 'vitest'
import { findFigures } from '../../../../src/core/draft/find-figures.ts'
import { tierOf } from '../../../../src/core/draft/ties/tie.ts'
import type { Decided } from '../../../../src/core/draft/ties/tie.ts'
import { shownTie, versusData } from '../../../../src/core/draft/ties/versus-data.ts'
import { target } from './target.ts'

const TARGETS = [
  target('小学数', { unit: '所', now: '26', before: '27' }),
  target('小学在校生数', { unit: '人', now: '12041', before: '12292' }),
  target('小学招生数', { unit: '人', now: '2010', before: '1988' }),
  target('初中在校生数', { unit: '人', now: '5120', before: '5102' }),
  target('普通高中在校生数', { unit: '人', now: '1928', before: '1900' }),
  target('公办幼儿园数', { unit: '所', now: '86', before: '80' }),
  target('公办幼儿园占比', { unit: '%', decimals: 2, now: [86, 220], before: [80, 220] }),
  target('在园幼儿数', { unit: '人', now: '37998', before: '38000' }),
  target('占地面积', { title: '学校占地面积', unit: '万平方米', decimals: 2, now: '29.53' }),
  target('小学生均图书', { unit: '册', decimals: 1, now: [308521, 12041] }),
  target('小学生师比', { unit: ':1', decimals: 1, now: [12041, 912] }),
  target('小学数', { unit: '所', now: '10', before: '10' }, '城关镇'),
  target('在校生数', { unit: '人', now: '20000', before: '20000' }),
  target('完成投资', { unit: '万元', now: '9000' }),
]

function tied(text: string, decided: Decided = new Map(), year: number | null = 2025) {
  const figures = findFigures(text)
  return figures.map(tierOf(text, figures, TARGETS, decided, year)).map((tie) => {
    const figure = figures[tie.figure]
    if (figure === undefined) throw new Error('no figure')
    const shown = shownTie(figure, tie)
    const relation = versusData(tie.figure, figure, shown, 'zh')
    return { ...tie, text: figure.text, to: tie.choice?.target.key ?? null, shown, relation }
  })
}

const verdicts = (text: string): string[] =>
  tied(text).map((one) => `${one.text} ${one.verdict} ${one.to ?? ''}`.trim())

describe('what a figure quotes is known', () => {
  it('by its measure and unit, and by what the sentence narrows it to', () => {
    expect(
      verdicts('全县有小学26所，在校生12041人，招生2010人。初中在校学生5120人，比上年增加18人。'),
    ).toEqual([
      '26所 agrees indicator:小学数',
      '12041人 agrees indicator:小学在校生数',
      '2010人 agrees indicator:小学招生数',
      '5120人 agrees indicator:初中在校生数',
      '18人 agrees indicator:初中在校生数',
    ])
  })

  it('under other names and short ones', () => {
    expect(verdicts('普高在校学生1928人，公办园86所，占比39.09%，在园在班幼儿37998人。')).toEqual([
      '1928人 agrees indicator:普通高中在校生数',
      '86所 agrees indicator:公办幼儿园数',
      '39.09% agrees indicator:公办幼儿园占比',
      '37998人 agrees indicator:在园幼儿数',
    ])
  })

  it('behind the figure, and in a list with 分别', () => {
    expect(verdicts('现有26所小学。小学、初中在校生分别为12041人、5120人。')).toEqual([
      '26所 agrees indicator:小学数',
      '12041人 agrees indicator:小学在校生数',
      '5120人 agrees indicator:初中在校生数',
    ])
  })

  it('of a group that the text names', () => {
    expect(verdicts('其中城关镇有小学10所。')).toEqual(['10所 agrees indicator:小学数@城关镇'])
  })
})

describe('what is quoted is held against the data at its rounding', () => {
  it.each([
    ['学校占地29.5万平方米。', 'agrees'],
    ['学校占地295300平方米。', 'agrees'],
    ['学校占地29.48万平方米。', 'differs'],
    ['小学生均图书26册。', 'agrees'],
    ['小学生均图书25.62册。', 'agrees'],
    ['小学生师比13.2:1。', 'agrees'],
    ['小学生师比13.4:1。', 'differs'],
    ['小学在校生约1.2万人。', 'agrees'],
    ['小学在校生近2万人。', 'differs'],
    ['小学在校生12401人。', 'differs'],
    ['小学在校生12041人，比上年增加251人。', 'differs'],
    ['小学在校生12041人，比上年减少2.04%。', 'agrees'],
    ['公办幼儿园占39.09%，比上年提高2.72个百分点。', 'agrees'],
  ])('%s %s', (text, verdict) => {
    expect(tied(text).at(-1)?.verdict).toBe(verdict)
  })

  it('what differs is said with by how much and what would fit, in the writer’s own unit', () => {
    const [area] = tied('学校占地29.48万平方米。')
    expect(area?.relation).toMatchObject({
      type: 'versus_data',
      figures: [0],
      formula: '学校占地面积 = 29.53万平方米',
      computed: 295300,
      quoted: 294800,
      verdict: 'inconsistent',
      message: '本库“学校占地面积”为29.53万平方米，文中为29.48万平方米，相差0.05万平方米。',
      suggestion: '改为29.53万平方米',
    })
    // Percentages are percentage points apart, and 约 is no part of a difference.
    for (const text of ['公办幼儿园占48.19%。', '公办幼儿园占约48.19%。'])
      expect(tied(text)[0]?.relation?.message).toContain('相差9.10个百分点。')
    expect(tied('小学在校生12041人，比上年增加251人。').at(-1)?.relation).toMatchObject({
      verdict: 'inconsistent',
      message: '本库“小学在校生数比上年的变化”为减少251人，文中为增加251人，增减方向相反。',
      suggestion: '改为减少251人',
    })
  })

  it('a ratio is told as a ratio, a group only where it is named', () => {
    expect(tied('小学生师比13.4:1。')[0]?.relation?.message).toBe(
      '本库“小学生师比”为13.2:1，文中为13.4:1，相差0.2。',
    )
    expect(tied('城关镇中心校扩建完成，小学12所。')[0]?.to).not.toBe('indicator:小学数@城关镇')
    expect(tied('城关镇小学12所。')[0]).toMatchObject({
      verdict: 'differs',
      to: 'indicator:小学数@城关镇',
    })
  })

  it('the whole that a share is of is not its part', () => {
    const [, whole] = tied('公办幼儿园86所，占幼儿园220所的39.09%。')
    expect([whole?.text, whole?.to]).toEqual(['220所', null])
  })

  it('last year’s value that nobody brought up to date is known for what it is', () => {
    const [stale] = tied('全县小学在校生12,292人。')
    expect(stale).toMatchObject({ verdict: 'last-year', to: 'indicator:小学在校生数' })
    expect(stale?.relation).toMatchObject({
      verdict: 'inconsistent',
      message: '12,292人是“小学在校生数”上年的数，今年为12,041人。',
    })
  })

  it('a figure said to be last year’s is held against last year', () => {
    expect(verdicts('2024年小学在校生12292人。')).toEqual(['12292人 agrees indicator:小学在校生数'])
    expect(verdicts('2020年小学在校生12041人。')).toEqual(['12041人 none'])
  })
})

describe('no false figure: what is not surely of this indicator is not held against it', () => {
  it.each([
    '全县有农村小学19所。',
    '小学在校生中男生6301人。',
    '计划新建小学3所。',
    '城区小学在校生8000人。',
    '市里有民办幼儿园134所。',
    '校园篮球赛共有46支队伍参加。',
    '项目建设。3所小学完成改造。',
    '新建学校5所，其中小学2所。',
    '维修改造幼儿园4所、小学12所。',
    '评出文明校园：小学3所，初中2所。',
    '二、初中教育\n在校生800人。',
    '初中校舍安全排查全部完成。另有在校生900人。',
    '完成投资0.57亿元。',
  ])('%s', (text) => {
    for (const one of tied(text)) {
      expect([one.text, one.verdict, one.relation]).toEqual([one.text, 'none', null])
    }
  })

  it('what it may quote is offered, the likeliest first', () => {
    const [boys] = tied('小学在校生中男生6301人。')
    expect(boys?.alternatives[0]?.target.key).toBe('indicator:小学在校生数')
    const alike = boys?.alternatives.map(({ likeness }) => likeness) ?? []
    expect(alike.length).toBeGreaterThan(1)
    expect(alike).toEqual(alike.toSorted((a, b) => b - a))
  })
})

describe('what a person said of a figure', () => {
  const text = '全县义务教育学校在册12041人，计划外3人。'
  const key = tied(text)[0]?.key ?? ''

  it('ties it, whatever its words', () => {
    expect(tied(text)[0]?.by).not.toBe('person')
    const decided = new Map([[key, 'indicator:小学在校生数']])
    expect(tied(text, decided)[0]).toMatchObject({ by: 'person', verdict: 'agrees' })
  })

  it('holds in the next version, with another number, in another place', () => {
    const decided = new Map([[key, 'indicator:小学在校生数']])
    const next = '一年来成绩显著。\n\n全县义务教育学校在册12050人，计划外5人。'
    expect(tied(next, decided).find(({ key: own }) => own === key)).toMatchObject({
      by: 'person',
      verdict: 'differs',
    })
  })

  it('unties it', () => {
    const primary = '全县有小学26所。'
    const own = tied(primary)[0]?.key ?? ''
    expect(tied(primary, new Map([[own, null]]))[0]).toMatchObject({
      verdict: 'refused',
      choice: null,
      relation: null,
    })
  })
})

it('each figure has a key of its own, also where two say the same', () => {
  const keys = tied('城关镇新建校舍3栋，青山镇新建校舍3栋，新建校舍3栋。').map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
})
