import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Form } from '../../../src/shared/model.ts'
import type { SchoolFigures, TableFigures } from '../../../src/core/rules/figures.ts'
import { numberOf, times } from '../../../src/core/model/number.ts'
import { compileRule, runRule } from '../../../src/core/rules/rule.ts'
import type { Rule } from '../../../src/core/rules/rule.ts'
import { BLANK, UNDECIDED } from '../../../src/core/rules/value.ts'
import type { CellFigure } from '../../../src/core/rules/value.ts'
import { madeForm } from '../../support/form.ts'

/** Pupils by grade, with women under them; classes by grade; changes from year to year. */
const pupils = madeForm({
  id: '学生',
  rows: ['总计', '其中:女'],
  columns: ['合计', '一年级', '二年级'],
})
const classes = madeForm({ id: '班', rows: ['班数'], columns: ['合计', '一年级', '二年级'] })
const changes = madeForm({ id: '变动', rows: ['小学'], columns: ['年初', '增加', '减少', '年末'] })
const forms = [pupils, classes, changes]

/** Figures as words parted by spaces, form by form; "_" blank, "?" unreadable; null: not returned. */
type Year = Record<string, string | null>

function table(form: Form, year: Year | null): TableFigures {
  const text = year?.[form.id] ?? null
  if (text === null) return null
  const figures = text
    .split(' ')
    .map((word): CellFigure =>
      word === '_' ? BLANK : word === '?' ? UNDECIDED : (numberOf(word) ?? word),
    )
  if (figures.length !== form.items.length) throw new Error(`${form.id}: ${text}`)
  return figures
}

function school(now: Year, before: Year | null = null, type = '211'): SchoolFigures {
  return {
    id: 's',
    attribute: (name) => ({ 类型: type, 电话: '' })[name],
    hasForm: () => true,
    table: (form) => table(form, now),
    lastYear: (form) => table(form, before),
  }
}

const GOOD: Year = { 学生: '46 22 24 21 10 11', 班: '2 1 1', 变动: '44 10 8 46' }
const LAST: Year = { 学生: '44 20 24 20 9 11', 班: '2 1 1', 变动: '40 10 6 44' }

function run(rule: Partial<Rule> & { check: string }, at: SchoolFigures): string {
  const context = {
    forms,
    form: (id: string) => forms.find((form) => form.id === id) ?? null,
    hasAttribute: (name: string) => ['类型', '电话'].includes(name),
  }
  const program = compileRule({ id: 'r', title: '', severity: 'error', ...rule }, context)
  if (!program.ok) throw new Error(JSON.stringify(program.fault))
  const verdicts = new Set(runRule(program, at).map(({ verdict }) => verdict))
  const order = ['error', 'fail', 'undecided', 'pass'] as const
  return order.find((verdict) => verdicts.has(verdict)) ?? 'no verdict'
}

/** Each kind of rule with figures for which it holds, does not hold, and cannot be decided. */
const KINDS: [string, Partial<Rule> & { check: string }, Year, Year][] = [
  [
    'a total over columns',
    { check: '学生[*,1] = SUM(学生[*,2:3])' },
    { 学生: '47 22 24 21 10 11' },
    { 学生: '46 ? 24 21 10 11' },
  ],
  [
    'a total over rows',
    { check: '学生[01,1] >= 学生[02,1] + 0' },
    { 学生: '20 10 10 21 10 11' },
    { 学生: '? 22 24 21 10 11' },
  ],
  [
    'a part within the whole',
    { check: '学生[02,*] <= 学生[01,*]' },
    { 学生: '46 22 24 21 10 25' },
    { 学生: '46 22 24 21 10 ?' },
  ],
  [
    'one figure twice',
    { check: '学生[01,1] = 变动[01,4]' },
    { 变动: '44 10 8 64' },
    { 变动: null },
  ],
  [
    'a flow from year to year',
    { check: '变动[01,4] = 变动[01,1] + 变动[01,2] - 变动[01,3]' },
    { 变动: '44 10 8 45' },
    { 变动: '44 10 ? 46' },
  ],
  [
    'a figure of last year',
    { check: '变动[01,1] = 上年!变动[01,4]' },
    { 变动: '45 10 9 46' },
    { 变动: '? 10 8 46' },
  ],
  [
    'a band of growth',
    {
      check: 'ABS(学生[01,1] - 上年!学生[01,1]) <= MAX(10, 0.2 * 上年!学生[01,1])',
      severity: 'query',
    },
    { 学生: '460 220 240 21 10 11' },
    { 学生: '? 22 24 21 10 11' },
  ],
  [
    'a ratio',
    { check: '学生[01,1] / 班[01,1] <= 55', severity: 'query' },
    { 学生: '146 72 74 21 10 11' },
    { 班: '? 1 1' },
  ],
  [
    'a range',
    { check: 'AND(学生[01,1] >= 10, 学生[01,1] <= 3000)' },
    { 学生: '9 4 5 3 1 2' },
    { 学生: '? 22 24 21 10 11' },
  ],
  [
    'whole numbers',
    { check: '学生[*,*] = ROUND(学生[*,*], 0)' },
    { 学生: '46 22 24 21.5 10 11' },
    { 学生: '46 22 24 ? 10 11' },
  ],
  [
    'one if and only if the other',
    { check: '(学生[01,2] > 0) = (班[01,2] > 0)' },
    { 班: '1 0 1' },
    { 班: '2 ? 1' },
  ],
  ['either or', { check: 'OR(学生[01,1] = 0, 班[01,1] > 0)' }, { 班: '0 0 0' }, { 班: '? 1 1' }],
  [
    'bands of class sizes',
    { check: '学生[01,1] <= 45 * 班[01,2] + 25 * 班[01,3]' },
    { 学生: '99 49 50 21 10 11' },
    { 班: '2 1 ?' },
  ],
  [
    'with a condition',
    { check: '学生[02,1] >= 10', when: '学生[01,1] >= 40', severity: 'query' },
    { 学生: '46 22 24 9 4 5' },
    { 学生: '? 22 24 21 10 11' },
  ],
  [
    'with a tolerance',
    { check: '学生[01,1] = 46', tolerance: '0.5' },
    { 学生: '46.6 22 24 21 10 11' },
    { 学生: '? 22 24 21 10 11' },
  ],
  [
    'a figure that must be there',
    { check: 'NOT(ISBLANK(班[01,1]))' },
    { 班: '_ 1 1' },
    { 班: '? 1 1' },
  ],
  [
    'how many are filled in',
    { check: 'COUNT(学生[01,1:3]) = 3' },
    { 学生: '46 _ 24 21 10 11' },
    { 学生: '46 ? 24 21 10 11' },
  ],
  [
    'one or the other by a condition',
    { check: 'IF(班[01,1] > 1, 学生[01,1] > 30, 学生[01,1] > 0)' },
    { 学生: '29 14 15 21 10 11' },
    { 班: '? 1 1' },
  ],
  [
    'the largest and the smallest',
    { check: 'MAX(班[01,2:3]) <= MIN(班[01,2:3]) + 1' },
    { 班: '4 1 3' },
    { 班: '2 1 ?' },
  ],
]

