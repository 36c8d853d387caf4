import { findingKey } from '../../../src/shared/finding-key.ts'
import { expect, test } from 'vitest'
import { countsOf, holding, searchText } from '../../../src/renderer/check/filter.ts'
import { keyAfter, keyWish } from '../../../src/renderer/check/keys.ts'
import { linesOf, linesWithin } from '../../../src/renderer/check/list-lines.ts'
import { movedOn } from '../../../src/renderer/check/moved-on.ts'
import { progressOf } from '../../../src/renderer/check/progress.ts'
import { cell, line } from '../support/finding.ts'

const explained = { text: '新建校舍', person: '', at: '2026-01-02T03:04:05Z' }
const A = line({ school: '1', schoolName: '县二小', severity: 'query', title: '班额偏大' })
const B = line({ school: '1', schoolName: '县二小', rule: '小学-2' })
const C = line({
  school: '2',
  schoolName: '枫树中心小学',
  state: 'explained',
  explanation: explained,
  items: [cell('县教03[01,9]', '5')],
})
const ALL = [A, B, C]

test('the text is looked for in schools, rules, items and explanations, all words of it', () => {
  const textOf = searchText([])
  expect(holding(ALL, '枫树 校舍', textOf)).toEqual([C])
  expect(holding(ALL, '县教03', textOf)).toEqual([C])
  expect(holding(ALL, '班额 枫树', textOf)).toEqual([])
  expect(holding(ALL, ' ', textOf)).toEqual(ALL)
})

test('a chip counts what it would show beside the other chips', () => {
  expect(countsOf(ALL, { severity: 'query', state: null })).toEqual({
    error: 2,
    query: 1,
    open: 1,
    asked: 0,
    answered: 0,
    explained: 0,
    corrected: 0,
    withdrawn: 0,
  })
})

test('errors of a group come before its queries, and each line stands under the one before', () => {
  const { lines, height } = linesOf(ALL, 'school', (id) => id)
  expect(lines.map((line) => (line.kind === 'group' ? line.name : line.finding.rule))).toEqual([
    '县二小',
    '小学-2',
    '小学-1',
    '枫树中心小学',
    '小学-1',
  ])
  expect(lines.map((line) => line.top)).toEqual([0, 28, 74, 120, 148])
  expect(height).toBe(194)
})

test('by table a finding stands under the first table of its check', () => {
  const { lines } = linesOf(ALL, 'form', (id) => `表${id}`)
  const heads = lines.flatMap((line) => (line.kind === 'group' ? [[line.name, line.count]] : []))
  expect(heads).toEqual([
    ['表教基3112', 2],
    ['表县教03', 1],
  ])
})

test('of five thousand findings only those in sight are drawn', () => {
  const many = Array.from({ length: 5000 }, (_, at) =>
    line({ school: String(at % 60), row: String(at) }),
  )
  const { lines, height } = linesOf(many, 'school', (id) => id)
  expect(lines).toHaveLength(5060)
  const seen = linesWithin(lines, height / 2, height / 2 + 600)
  expect(seen.length).toBeGreaterThan(12)
  expect(seen.length).toBeLessThan(40)
})

test('a settled finding makes room for the one after it, the last for the one before', () => {
  expect(movedOn(['a', 'b', 'c'], ['a', 'b', 'c'], 'b')).toBe('b')
  expect(movedOn(['a', 'b', 'c', 'd'], ['a', 'd'], 'b')).toBe('d')
  expect(movedOn(['a', 'b', 'c'], ['a'], 'c')).toBe('a')
  expect(movedOn(['a'], [], 'a')).toBeNull()
  expect(movedOn([], ['x', 'y'], null)).toBe('x')
})

test('j and k count everywhere, other keys only in the list', () => {
  const key = (name: string, ctrlKey = false) => ({
    key: name,
    ctrlKey,
    metaKey: false,
    altKey: false,
    shiftKey: false,
  })
  const keys = ['a', 'b', 'c']
  expect(keyAfter(keys, 'a', keyWish(key('j'), false))).toBe('b')
  expect(keyAfter(keys, 'a', keyWish(key('k'), true))).toBe('a')
  expect(keyAfter(keys, 'a', keyWish(key('End'), true))).toBe('c')
  expect(keyWish(key('ArrowDown'), false)).toBeNull()
  expect(keyWish(key('j', true), true)).toBeNull()
  expect(keyWish(key('Enter'), true)).toEqual({ open: true })
})

test('settled is what was explained and what is gone since the figures were returned', () => {
  expect(progressOf([A, C, { ...B, state: 'corrected' }])).toEqual({
    corrected: 1,
    explained: 1,
    withdrawn: 0,
    open: 1,
    asked: 0,
  })
})

test('two findings of a rule at a school differ by what * stood for', () => {
  expect(findingKey(line({ row: '01' }))).not.toBe(findingKey(line({ column: '01' })))
})
