import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundOf, roundedUp } from '../../../src/core/impact/bound.ts'
import { changedFigures } from '../../../src/core/impact/changed-figures.ts'
import { addedBy, headlinesOf } from '../../../src/core/impact/headlines.ts'
import { causesOf } from '../../../src/core/impact/school-impact.ts'
import { parseIndicators } from '../../../src/core/indicators/indicator.ts'
import { Repairs } from '../../../src/core/repair/propose.ts'
import {
  absolute,
  compare,
  minus,
  numberOf,
  over,
  showNumber,
} from '../../../src/core/model/number.ts'
import type { Num } from '../../../src/core/model/number.ts'
import { compileRule, runRule } from '../../../src/core/rules/rule.ts'
import type { Finding } from '../../../src/shared/findings.ts'
import type { Form } from '../../../src/shared/model.ts'
import { cell, finding } from '../../renderer/support/finding.ts'
import { FORMS, context, made, tables } from '../screening/made.ts'
import type { Tables } from '../screening/made.ts'

const names = context()
const address = (form: Form, index: number): string => names.address(form, index)
const INDICATORS = parseIndicators(`
- { id: 在校生, title: 在校生, unit: 人, decimals: 0, value: { sum: '学生[01,3]' } }
- { id: 教师, title: 教师, unit: 人, decimals: 0, value: { sum: '教职工[01,2]' } }
- { id: 有班学校, title: 有班学校, unit: 所, decimals: 0, value: { count: '班级[01,1] > 0' } }
- { id: 生师比, title: 生师比, unit: '', decimals: 1, numerator: { sum: '学生[01,3]' }, denominator: { sum: '教职工[01,2]' } }
- { id: 最大, title: 最大, unit: 人, decimals: 0, value: { max: '学生[01,3]' } }
`).indicators
const given = { forms: FORMS, hasAttribute: () => false, fixed: () => null }
const headlines = headlinesOf(INDICATORS, null, given)

describe('what no return moves', () => {
  const added = (yaml: string, fixed: (name: string) => Num | null) =>
    headlinesOf(parseIndicators(yaml).indicators, null, {
      ...given,
      fixed: (side) => (side.kind === 'external' ? fixed(side.name) : null),
    })
  const TWO = `
- { id: 和, title: 和, unit: 人, decimals: 0, value: { add: [{ sum: '学生[01,3]' }, { external: 甲 }, { external: 乙 }, { sum: '教职工[01,2]' }] } }
`

  it('is added to what the schools add', () => {
    const [headline] = added(TWO, (name) => (name === '甲' ? 3 : 4))
    expect(headline?.numerator).toMatchObject({ fixed: 7, readers: [{}, {}] })
    expect(headline?.denominator).toBe(null)
    expect(headlines.map(({ numerator }) => numerator.fixed)).toEqual([0, 0, 0, 0])
  })

  it('leaves a figure out when one part of it is absent', () => {
    expect(added(TWO, (name) => (name === '甲' ? 3 : null))).toEqual([])
  })
})

const RULES = [
  { id: '合计', title: '', severity: 'error' as const, check: '学生[*,3] = SUM(学生[*,4:9])' },
  { id: '女', title: '', severity: 'error' as const, check: '学生[02,*] <= 学生[01,*]' },
  { id: '教职工', title: '', severity: 'error' as const, check: '教职工[01,1] >= 教职工[01,2]' },
]
const programs = RULES.map((rule) =>
  compileRule(rule, {
    forms: FORMS,
    form: (id) => FORMS.find((form) => form.id === id) ?? null,
    hasAttribute: () => false,
  }),
)
const placeOf = (item: string): { form: Form; index: number } | null => {
  for (const form of FORMS) {
    const index = form.items.findIndex((_, at) => address(form, at) === item)
    if (index >= 0) return { form, index }
  }
  return null
}
const keyOf = (one: Finding) => `${one.rule}[${one.row ?? ''},${one.column ?? ''}]`

function findingsIn(now: Tables): Finding[] {
  const { figures } = made('x', now)
  return programs.flatMap((program) => {
    if (!program.ok) throw new Error(program.rule.id)
    return runRule(program, figures)
      .filter((one) => one.verdict === 'fail')
      .map((one) =>
        finding({
          rule: program.rule.id,
          row: one.row || null,
          column: one.column || null,
          items: [],
        }),
      )
  })
}

function causesIn(now: Tables, findings = findingsIn(now), before: Tables = now) {
  const { figures } = made('x', now, before)
  const repairs = new Repairs(programs, FORMS, { address, label: () => '' }).of(figures)
  return {
    figures,
    repairs,
    causes: causesOf(figures, findings, repairs, headlines, placeOf, keyOf),
  }
}

