import { expect, test } from 'vitest'
import { wordingOf } from '../../../src/core/summary/wording.ts'
import { quoted } from './quoted.ts'

const said = (given: Parameters<typeof quoted>[1], form: 'value' | 'number' | 'change'): string =>
  wordingOf(quoted('甲', given), form).text

test('a figure with its unit, and without', () => {
  expect(said({ unit: '所', now: ['26'] }, 'value')).toBe('26所')
  expect(said({ unit: '所', now: ['26'] }, 'number')).toBe('26')
  expect(said({ unit: '', prefix: '1:', decimals: 2, now: ['7', '10'] }, 'value')).toBe('1:0.70')
  expect(said({ unit: '', prefix: '1:', decimals: 2, now: ['7', '10'] }, 'number')).toBe('0.70')
  expect(said({ unit: ':1', decimals: 1, now: ['114', '10'] }, 'value')).toBe('11.4:1')
})

test('one rounding, half away from zero, from the exact value', () => {
  const share = (a: string, b: string, decimals: number): string =>
    said({ unit: '%', decimals, scale: '100', now: [a, b] }, 'value')
  expect(share('1', '8', 1)).toBe('12.5%')
  expect(share('1', '8', 0)).toBe('13%')
  expect(share('1', '16', 1)).toBe('6.3%')
  expect(share('10049', '20000', 2)).toBe('50.25%')
  expect(share('-1', '8', 0)).toBe('-13%')
  expect(share('1', '3', 2)).toBe('33.33%')
  expect(share('4999', '100000', 1)).toBe('5.0%')
  expect(said({ unit: '万平方米', decimals: 2, scale: '0.0001', now: ['202850'] }, 'value')).toBe(
    '20.29万平方米',
  )
  expect(said({ unit: '亿元', decimals: 2, scale: '0.0001', now: ['5650'] }, 'value')).toBe(
    '0.57亿元',
  )
})

test('a change in words: counts, percentage points, ratios, none at all', () => {
  expect(said({ unit: '所', now: ['26'], before: '23' }, 'change')).toBe('比上年增加3所')
  expect(said({ now: ['1306'], before: '1415' }, 'change')).toBe('比上年减少109人')
  const rate = { unit: '%', decimals: 2, scale: '100' }
  expect(said({ ...rate, now: ['9614', '10000'], before: '95.62' }, 'change')).toBe(
    '比上年提高0.52个百分点',
  )
  expect(said({ ...rate, now: ['9000', '10000'], before: '90.5' }, 'change')).toBe(
    '比上年下降0.50个百分点',
  )
  expect(said({ unit: ':1', decimals: 1, now: ['114', '10'], before: '12' }, 'change')).toBe(
    '比上年下降0.6',
  )
  expect(said({ ...rate, now: ['1', '2'], before: '50' }, 'change')).toBe('与上年持平')
})

test('the change is that of the published values, not of what they were rounded from', () => {
  const now: [string, string] = ['100004', '200000']
  const rate = { unit: '%', decimals: 2, scale: '100', now }
  expect(said({ ...rate, before: '50' }, 'change')).toBe('与上年持平')
})

test('what cannot be stated is said, never 0', () => {
  const lack = (given: Parameters<typeof quoted>[1], form: 'value' | 'change' = 'value') =>
    wordingOf(quoted('甲', given), form)
  expect(lack({ now: ['5', '0'] })).toEqual({
    text: '【甲（名称）：分母为0，无法计算】',
    lack: 'zero-denominator',
  })
  expect(lack({ now: [null] }).lack).toBe('no-external')
  expect(lack({ now: ['5'] }, 'change')).toEqual({
    text: '【甲（名称）：缺上年数据】',
    lack: 'no-last-year',
  })
  expect(lack({ now: ['5', '0'], before: '3' }, 'change').lack).toBe('zero-denominator')
})