describe('every kind of rule passes, fails and is undecided as it should', () => {
  it.each(KINDS)('%s', (_, rule, bad, unknown) => {
    expect(run(rule, school(GOOD, LAST))).toBe('pass')
    expect(run(rule, school({ ...GOOD, ...bad }, LAST))).toBe('fail')
    expect(run(rule, school({ ...GOOD, ...unknown }, LAST))).toBe('undecided')
  })

  it('of the register: an empty entry is an answer, so nothing of it is undecided', () => {
    const rule = { check: '学校.类型 = "211"' }
    expect(run(rule, school(GOOD))).toBe('pass')
    expect(run(rule, school(GOOD, null, '311'))).toBe('fail')
    expect(run(rule, school(GOOD, null, ''))).toBe('fail')
  })
})

describe('a rule’s verdict', () => {
  /** Rules that compare figures of one unit, in which no number is written. */
  const plain = KINDS.filter(
    ([, { check, when }]) =>
      when === undefined &&
      !/(?<![\d[,:])\d+(?:\.\d+)?(?![\d,:\]])/u.test(check.replaceAll(/\[[^\]]*\]/gu, '')) &&
      !check.includes('ROUND') &&
      !check.includes('COUNT') &&
      !check.includes('"'),
  )
  const figure = fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 60 }).map(String) },
    { weight: 1, arbitrary: fc.constantFrom('_', '?') },
  )
  const year = fc
    .tuple(
      ...forms.map((form) =>
        fc.array(figure, { minLength: form.items.length, maxLength: form.items.length }),
      ),
    )
    .map((tables): Year =>
      Object.fromEntries(forms.map((form, at) => [form.id, (tables[at] ?? []).join(' ')])),
    )

  it('does not change when all figures are told in another unit', () => {
    expect(plain.length).toBeGreaterThan(4)
    fc.assert(
      fc.property(
        year,
        year,
        fc.constantFrom('10', '1000', '10000', '0.1', '0.0001'),
        (now, before, unit) => {
          const scaled = (text: Year): Year =>
            Object.fromEntries(
              Object.entries(text).map(([form, words]) => [
                form,
                words
                  ?.split(' ')
                  .map((word) => inUnit(word, unit))
                  .join(' ') ?? null,
              ]),
            )
          for (const [, rule] of plain) {
            expect(run(rule, school(scaled(now), scaled(before)))).toBe(
              run(rule, school(now, before)),
            )
          }
        },
      ),
    )
  })

  it('is never pass or fail where a figure that decides it is unreadable', () => {
    fc.assert(
      fc.property(year, (now) => {
        const verdict = run({ check: '学生[01,1] = SUM(学生[01,2:3])' }, school(now))
        const known = now['学生']?.split(' ').slice(0, 3).includes('?') === false
        expect(verdict === 'undecided').toBe(!known)
      }),
    )
  })
})

/** A figure in another unit, exactly; blank and unreadable stay what they are. */
function inUnit(word: string, unit: string): string {
  const value = numberOf(word)
  const by = numberOf(unit)
  if (value === null || by === null) return word
  const product = times(value, by)
  if (typeof product === 'number') return String(product)
  const digits = String(product.bottom).length - 1
  const text = String(product.top * (10n ** BigInt(digits + 4) / product.bottom)).padStart(
    digits + 5,
    '0',
  )
  return `${text.slice(0, -(digits + 4))}.${text.slice(-(digits + 4))}`
}
