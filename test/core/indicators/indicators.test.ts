import { describe, expect, it } from 'vitest'
import {
  change,
  evaluateIndicator,
  fixed,
  resultText,
} from '../../../src/core/indicators/evaluate.ts'
import type { Year } from '../../../src/core/indicators/year.ts'
import { parseIndicators } from '../../../src/core/indicators/indicator.ts'
import { indicatorProblemText } from '../../../src/shared/words/indicators.ts'
import type { Indicator } from '../../../src/core/indicators/indicator.ts'
import { numberOf, round, showNumber } from '../../../src/core/model/number.ts'
import type { Num } from '../../../src/core/model/number.ts'
import { UNDECIDED } from '../../../src/core/rules/value.ts'
import { madeForm } from '../../support/form.ts'

const form = madeForm({ rows: ['总计'], columns: ['在校生', '图书'] })

const school = (id: string, kind: string, cells: (string | null)[] | null) => ({
  id,
  attribute: (name: string) => (name === '类' ? kind : undefined),
  hasForm: () => true,
  table: () => cells?.map((cell) => (cell === null ? UNDECIDED : (numberOf(cell) ?? 0))) ?? null,
  lastYear: () => null,
})

function year(schools: ReturnType<typeof school>[], more: Partial<Year> = {}): Year {
  return {
    name: 'returned',
    forms: [form],
    form: (id) => (id === '表' ? form : null),
    hasAttribute: (name) => name === '类',
    reporting: schools.filter((one) => one.table() !== null),
    register: schools,
    external: () => null,
    externalUnit: () => '',
    externalLack: () => 'no-external',
    coversBefore: () => true,
    ...more,
  }
}

function one(yaml: string): Indicator {
  const { indicators, problems } = parseIndicators(yaml)
  expect(problems).toEqual([])
  const [indicator] = indicators
  if (indicator === undefined) throw new Error('no indicator')
  return indicator
}

const shown = (value: Num | null): string | null => (value === null ? null : showNumber(value, 6))

describe('an indicator', () => {
  const schools = [
    school('a', '公', ['45', '279']),
    school('b', '公', ['37', '137']),
    school('c', '民', [null, '935']),
    school('d', '民', null),
  ]

  it('adds over the schools that reported; unreadable cells and missing tables contribute nothing', () => {
    const pupils = one("- {id: 在校生, unit: 人, decimals: 0, value: {sum: '表[01,1]'}}")
    expect(shown(evaluateIndicator(pupils, year(schools)).value)).toBe('82')
  })

  it('that reads a target which several returns say has no figure, and says so', () => {
    const target = one("- {id: 目标, unit: 处, decimals: 0, value: {sum: '表[01,1]'}}")
    const said = (covers: boolean | 'twice') =>
      evaluateIndicator(target, year(schools, { covers: () => covers }))
    expect([said('twice').value, said('twice').dataLack]).toEqual([null, 'said-twice'])
    expect([said(false).value, said(false).dataLack]).toEqual([null, 'not-said'])
    expect(shown(said(true).value)).toBe('82')
  })

  it('counts schools of the register, and reporting schools for which something holds', () => {
    const all = one('- {id: 学校数, decimals: 0, value: {count: 学校}}')
    const big = one("- {id: 大校, decimals: 0, value: {count: '表[01,1] > 40'}}")
    const own = one(`- {id: 民办, decimals: 0, value: {count: 学校, where: '学校.类 = "民"'}}`)
    const now = year(schools)
    expect([all, big, own].map((i) => shown(evaluateIndicator(i, now).value))).toEqual([
      '4',
      '1',
      '2',
    ])
  })

  it('is undefined, never 0, where the denominator is 0 or an external figure is absent', () => {
    const share = one(
      "- {id: 率, unit: '%', decimals: 2, numerator: {sum: '表[01,1]'}, denominator: {external: 人口}, scale: 100}",
    )
    expect(evaluateIndicator(share, year(schools)).value).toBeNull()
    expect(evaluateIndicator(share, year(schools, { external: () => 0 })).value).toBeNull()
    const there = evaluateIndicator(share, year(schools, { external: () => 131 }))
    expect(resultText(share, there.value ?? 0)).toBe('62.60%')
  })

  it('takes 差异系数 weighted by pupils, as the published worked example gives it', () => {
    const places = ['45 279', '37 137', '89 935', '76 160', '55 402'].map((text, i) =>
      school(String(i), '公', text.split(' ')),
    )
    const cv = one(
      "- {id: 差异, decimals: 4, value: {cv: '表[01,2] / 表[01,1]', weight: '表[01,1]'}}",
    )
    expect(shown(evaluateIndicator(cv, year(places)).value)).toBe('0.5153')
  })

  it('writes a ratio with its prefix and keeps its decimals', () => {
    expect(resultText({ prefix: '1:', decimals: 2, unit: '' }, numberOf('0.7') ?? 0)).toBe('1:0.70')
    expect(resultText({ prefix: '', decimals: 1, unit: ':1' }, numberOf('11.4') ?? 0)).toBe(
      '11.4:1',
    )
  })

  it('compares published figures, so that a reader can check the difference', () => {
    expect(shown(change(numberOf('39.09'), numberOf('38.57')))).toBe('0.52')
    expect(change(null, 1)).toBeNull()
  })
})

