import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillSummary } from '../../../src/core/summary/fill.ts'
import { largestRemainders } from '../../../src/core/summary/balance.ts'
import { compare, minus, numberOf, over, plus, round } from '../../../src/core/model/number.ts'
import type { Num } from '../../../src/core/model/number.ts'
import { library, quoted } from './quoted.ts'

const wan = { unit: '万元', decimals: 1, scale: '0.0001' }
const find = library(
  quoted('总额', { ...wan, now: ['100000'] }),
  quoted('甲', { ...wan, now: ['33333'] }),
  quoted('乙', { ...wan, now: ['33333'] }),
  quoted('丙', { ...wan, now: ['33334'] }),
  quoted('率一', { unit: '%', decimals: 0, scale: '100', now: ['1', '3'] }),
  quoted('率二', { unit: '%', decimals: 0, scale: '100', now: ['1', '3'] }),
  quoted('率三', { unit: '%', decimals: 0, scale: '100', now: ['1', '3'] }),
)
const NOTE = '<!-- 舍位平衡 -->\n'

test('parts quoted after their total are made to add up to it, and each move is logged', () => {
  const text = '共{总额}，其中甲{甲}、乙{乙}、丙{丙}。'
  expect(fillSummary(text, find).text).toBe('共10.0万元，其中甲3.3万元、乙3.3万元、丙3.3万元。')
  const filled = fillSummary(NOTE + text, find)
  expect(filled.text).toBe('共10.0万元，其中甲3.3万元、乙3.3万元、丙3.4万元。')
  expect(filled.adjustments).toEqual([
    { figure: 3, id: '丙', from: numberOf('3.3'), to: numberOf('3.4'), total: '总额' },
  ])
})

test('shares of a whole are made to add up to 100%; of equal remainders the first moves', () => {
  expect(fillSummary(`${NOTE}一{率一}、二{率二}、三{率三}。`, find).text).toBe(
    '一34%、二33%、三33%。',
  )
})

test('nothing moves without the wish, across sentences, or where parts do not make up the total', () => {
  expect(fillSummary('一{率一}、二{率二}、三{率三}。', find).adjustments).toEqual([])
  expect(fillSummary(`${NOTE}共{总额}。甲{甲}、乙{乙}、丙{丙}。`, find).adjustments).toEqual([])
  expect(fillSummary(`${NOTE}共{总额}，其中甲{甲}、乙{乙}。`, find).adjustments).toEqual([])
})

const value = fc
  .tuple(fc.integer({ min: -9999, max: 99_999 }), fc.integer({ min: 1, max: 97 }))
  .map(([top, bottom]): Num => over(top, bottom) ?? 0)

test('rounded parts add up to the rounded total, none moved by a whole unit of its last place', () => {
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 0, max: 3 }),
      (values, decimals) => {
        const target = round(values.reduce(plus, 0), decimals)
        const rounded = largestRemainders(values, target, decimals)
        expect(compare(rounded.reduce(plus, 0), target)).toBe(0)
        const step = over(1, 10 ** decimals) ?? 1
        rounded.forEach((one, at) => {
          expect(compare(round(one, decimals), one)).toBe(0)
          const off = minus(one, values[at] ?? 0)
          expect(compare(off, step)).toBeLessThanOrEqual(0)
          expect(compare(off, minus(0, step))).toBeGreaterThan(0)
        })
      },
    ),
  )
})
