import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SchoolFigures } from '../../../src/core/rules/figures.ts'
import { parseExpression } from '../../../src/core/rules/parse.ts'
import { compileRule, runRule } from '../../../src/core/rules/rule.ts'
import type { Instance } from '../../../src/core/rules/rule.ts'
import { BLANK, UNDECIDED } from '../../../src/core/rules/value.ts'
import type { CellFigure } from '../../../src/core/rules/value.ts'
import { numberOf } from '../../../src/core/model/number.ts'
import { madeForm } from '../../support/form.ts'

/** A form of rows 01–03 and columns 1–3; the cell [02,3] is marked "*" and is no item. */
const form = madeForm({
  id: '表-甲',
  rows: ['01', '02', '03'],
  columns: ['1', '2', '3'],
  starred: ['02,3'],
})

/** Nine cells as text, row by row: "" blank, "?" unreadable; "*" at [02,3]. */
function figures(cells: string[]): CellFigure[] {
  return cells
    .filter((_, index) => index !== 5)
    .map((text) => (text === '' ? BLANK : text === '?' ? UNDECIDED : (numberOf(text) ?? text)))
}

function school(now: string[] | null, before: string[] | null = null): SchoolFigures {
  return {
    id: 'S1',
    attribute: (name) => ({ 类型: '111', 空: '' })[name],
    hasForm: (id) => id === form.id,
    table: () => (now === null ? null : figures(now)),
    lastYear: () => (before === null ? null : figures(before)),
  }
}

const context = {
  forms: [form],
  form: (id: string) => (id === form.id ? form : null),
  hasAttribute: (name: string) => name === '类型' || name === '空',
}

function run(
  check: string,
  at: SchoolFigures,
  more: { tolerance?: string; when?: string } = {},
): Instance[] {
  const program = compileRule({ id: 'r', title: '', severity: 'error', check, ...more }, context)
  if (!program.ok) throw new Error(JSON.stringify(program.fault))
  return runRule(program, at)
}

const verdict = (check: string, now: string[] | null, before: string[] | null = null): string =>
  run(check, school(now, before))
    .map((instance) => instance.verdict)
    .join(' ')

const GOOD = ['6', '3', '3', '4', '2', '*', '2', '1', '1']

