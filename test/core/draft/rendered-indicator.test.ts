import { assert, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { findFigures } from '../../../src/core/draft/find-figures.ts'
import { numberOf } from '../../../src/core/model/number.ts'
import { wordingOf } from '../../../src/core/summary/wording.ts'
import type { Quoted } from '../../../src/core/summary/wording.ts'
import { formatExact, parseExact } from '../../../src/shared/exact.ts'

/** Indicators as collections have them: unit, prefix, decimals, and what a draft's figure of it is. */
const INDICATORS = [
  {
    title: '小学学校数',
    unit: '所',
    prefix: '',
    decimals: 0,
    base: '所',
    kind: 'stock',
    change: 'change_abs',
  },
  {
    title: '在园幼儿数',
    unit: '人',
    prefix: '',
    decimals: 0,
    base: '人',
    kind: 'stock',
    change: 'change_abs',
  },
  {
    title: '教学班数',
    unit: '个',
    prefix: '',
    decimals: 0,
    base: '个',
    kind: 'stock',
    change: 'change_abs',
  },
  {
    title: '图书',
    unit: '册',
    prefix: '',
    decimals: 0,
    base: '册',
    kind: 'stock',
    change: 'change_abs',
  },
  {
    title: '校舍建筑面积',
    unit: '平方米',
    prefix: '',
    decimals: 2,
    base: '平方米',
    kind: 'area',
    change: 'change_abs',
  },
  {
    title: '生均校舍面积',
    unit: '平方米',
    prefix: '',
    decimals: 2,
    base: '平方米',
    kind: 'rate',
    change: 'change_abs',
  },
  {
    title: '教育经费',
    unit: '万元',
    prefix: '',
    decimals: 2,
    base: '元',
    kind: 'money',
    change: 'change_abs',
  },
  {
    title: '学前毛入园率',
    unit: '%',
    prefix: '',
    decimals: 2,
    base: '%',
    kind: 'rate',
    change: 'change_pp',
  },
  { title: '生师比', unit: ':1', prefix: '', decimals: 1, base: '比', kind: 'rate', change: null },
  { title: '师生比', unit: '', prefix: '1:', decimals: 2, base: '比', kind: 'rate', change: null },
] as const

function quoted(one: (typeof INDICATORS)[number], now: number, before: number): Quoted {
  const result = (value: number) => ({
    numerator: value,
    denominator: null,
    value: numberOf(scaled(value, one.decimals)),
    fault: null,
    lack: null,
    awaited: false,
  })
  const side = { kind: 'count' as const, expr: '1', where: null }
  return {
    indicator: { ...one, id: one.title, numerator: side, denominator: null, scale: '1' },
    now: result(now),
    before: result(before),
  }
}

const scaled = (units: number, decimals: number): string =>
  (units / 10 ** decimals).toFixed(decimals)

const drawn = record({
  one: constantFrom(...INDICATORS),
  now: integer({ min: 1, max: 9_999_999 }),
  before: integer({ min: 1, max: 9_999_999 }),
})

test('an indicator rendered as a sentence is found again with its value, unit and kind', () => {
  assert(
    property(drawn, ({ one, now, before }) => {
      const { text } = wordingOf(quoted(one, now, before), 'value')
      const figures = findFigures(`2023年，全县${one.title}${text}。`)
      const factor = one.unit === '万元' ? 10_000 : 1
      expect(figures.map(({ unit, kind }) => [unit, kind])).toEqual([[one.base, one.kind]])
      const value = figures[0]?.value
      expect(value && Number(formatExact(value))).toBeCloseTo(
        Number(scaled(now, one.decimals)) * factor,
        4,
      )
    }),
  )
})

test('the change of an indicator in words is found again with its size and direction', () => {
  assert(
    property(drawn, ({ one, now, before }) => {
      if (one.change === null || now === before) return
      const { text } = wordingOf(quoted(one, now, before), 'change')
      const [figure] = findFigures(`全县${one.title}${text}。`)
      expect(figure?.kind).toBe(one.change)
      expect(figure?.direction).toBe(now > before ? 'up' : 'down')
      const size = parseExact(scaled(Math.abs(now - before), one.decimals))
      const factor = one.unit === '万元' ? 10_000 : 1
      expect(figure?.value && Number(formatExact(figure.value))).toBeCloseTo(
        Number(size && formatExact(size)) * factor,
        4,
      )
    }),
  )
})