describe('headline figures', () => {
  it('are the indicators that the summary quotes, in its order; without a summary all that add up', () => {
    expect(headlines.map((one) => one.indicator.id)).toEqual([
      '在校生',
      '教师',
      '有班学校',
      '生师比',
    ])
    const quoted = headlinesOf(
      INDICATORS,
      '有 {教师} 名教师，{在校生|数值}人，{教师|比上年}。',
      given,
    )
    expect(quoted.map((one) => one.indicator.id)).toEqual(['教师', '在校生'])
  })
})

describe('the bound', () => {
  it('adopting any proposed repair moves a headline by no more than it says', () => {
    const place = fc.integer({ min: 0, max: 17 })
    fc.assert(
      fc.property(place, fc.integer({ min: 0, max: 999 }), (at, typed) => {
        const now = { ...tables(4), 学生: (tables(4)['学生'] ?? []).with(at, typed) }
        const { figures, repairs, causes } = causesIn(now)
        for (const { proposals } of repairs.groups) {
          for (const { changes } of proposals) {
            const after = changedFigures(
              figures,
              changes.flatMap(({ item, to }) => {
                const place = placeOf(item)
                return place === null ? [] : [{ ...place, to: numberOf(to) ?? 0 }]
              }),
            )
            headlines.forEach(({ numerator }, n) => {
              const moved = absolute(minus(addedBy(numerator, after), addedBy(numerator, figures)))
              const bound = causes.reduce(
                (sum, cause) => sum + Number(cause.moves[n]?.numerator ?? 0),
                0,
              )
              expect(Number(moved)).toBeLessThanOrEqual(bound)
            })
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('of a ratio holds for every movement of its sides within theirs', () => {
    const whole = fc.integer({ min: 1, max: 5_000 })
    const part = fc.integer({ min: -100, max: 100 })
    fc.assert(
      fc.property(whole, whole, part, part, whole, (n, d, a, b, most) => {
        const moves = {
          numerator: Math.ceil((most * Math.abs(a)) / 100),
          denominator: Math.ceil((most * Math.abs(b)) / 100),
        }
        const bound = boundOf({ scale: '100' }, { numerator: n, denominator: d }, moves)
        // Without a bound the denominator could reach 0.
        fc.pre(bound !== null)
        const value = over(n, d) ?? 0
        const [dn, dd] = [
          Math.trunc((moves.numerator * a) / 100),
          Math.trunc((moves.denominator * b) / 100),
        ]
        const moved = over(n + dn, d + dd)
        const by = moved === null ? 0 : absolute(minus(moved, value))
        expect(compare(over(bound ?? 0, 100) ?? 0, by)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('is never rounded down', () => {
    expect(showNumber(roundedUp(numberOf('12.341') ?? 0, 2))).toBe('12.35')
    expect(showNumber(roundedUp(numberOf('12.34') ?? 0, 2))).toBe('12.34')
  })
})

describe('a finding without repair', () => {
  const query = (change: Partial<Finding>, item: string): Finding =>
    finding({ severity: 'query', row: null, column: null, items: [cell(item, '1')], ...change })

  it('can move a figure by its difference, where its items feed it', () => {
    const { causes } = causesIn(tables(4), [
      query({ rule: '甲', difference: '-7' }, '教职工[01,2]'),
    ])
    expect(causes[0]?.moves.map((one) => one && Number(one.numerator))).toEqual([0, 7, 0, 0])
    expect(causes[0]?.moves[3]?.denominator).toBe(7)
  })

  it('whose effect cannot be told says so for the figures that it feeds, and nothing of others', () => {
    const { causes } = causesIn(tables(4), [query({ rule: '甲', difference: null }, '学生[01,3]')])
    expect(causes[0]?.moves.map((one) => one === null)).toEqual([true, false, false, true])
  })

  it('about a cell that a larger question covers counts once, with the larger movement', () => {
    const both = [
      query({ rule: '甲', difference: '7' }, '学生[01,3]'),
      query({ rule: '乙', difference: '12' }, '学生[01,3]'),
    ]
    const { causes } = causesIn(tables(4), both)
    expect(causes).toHaveLength(1)
    expect(causes[0]?.moves[0]?.numerator).toBe(12)
    expect(causes[0]?.findings.map(({ moves }) => moves[0]?.numerator)).toEqual([7, 12])
  })

  it('of a table without figures can move by what it had last year', () => {
    const blank = { ...tables(4), 学生: (tables(4)['学生'] ?? []).map(() => 0) }
    const told = query({ rule: '筛查:空表', row: '学生', difference: null }, '学生[01,1]')
    const { causes } = causesIn(blank, [told], tables(4))
    expect(causes[0]?.moves[0]?.numerator).toBe((tables(4)['学生'] ?? [])[2])
  })
})
