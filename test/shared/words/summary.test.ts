import { expect, test } from 'vitest'
import type { SummaryFigure, SummaryWarning } from '../../../src/shared/summary.ts'
import { changedText, summaryWarningText } from '../../../src/shared/words/summary.ts'

const figure: SummaryFigure = {
  indicator: '在园幼儿数',
  title: '在园幼儿',
  form: 'value',
  text: '2300人',
  start: 0,
  end: 5,
  source: 0,
  sentence: '',
  lack: 'no-external',
  moved: null,
}
const indicator = {
  id: '在园幼儿数',
  title: '在园幼儿',
  value: '2300人',
  change: '比上年减少698人',
  reads: {},
  missing: [],
  defined: true,
  lastYear: '2998人',
  way: 'down' as const,
  unit: '人',
  moved: '-698',
}
const said = (warning: SummaryWarning, lang: 'zh' | 'en' = 'zh'): string =>
  summaryWarningText(lang, warning, { figures: [figure], indicators: [indicator] })

test('every warning says what, where, and what it comes to', () => {
  const unknown = { kind: 'unknown' as const, written: '{幼儿}', line: 3, column: 9 }
  expect(said({ ...unknown, why: 'indicator' })).toContain('第 3 行第 9 字：{幼儿} 不是')
  expect(said({ ...unknown, why: 'form' })).toContain('只能写“数值”“比上年”')
  expect(said({ kind: 'lack', figure: 0 })).toBe(
    '在园幼儿：缺外部数据，算不出来；请在外部数据表里补上。',
  )
  const direction = { kind: 'direction' as const, figure: 0, word: '增加', start: 0, end: 2 }
  expect(said({ ...direction, moved: 'down' })).toBe('写的是“增加”，而在园幼儿比上年减少698人。')
  expect(said({ ...unknown, why: 'indicator' }, 'en')).toContain('Line 3, character 9: {幼儿}')
})

test('a change is said in the language of the interface, points as points', () => {
  const share = { change: '比上年提高0.52个百分点', moved: '0.52', unit: '%' }
  expect(changedText('zh', share, '上年')).toBe('比上年提高0.52个百分点')
  expect(changedText('en', share, 'Last year')).toBe('+0.52 percentage points on last year')
  expect(changedText('en', { ...share, moved: '-12345', unit: '人' }, 'Last month')).toBe(
    '-12,345 人 on last month',
  )
  expect(changedText('en', { ...share, moved: '0.00' }, 'Last year')).toBe('as last year')
  expect(changedText('en', { ...share, moved: '-0.4', unit: ':1' })).toBe('-0.4')
  expect(
    said({ kind: 'direction', figure: 0, word: '增加', start: 0, end: 2, moved: 'down' }, 'en'),
  ).toContain('在园幼儿 -698 人.')
})
