import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Repairs } from '../../../src/core/repair/propose.ts'
import { causeOf, slipsBehind } from '../../../src/core/repair/mechanisms.ts'
import type { SchoolFigures } from '../../../src/core/rules/figures.ts'
import { numberOf } from '../../../src/core/model/number.ts'
import { compileRule, runRule } from '../../../src/core/rules/rule.ts'
import type { Rule } from '../../../src/core/rules/rule.ts'
import type { Repair } from '../../../src/shared/findings.ts'
import type { Form } from '../../../src/shared/model.ts'
import { madeForm } from '../../support/form.ts'

/** 总计 over three grades, and 女 under it; and the same total once more in a table of changes. */
const ROWS = ['总计', '其中:女']
const COLUMNS = ['合计', '一年级', '二年级', '三年级']
const pupils = madeForm({ id: '学生', rows: ROWS, columns: COLUMNS })
const changes = madeForm({
  id: '变动',
  rows: ['小学'],
  columns: ['年初', '招生', '毕业', '年末'],
})
const forms = [pupils, changes]

const RULES: Rule[] = [
  { id: '合计', title: '', severity: 'error', check: '学生[*,1] = SUM(学生[*,2:4])' },
  { id: '女', title: '', severity: 'error', check: '学生[02,*] <= 学生[01,*]' },
  { id: '年末', title: '', severity: 'error', check: '学生[01,1] = 变动[01,4]' },
  {
    id: '变动',
    title: '',
    severity: 'error',
    check: '变动[01,4] = 变动[01,1] + 变动[01,2] - 变动[01,3]',
  },
]
const context = {
  forms,
  form: (id: string) => forms.find((form) => form.id === id) ?? null,
  hasAttribute: () => false,
}
const programs = RULES.map((rule) => compileRule(rule, context))

type Figures = Record<string, number[]>
const GOOD: Figures = { 学生: [64, 20, 21, 23, 30, 10, 9, 11], 变动: [60, 25, 21, 64] }

function school(figures: Figures): SchoolFigures {
  return {
    id: 'S',
    attribute: () => undefined,
    hasForm: () => true,
    table: (form) => figures[form.id] ?? null,
    lastYear: () => null,
  }
}

function propose(figures: Figures, rules = programs): Repair[][] {
  const names = {
    address: (form: Form, index: number) => `${form.id}#${String(index)}`,
    label: () => '',
  }
  return new Repairs(rules, forms, names).of(school(figures)).groups.map((g) => g.proposals)
}

const withCell = (form: string, index: number, value: number, all = GOOD): Figures => ({
  ...all,
  [form]: (all[form] ?? []).map((old, at) => (at === index ? value : old)),
})

function failures(figures: Figures): number {
  return programs.flatMap((program) => {
    if (!program.ok) throw new Error(program.rule.id)
    return runRule(program, school(figures)).filter((one) => one.verdict === 'fail')
  }).length
}

function applied(figures: Figures, changed: Repair['changes']): Figures {
  const copy: Figures = Object.fromEntries(
    Object.entries(figures).map(([id, list]) => [id, [...list]]),
  )
  for (const { item, to } of changed) {
    const [id = '', index = ''] = item.split('#')
    const table = copy[id]
    const value = numberOf(to)
    if (table === undefined || typeof value !== 'number') throw new Error(item)
    table[Number(index)] = value
  }
  return copy
}

