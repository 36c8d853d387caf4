import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  complete,
  completionAt,
  indicatorBefore,
} from '../../../src/renderer/summary/completion.ts'
import { marked, unitsAt } from '../../../src/renderer/summary/marked.ts'

const one = (id: string, value: string, change: string) => ({
  id,
  title: id,
  value,
  change,
  reads: {},
  missing: [],
  defined: true,
  lastYear: null,
  way: null,
  unit: '',
  moved: null,
})
const LIST = [
  one('公办幼儿园数', '10所', '与上年持平'),
  one('幼儿园数', '26所', '比上年增加1所'),
  one('普职招生比', '1:0.70', '比上年提高0.1'),
]
const offered = (text: string): string[] | null =>
  completionAt(text, text.length, LIST)?.choices.map(({ label }) => label) ?? null

test('an open brace offers indicators, those that begin so first', () => {
  expect(offered('全县{')).toEqual(['公办幼儿园数', '幼儿园数', '普职招生比'])
  expect(offered('全县{幼儿')).toEqual(['幼儿园数', '公办幼儿园数'])
  expect(offered('全县{没有')).toBeNull()
  expect(offered('全县{幼儿园数}')).toBeNull()
  expect(offered('上一行{\n')).toBeNull()
})

test('behind the bar of a known indicator its forms are offered, as they would read', () => {
  expect(offered('{幼儿园数|')).toEqual(['比上年', '数值'])
  expect(offered('{幼儿园数|比')).toEqual(['比上年'])
  expect(offered('{没有|')).toBeNull()
  const reads = completionAt('{普职招生比|', 7, LIST)?.choices.map((choice) => choice.reads)
  expect(reads).toEqual(['比上年提高0.1', '0.70'])
})

test('a choice closes the placeholder once, wherever the caret stood', () => {
  const put = (before: string, after: string): string => {
    const found = completionAt(before + after, before.length, LIST)
    const choice = found?.choices[0]
    if (!found || !choice) throw new Error('nothing offered')
    const done = complete(before + after, before.length, found.from, choice)
    expect(done.text.slice(0, done.caret).endsWith('}')).toBe(true)
    return done.text
  }
  expect(put('有{幼儿', '。')).toBe('有{幼儿园数}。')
  expect(put('有{幼儿', '园}。')).toBe('有{幼儿园数}。')
  expect(put('有{幼儿园数|', '，{公办幼儿园数}。')).toBe('有{幼儿园数|比上年}，{公办幼儿园数}。')
})

test('stretches put together again are the text', () => {
  const known = new Set(['幼儿园数'])
  expect(marked('有{幼儿园数}和{没有}。', known).map(({ kind }) => kind)).toEqual([
    null,
    'known',
    null,
    'unknown',
    null,
  ])
  const kinds = marked('<!-- 舍位平衡 -->\n{幼儿园数|同比}', known).map(({ kind }) => kind)
  expect(kinds).toEqual(['note', null, 'known'])
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('{', '}', '|', '\n', '幼儿园数'),
  )
  fc.assert(
    fc.property(fc.array(piece), (parts) => {
      const text = parts.join('')
      expect(
        marked(text, known)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

test('code points are counted into the units of text fields', () => {
  expect(unitsAt('𠮷a', 1)).toBe(2)
  expect(unitsAt('𠮷a', 2)).toBe(3)
})

test('every form that says something is offered with how it reads, and none of them is marked wrong', () => {
  const half = {
    ...one('学生', '120人', '比上年同期增加10人'),
    reads: {
      比同期: '比上年同期增加10人',
      同比: '同比增长9.1%',
      比计划: '比计划多2人',
      数值: '120',
    },
  }
  const choices = completionAt('{学生|', 4, [half])?.choices.map(
    ({ label, reads }) => `${label} ${reads}`,
  )
  expect(choices).toEqual([
    '比上年 比上年同期增加10人',
    '比同期 比上年同期增加10人',
    '同比 同比增长9.1%',
    '比计划 比计划多2人',
    '数值 120',
  ])
  const forms = [
    '',
    '|数值',
    '|比上年',
    '|比同期',
    '|比上期',
    '|同比',
    '|环比',
    '|计划',
    '|比计划',
    '|完成',
  ]
  const text = forms.map((form) => `{学生${form}}`).join('')
  expect(marked(text, new Set(['学生'])).map(({ kind }) => kind)).toEqual(forms.map(() => 'known'))
  expect(marked('{学生|比前年}', new Set(['学生']))[0]?.kind).toBe('unknown')
})

test('the names of periods are offered and known where they stand for something', () => {
  const periods = { 期间: '2026年上半年', 时点: '截至2026年6月底' }
  expect(completionAt('{', 1, [], periods)?.choices.map(({ label }) => label)).toEqual([
    '期间',
    '时点',
  ])
  const kinds = marked('{期间}{时点|比上年}{同期}', new Set(), periods).map(({ kind }) => kind)
  expect(kinds).toEqual(['known', 'unknown', 'unknown'])
})

test('the ways of quoting over years follow those without, and are no mistakes', () => {
  const years = [{ form: '近三年', reads: '2023年9所、2024年9所、2025年10所' }]
  const choices = completionAt('{公办幼儿园数|', 8, LIST, {}, years)?.choices
  expect(choices?.at(-1)).toEqual({
    insert: '近三年}',
    label: '近三年',
    reads: '2023年9所、2024年9所、2025年10所',
  })
  expect([indicatorBefore('有{ 幼儿园数 |近', 9), indicatorBefore('有{幼儿', 4)]).toEqual([
    '幼儿园数',
    null,
  ])
  const forms = ['近三年', '近2年', '比2022年', '年均增长', '2021年以来年均增长']
  const text = forms.map((form) => `{学生|${form}}`).join('')
  expect(marked(text, new Set(['学生'])).map(({ kind }) => kind)).toEqual(forms.map(() => 'known'))
  expect(marked('{学生|近百年}', new Set(['学生']))[0]?.kind).toBe('unknown')
})