describe('a check of a table', () => {
  it.each([
    ['表-甲[01,1] = 表-甲[02,1] + 表-甲[03,1]', GOOD, 'pass'],
    ['表-甲[01,1] = SUM(表-甲[02:03,1])', GOOD, 'pass'],
    ['表-甲[01,1] = SUM(表-甲[01,2:3])', ['7', ...GOOD.slice(1)], 'fail'],
    ['表-甲[*,1] = SUM(表-甲[*,2:3])', GOOD, 'pass fail pass'],
    ['表-甲[02,*] <= 表-甲[01,*]', GOOD, 'pass pass pass'],
    ['表-甲[*,*] >= 0', GOOD, Array(9).fill('pass').join(' ')],
    ['表-甲[02,3] = 0', GOOD, 'pass'],
    ['表-甲[01,2] = 0', ['6', '', '3', '4', '2', '*', '2', '1', '1'], 'pass'],
    ['表-甲[01,1] = 6', ['?', ...GOOD.slice(1)], 'undecided'],
    ['AND(表-甲[01,1] = 6, 表-甲[01,2] = 9)', ['?', ...GOOD.slice(1)], 'fail'],
    ['OR(表-甲[01,1] = 6, 表-甲[01,2] = 3)', ['?', ...GOOD.slice(1)], 'pass'],
    ['AND(表-甲[01,1] = 6, 表-甲[01,2] = 3)', ['?', ...GOOD.slice(1)], 'undecided'],
    ['表-甲[01,1] / 表-甲[01,2] = 2', ['6', '0', ...GOOD.slice(2)], 'error'],
    ['表-甲[01,1] > 0', ['约六', ...GOOD.slice(1)], 'error'],
    ['(表-甲[01,1] > 0) = (表-甲[01,2] > 0)', GOOD, 'pass'],
    ['学校.类型 = "111"', GOOD, 'pass'],
    ['学校.空 = ""', GOOD, 'pass'],
    ['学校.类型 <> "111"', GOOD, 'fail'],
    ['IF(表-甲[01,1] > 5, 表-甲[01,2] = 3, 表-甲[01,2] = 4)', GOOD, 'pass'],
    ['COUNT(表-甲[01:03,1]) = 2', ['6', '3', '3', '', '2', '*', '2', '1', '1'], 'pass'],
    ['ISBLANK(表-甲[02,1])', ['6', '3', '3', '', '2', '*', '2', '1', '1'], 'pass'],
    ['ROUND(表-甲[01,1] / 4, 0) = 2', GOOD, 'pass'],
    ['MIN(表-甲[01,1:3]) = 3', GOOD, 'pass'],
    ['-表-甲[01,1] < 0', GOOD, 'pass'],
    ['1 + 2 * 3 = 7', GOOD, 'pass'],
    ['0.1 + 0.2 = 0.3', GOOD, 'pass'],
    ['50% = 0.5', GOOD, 'pass'],
    ['表-甲[01,2] / 表-甲[01,1] = 50%', GOOD, 'pass'],
    ['(1 + 1)% * 50 = 表-甲[01,1]％ / 6%', GOOD, 'pass'],
    ['-50%% = -0.005', GOOD, 'pass'],
  ])('%s', (check, cells, wanted) => {
    expect(verdict(check, cells)).toBe(wanted)
  })

  it('is undecided where the table was not returned or last year is not known', () => {
    expect(verdict('表-甲[01,1] = 6', null)).toBe('undecided')
    expect(verdict('表-甲[01,1] = 上年!表-甲[01,1]', GOOD)).toBe('undecided')
    expect(verdict('表-甲[01,1] = 上年!表-甲[01,1]', GOOD, GOOD)).toBe('pass')
  })

  it('does not concern a school whose form lacks the table, nor one for which "when" is false', () => {
    const other = { ...school(GOOD), hasForm: () => false }
    expect(run('表-甲[01,1] = 1', other)).toEqual([])
    expect(run('表-甲[01,1] = 1', school(GOOD), { when: '表-甲[01,1] > 100' })).toEqual([])
  })

  it('lets each comparison miss by the tolerance', () => {
    const at = school(['6.05', '3', '3', '4', '2', '*', '2', '1', '1'])
    expect(run('表-甲[01,1] = 6', at, { tolerance: '0.05' })[0]?.verdict).toBe('pass')
    expect(run('表-甲[01,1] = 6', at, { tolerance: '0.04' })[0]?.verdict).toBe('fail')
  })

  it.each([
    ['=', '5.5 5.51 6 6.49 6.5'],
    ['<>', '5.49 6.51'],
    ['<', '5.51 6 6.49 6.5 6.51'],
    ['<=', '5.5 5.51 6 6.49 6.5 6.51'],
    ['>', '5.49 5.5 5.51 6 6.49'],
    ['>=', '5.49 5.5 5.51 6 6.49 6.5'],
  ])('with a tolerance of a half, 6 %s others as far as %s', (sign, passing) => {
    const others = ['5.49', '5.5', '5.51', '6', '6.49', '6.5', '6.51']
    const passed = others.filter((other) => {
      const at = school(['6', other, ...GOOD.slice(2)])
      const [instance] = run(`表-甲[01,1] ${sign} 表-甲[01,2]`, at, { tolerance: '0.5' })
      return instance?.verdict === 'pass'
    })
    expect(passed.join(' ')).toBe(passing)
  })

  it.each([
    ['=', '6'],
    ['<>', '5 7'],
    ['<', '7'],
    ['<=', '6 7'],
    ['>', '5'],
    ['>=', '5 6'],
  ])('without one, 6 %s only %s', (sign, passing) => {
    const passed = ['5', '6', '7'].filter(
      (other) => verdict(`表-甲[01,1] ${sign} ${other}`, GOOD) === 'pass',
    )
    expect(passed.join(' ')).toBe(passing)
  })

  it('tells both sides of a failed comparison, and which codes * stood for', () => {
    const [, failed] = run('表-甲[*,1] = SUM(表-甲[*,2:3])', school(GOOD))
    expect(failed).toEqual({ verdict: 'fail', row: '02', column: '', left: 4, right: 2 })
  })
})