describe('a figure that was entered wrong', () => {
  it.each([
    ['digits exchanged', '学生', 0, 46, 'transposition'],
    ['a zero too many', '学生', 2, 210, 'magnitude'],
    ['a digit left out', '学生', 3, 2, 'dropped-digit'],
    ['a digit doubled', '变动', 1, 225, 'doubled-digit'],
  ])('%s: the figure meant is proposed first', (_, form, index, typed, cause) => {
    const figures = withCell(form, index, typed)
    const [[best] = []] = propose(figures)
    expect(best?.changes).toEqual([
      {
        item: `${form}#${String(index)}`,
        label: '',
        from: String(typed),
        to: String(GOOD[form]?.[index]),
      },
    ])
    expect(best?.cause).toBe(cause)
  })

  it('proposes nothing where nothing fails', () => {
    expect(propose(GOOD)).toEqual([])
  })

  it('two cells exchanged are put back as one repair', () => {
    const figures = { ...GOOD, 变动: [60, 21, 25, 64] }
    const [proposals = []] = propose(figures)
    expect(proposals.some((one) => one.cause === 'swapped' && one.changes.length === 2)).toBe(true)
  })

  it('two figures wrong under the same rules are mended together', () => {
    const figures = withCell('学生', 0, 46, withCell('学生', 1, 200))
    const [[best] = []] = propose(figures)
    expect(best?.changes).toEqual([
      { item: '学生#0', label: '', from: '46', to: '64' },
      { item: '学生#1', label: '', from: '200', to: '20' },
    ])
  })

  it('a rule of several comparisons is solved for each of them', () => {
    const check = 'AND(学生[01,3] = 变动[01,2], 学生[01,1] = 变动[01,4])'
    const rule = compileRule({ id: '一致', title: '', severity: 'error', check }, context)
    const figures = { 学生: [64, 20, 25, 23, 30, 10, 9, 11], 变动: [60, 25, 21, 69] }
    const [proposals = []] = propose(figures, [rule])
    expect(proposals.map(({ changes }) => changes.map(({ item, to }) => [item, to]))).toEqual([
      [['学生#0', '69']],
      [['变动#3', '64']],
    ])
  })

  it('counts are mended by whole numbers only, however the rules may be solved', () => {
    const checks = ['学生[01,1] * 2 = 变动[01,4]', '学生[01,1] = 变动[01,4] / 7']
    for (const check of checks) {
      const rule = compileRule({ id: '半', title: '', severity: 'error', check }, context)
      for (let end = 130; end < 144; end++) {
        const figures = withCell('变动', 3, end)
        const changed = propose(figures, [rule])
          .flat()
          .flatMap((one) => one.changes)
        for (const { to } of changed)
          expect([check, end, to]).toEqual([check, end, to.match(/^\d+$/u)?.[0]])
      }
    }
  })

  it('where a form has decimals, the figure that balances may have them', () => {
    const money = madeForm({ id: '经费', rows: ['一'], columns: ['甲', '乙'], decimals: 1 })
    const within = { ...context, forms: [money], form: () => money }
    const check = '经费[01,1] * 2 = 经费[01,2]'
    const rule = compileRule({ id: '半', title: '', severity: 'error', check }, within)
    const names = { address: (_: Form, index: number) => String(index), label: () => '' }
    const { groups } = new Repairs([rule], [money], names).of(school({ 经费: [900, 65] }))
    const to = groups.flatMap(({ proposals }) => proposals.flatMap((one) => one.changes))
    expect(to).toContainEqual({ item: '0', label: '', from: '900', to: '32.5' })
  })

  it('every proposal clears all that failed, breaks nothing, and no part of it would do', () => {
    const cell = fc.constantFrom(
      ...Object.entries(GOOD).flatMap(([form, list]) =>
        list.map((_, index) => [form, index] as const),
      ),
    )
    const slip = fc.tuple(cell, fc.integer({ min: 0, max: 999 }))
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 3 }), (slips) => {
        const figures = slips.reduce((all, [at, typed]) => withCell(...at, typed, all), GOOD)
        const groups = propose(figures)
        for (const proposal of groups.length === 1 ? groups.flat() : []) {
          expect(failures(applied(figures, proposal.changes))).toBe(0)
          for (const left of proposal.changes.keys()) {
            const without = proposal.changes.filter((_, at) => at !== left)
            expect(failures(applied(figures, without))).toBeGreaterThan(0)
          }
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('slips of keying', () => {
  it.each([
    ['64', '46', 'transposition'],
    ['410', '41', 'magnitude'],
    ['3', '37', 'dropped-digit'],
    ['445', '45', 'doubled-digit'],
    ['-12', '12', 'sign'],
    ['119', '110', 'mistyped-digit'],
    ['5', '900', 'other'],
  ])('%s for %s is %s', (typed, meant, cause) => {
    expect(causeOf(typed, meant)).toBe(cause)
  })

  it('never offers the figure itself, nor one with a leading zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (n) => {
        for (const { value } of slipsBehind(String(n))) {
          expect(value).not.toBe(String(n))
          expect(value).toBe(String(Number(value)))
        }
      }),
    )
  })
})
