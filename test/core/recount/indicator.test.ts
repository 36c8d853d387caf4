import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluateIndicator, fixed } from '../../../src/core/indicators/evaluate.ts'
import type { Year } from '../../../src/core/indicators/year.ts'
import { parseIndicators } from '../../../src/core/indicators/indicator.ts'
import { recountIndicator } from '../../../src/core/recount/indicator.ts'
import type { PlainYear } from '../../../src/core/recount/indicator.ts'
import { NOUGHT, plainOf } from '../../../src/core/recount/plain.ts'
import { numberOf } from '../../../src/core/model/number.ts'
import { BLANK, UNDECIDED } from '../../../src/core/rules/value.ts'
import { FORM } from './form.ts'

/** A school: a value for each of the form's four items ("" blank, "?" unreadable), and its kind. */
interface Made {
  values: string[]
  kind: string
}

function years(schools: Made[]): { program: Year; second: PlainYear } {
  const program = schools.map(({ values, kind }, at) => ({
    id: String(at),
    attribute: (name: string) => (name === '类' ? kind : undefined),
    hasForm: () => true,
    table: () =>
      values.map((value) =>
        value === '' ? BLANK : value === '?' ? UNDECIDED : (numberOf(value) ?? value),
      ),
    lastYear: () => null,
  }))
  const second = schools.map(({ values, kind }) => ({
    attribute: (name: string) => (name === '类' ? kind : ''),
    codes: (_: string, side: 'rows' | 'columns') => FORM[side].map(({ code }) => code),
    item: (_: boolean, __: string, row: string, column: string) => {
      const index = FORM.items.findIndex(
        (item) => FORM.rows[item.row]?.code === row && FORM.columns[item.column]?.code === column,
      )
      const value = values[index] ?? ''
      return value === '' || value === '?' ? NOUGHT : (plainOf(value) ?? value)
    },
  }))
  const external: Record<string, string> = { 人口: '1000', 零: '0' }
  return {
    program: {
      name: 'returned',
      forms: [FORM],
      form: (id) => (id === FORM.id ? FORM : null),
      hasAttribute: () => true,
      reporting: program,
      register: program,
      external: (name) => numberOf(external[name] ?? ''),
      externalUnit: () => '',
      externalLack: () => 'no-external',
      coversBefore: () => true,
    },
    second: {
      forms: [FORM],
      reporting: second,
      register: second,
      external: (name) => external[name] ?? null,
    },
  }
}

const value = fc.oneof(
  fc.integer({ min: -50, max: 9_999 }).map(String),
  fc.constantFrom('', '?', '0', '0.5', '12.345', '甲'),
)
const school = fc.record({
  values: fc.array(value, { minLength: 4, maxLength: 4 }),
  kind: fc.constantFrom('111', '211', ''),
})

const cell = fc.constantFrom('甲表[01,1]', '甲表[01,2]', '甲表[02,1]', '甲表[2,2]')
const expression = fc.letrec<{ any: string; yes: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    cell,
    fc.integer({ min: 0, max: 20 }).map(String),
    fc
      .tuple(tie('any'), fc.constantFrom('+', '-', '*', '/'), tie('any'))
      .map(([a, o, b]) => `(${a} ${o} ${b})`),
    fc.constantFrom(
      'SUM(甲表[01:02,1])',
      'MAX(甲表[01:02,1:2])',
      'COUNT(甲表[01:02,1:2])',
      'MIN(甲表[01,1:2])',
    ),
    fc.tuple(tie('yes'), tie('any'), tie('any')).map(([c, a, b]) => `IF(${c}, ${a}, ${b})`),
    tie('any').map((a) => `ABS(-${a})`),
    tie('any').map((a) => `ROUND(${a}, 1)`),
  ),
  yes: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc
      .tuple(cell, fc.constantFrom('=', '<>', '<', '<=', '>', '>='), cell)
      .map(([a, o, b]) => `${a} ${o} ${b}`),
    fc.constantFrom('学校.类 = "111"', '学校.类 <> "111"', 'ISBLANK(学校.类)', '学校.类 = ""'),
    fc.tuple(tie('yes'), tie('yes')).map(([a, b]) => `AND(${a}, ${b})`),
    fc.tuple(tie('yes'), tie('yes')).map(([a, b]) => `OR(${a}, NOT(${b}))`),
  ),
}))

const side = fc.oneof(
  fc.tuple(expression.any, expression.yes).map(([sum, where]) => ({ sum, where })),
  expression.any.map((sum) => ({ sum })),
  expression.any.map((max) => ({ max })),
  fc.tuple(expression.yes, expression.yes).map(([count, where]) => ({ count, where })),
  expression.yes.map((where) => ({ count: '学校', where })),
  fc.constantFrom({ external: '人口' }, { external: '零' }, { external: '没有' }),
  fc.tuple(cell, cell).map(([cv, weight]) => ({ cv, weight: `ABS(${weight})` })),
  fc.tuple(cell, cell).map(([a, b]) => ({ add: [{ sum: a }, { sum: b }, { external: '人口' }] })),
)

test('whatever the indicator, both calculators come to the same', () => {
  fc.assert(
    fc.property(
      side,
      side,
      fc.array(school, { maxLength: 6 }),
      fc.nat(4),
      (numerator, denominator, schools, decimals) => {
        const given = [{ id: '甲', unit: '%', decimals, numerator, denominator, scale: '100' }]
        const [indicator] = parseIndicators(JSON.stringify(given)).indicators
        if (indicator === undefined) throw new Error(JSON.stringify(given))
        const { program, second } = years(schools)
        const first = evaluateIndicator(indicator, program)
        expect(first.fault).toBeNull()
        const again = recountIndicator(indicator, second)
        expect(again.value).toBe(first.value === null ? null : fixed(first.value, decimals))
      },
    ),
    { numRuns: 400 },
  )
})

test.each([
  ['COUNT(甲表[01:02,1:2])', ['1', '甲', '0', '0.5'], '3'],
  ['COUNT(甲表[01:02,1:2])', ['甲', '乙', '0', '甲'], '1'],
  ['MIN(甲表[01:02,1:2])', ['3', '2', '7', '5'], '2'],
  ['MAX(甲表[01:02,1:2])', ['3', '2', '7', '5'], '7'],
  ['IF(甲表[01,1] > 3, 1, 0)', ['3', '0', '0', '0'], '0'],
  ['IF(甲表[01,1] >= 3, 1, 0)', ['3', '0', '0', '0'], '1'],
  ['IF(甲表[01,1] <> 3, 1, 0)', ['3', '0', '0', '0'], '0'],
  ['ROUND(甲表[01,1] / 8, 1)', ['3', '0', '0', '0'], '0.4'],
  ['ABS(甲表[01,1] - 5)', ['3', '0', '0', '0'], '2'],
])('worked by hand: %s over %j is %s for both calculators', (sum, values, told) => {
  const given = [{ id: '甲', unit: '人', decimals: 1, value: { sum } }]
  const [indicator] = parseIndicators(JSON.stringify(given)).indicators
  if (indicator === undefined) throw new Error(sum)
  const { program, second } = years([{ values, kind: '111' }])
  const first = evaluateIndicator(indicator, program)
  expect(Number(first.value === null ? NaN : fixed(first.value, 1))).toBe(Number(told))
  expect(Number(recountIndicator(indicator, second).value)).toBe(Number(told))
})