describe('a check with a mistake in its text', () => {
  it.each([
    ['表-甲[01,1] = ', 'value-expected', 12],
    ['表-甲[01] = 1', 'bad-address', 0],
    ['表-甲[01,9] = 1', 'unknown-column', 0],
    ['表-甲[09,1] = 1', 'unknown-row', 0],
    ['表乙[01,1] = 1', 'unknown-form', 0],
    ['表-甲[01,1:3] = 1', 'range-outside-function', 0],
    ['SUM(表-甲[01,1:3] = 1', 'closing-expected', 19],
    ['TOTAL(表-甲[01,1]) = 1', 'unknown-function', 0],
    ['ABS(1, 2) = 1', 'argument-count', 0],
    ['学校.颜色 = "红"', 'unknown-attribute', 0],
    ['表-甲[01,1] = 1 2', 'left-over', 14],
    ['表-甲[01,1] = "红', 'quote-open', 12],
    ['表-甲[01,1] = 5 % 2', 'left-over', 16],
    ['% = 1', 'value-expected', 0],
  ])('%s', (check, code, at) => {
    const program = compileRule({ id: 'r', title: '', severity: 'error', check }, context)
    expect(program.ok).toBe(false)
    if (program.ok) return
    expect(program.fault.code).toBe(code)
    expect(program.fault.at).toBe(at)
  })

  it.each([
    ['4,900 brackets', `${'('.repeat(4_900)}1${')'.repeat(4_900)} = 1`, 'too-long'],
    ['900 brackets', `${'('.repeat(900)}1${')'.repeat(900)} = 1`, 'too-deep'],
    ['signs without end', `1 = ${'-'.repeat(9_000)}1`, 'too-long'],
    ['functions within functions', `${'ABS('.repeat(400)}1${')'.repeat(400)} = 1`, 'too-deep'],
    ['a figure without end', `1 = ${'9'.repeat(1_000)}`, 'too-many-digits'],
    ['factors without end', `1 = 1${' * 9'.repeat(500)}`, 'too-many-factors'],
    ['a text without end', `1 = ${'1 + '.repeat(100_000)}1`, 'too-long'],
  ])('%s end at once, as a fault', (_, check, code) => {
    const program = compileRule({ id: 'r', title: '', severity: 'error', check }, context)
    expect(program.ok ? null : program.fault.code).toBe(code)
  })

  it('a long sum within measure still runs', () => {
    expect(verdict(`1${' + 1'.repeat(900)} = 901`, GOOD)).toBe('pass')
    expect(verdict('ROUND(1 / 3, 1000000000) = ROUND(1 / 3, 20)', GOOD)).toBe('pass')
  })

  it.each([
    ['SUM', 1, 255],
    ['ABS', 1, 1],
    ['IF', 2, 3],
    ['AND', 1, 255],
    ['OR', 1, 255],
    ['NOT', 1, 1],
    ['MIN', 1, 255],
    ['MAX', 1, 255],
    ['ROUND', 1, 2],
    ['COUNT', 1, 255],
    ['ISBLANK', 1, 1],
  ])('%s takes %i to %i parts; fewer or more are a fault', (name, least, most) => {
    const faultOf = (parts: number): string | null => {
      const text = `${name}(${Array<string>(parts).fill('表-甲[01,1]').join(', ')})`
      const read = parseExpression(text, [form.id])
      return read.ok ? null : read.fault.code
    }
    expect([faultOf(least), faultOf(most)]).toEqual([null, null])
    expect([faultOf(least - 1), faultOf(most + 1)]).toEqual(['argument-count', 'argument-count'])
  })

  it.each([
    ['SUM', 1, 255],
    ['ABS', 1, 1],
    ['IF', 2, 3],
    ['AND', 1, 255],
    ['OR', 1, 255],
    ['NOT', 1, 1],
    ['MIN', 1, 255],
    ['MAX', 1, 255],
    ['ROUND', 1, 2],
    ['COUNT', 1, 255],
    ['ISBLANK', 1, 1],
  ])('%s takes from %i to %i arguments', (name, least, most) => {
    const of = (given: number): unknown => {
      const text = `${name}(${Array.from({ length: given }, () => '1').join(', ')})`
      const parsed = parseExpression(text, [])
      return parsed.ok ? 'taken' : [parsed.fault.code, parsed.fault.params]
    }
    const refused = (given: number): unknown => ['argument-count', { name, least, most, given }]
    expect([least - 1, least, most, most + 1].map(of)).toEqual([
      refused(least - 1),
      'taken',
      'taken',
      refused(most + 1),
    ])
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('表-甲[]01,:*()SUM=<>"学校.上年!+/ ')) }),
        (check) => {
          const program = compileRule({ id: 'r', title: '', severity: 'query', check }, context)
          expect(typeof program.ok).toBe('boolean')
        },
      ),
    )
  })
})

describe('a rule that compares nothing', () => {
  const made = (check: string) =>
    compileRule({ id: 'r', title: '', severity: 'error', check }, context)

  it.each([
    '表-甲[01,1] + 表-甲[02,1]',
    '表-甲[01,1]',
    '-表-甲[01,1]',
    '5',
    '"对"',
    'SUM(表-甲[01,1:3]) - 表-甲[02,1]',
    'IF(表-甲[01,1] = 1, "对", "错")',
    'AND(表-甲[01,1] = 1, SUM(表-甲[01,1:3]))',
    '(表-甲[01,1] > 0) - (表-甲[02,1] > 0)',
  ])('%s is a named fault, and never holds', (check) => {
    expect(made(check)).toMatchObject({
      ok: false,
      field: 'check',
      fault: { code: 'no-comparison' },
    })
  })

  it.each([
    '(表-甲[01,1] > 0) = (表-甲[02,1] > 0)',
    '(表-甲[01,1] > 0) * (表-甲[02,1] > 0)',
    '(表-甲[01,1] > 0) + (表-甲[02,1] > 0)',
    'NOT(表-甲[01,1])',
    'IF(表-甲[01,1] > 0, 表-甲[02,1] > 0, 1)',
    'IF(表-甲[01,1] > 0, 表-甲[02,1] > 0)',
    'TRUE',
    'ISBLANK(表-甲[01,1])',
  ])('%s says yes or no', (check) => {
    expect(made(check).ok).toBe(true)
  })
})