describe('rounding half away from zero, once', () => {
  it.each([
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    ['2.345', 2, '2.35'],
    ['-2.345', 2, '-2.35'],
    ['1.005', 2, '1.01'],
    ['1234.5', -2, '1200'],
    ['0.4999999999', 0, '0'],
  ])('%s at %i places is %s', (text, decimals, wanted) => {
    expect(showNumber(round(numberOf(text) ?? 0, decimals), 10)).toBe(wanted)
  })

  it('shows the decimals asked for', () => {
    expect(fixed(40, 2)).toBe('40.00')
    expect(fixed(-1, 1)).toBe('-1.0')
  })
})

describe('indicators.yaml', () => {
  it('names entries that cannot be used and keeps the others', () => {
    const { indicators, problems } = parseIndicators(
      "- {id: 甲, value: {sum: '表[01,1]'}}\n- {id: 乙}\n- {id: 甲, value: {count: 学校}}\n- 三\n",
    )
    expect(indicators.map(({ id }) => id)).toEqual(['甲'])
    expect(problems.map(({ line }) => line)).toEqual([2, 3, 4])
  })

  it.each([
    ["value: {sum: '表[01,1]', were: '学校.乡镇 = \"东镇\"'}", 'meant-key', 'were where'],
    ["value: {sum: '表[01,1]', when: '1'}", 'meant-key', 'when where'],
    ["value: {sum: '表[01,1]', 条件: '1'}", 'meant-key', '条件 where'],
    ["value: {sum: '表[01,1]', Where: '1'}", 'meant-key', 'Where where'],
    ["value: {sum: '表[01,1]', group: '1'}", 'unknown-key', 'group '],
    ["value: {external: 人口, where: '1'}", 'unknown-key', 'where '],
    ["value: {add: [{count: 学校, were: '1'}]}", 'meant-key', 'were where'],
    ["value: {add: [{count: 学校}], where: '1'}", 'unknown-key', 'where '],
    ["value: {count: 学校, weight: '1'}", 'unknown-key', 'weight '],
    ["value: {sum: '表[01,1]', where: true}", 'bad-value', 'where '],
    ["value: {sum: '表[01,1]', count: 学校}", 'two-kinds', ' '],
    ["value: {sum: '表[01,1]'}, denominator: {count: 学校}", 'value-and-parts', ' '],
    [
      "numerator: {sum: '表[01,1]'}, denominater: {count: 学校}",
      'meant-key',
      'denominater denominator',
    ],
    ["numerator: {sum: '表[01,1]'}", 'side-missing', ' '],
    ["value: {sum: '表[01,1]'}, where: '1'", 'unknown-key', 'where '],
    ["value: {sum: '表[01,1]'}, sale: 100", 'meant-key', 'sale scale'],
    ['value: 表', 'side-kind', ' '],
    ["value: {sum: '表[01,1]'}, decimals: two", 'bad-decimals', ' '],
  ])('what would be left out is named, and there is no figure: %s', (text, code, key) => {
    const { indicators, problems } = parseIndicators(`- {id: 甲, ${text}}`)
    expect(indicators).toEqual([])
    expect(problems.map((one) => [one.id, one.code])).toEqual([['甲', code]])
    const [one] = problems
    expect(`${String(one?.params['key'] ?? '')} ${String(one?.params['meant'] ?? '')}`).toBe(key)
    for (const lang of ['zh', 'en'] as const) {
      const said = one === undefined ? '' : indicatorProblemText(lang, one)
      expect(said).toContain('甲')
      expect(said).not.toMatch(/[{}]/u)
    }
  })

  it.each(['x: 1', '只有一句话', '42'])('%j is no list of indicators, and is named', (text) => {
    expect(parseIndicators(text).problems).toMatchObject([{ line: 1, code: 'not-a-list' }])
  })

  it.each(['', '# 还没有\n', '---\n'])('%j has none, and nothing is wrong', (text) => {
    expect(parseIndicators(text)).toEqual({ indicators: [], problems: [] })
  })
})
