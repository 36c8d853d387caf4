import { describe, expect, it } from 'vitest'
import { NOUGHT, plainOf, rounded } from '../../../src/core/recount/plain.ts'
import { asYes, FAULT, workOut } from '../../../src/core/recount/work-out.ts'
import type { Asked, Value } from '../../../src/core/recount/work-out.ts'
import { parseExpression } from '../../../src/core/rules/parse.ts'

const CELLS: Record<string, string> = {
  '01,1': '4',
  '01,2': '-3',
  '02,1': '0.5',
  '02,2': '4',
  '03,1': '约30',
  '03,2': '',
}
const asked: Asked = {
  item: (lastYear, _, row, column) => {
    const text = lastYear ? '7' : (CELLS[`${row},${column}`] ?? '')
    return text === '' ? NOUGHT : (plainOf(text) ?? text)
  },
  codes: (_, side) => (side === 'rows' ? ['01', '02', '03'] : ['1', '2']),
  attribute: (name) => ({ 类型: '211', 建校: '1958-09', 日期: '2024-09-01' })[name] ?? '',
}

function shown(value: Value): string {
  if (value === FAULT) return 'fault'
  if (value === null) return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' ? `"${value}"` : rounded(value, 3).replace(/\.?0+$/u, '')
}

function worked(text: string): string {
  const parsed = parseExpression(text, ['甲'])
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.fault)}`)
  return shown(workOut(parsed.expr, asked))
}

describe('the second calculator', () => {
  it.each([
    // Cells, ranges in both directions, codes with and without noughts in front.
    ['甲[01,1]', '4'],
    ['甲[1,1]', '4'],
    ['甲[03,1]', '"约30"'],
    ['甲[03,2]', '0'],
    ['上年!甲[01,1]', '7'],
    ['SUM(甲[01:02,1:2])', '5.5'],
    ['SUM(甲[02:01,2:1])', '5.5'],
    ['SUM(甲[01,1:2], 10)', '11'],
    // Arithmetic.
    ['-甲[01,2]', '3'],
    ['甲[01,1] + 甲[01,2]', '1'],
    ['甲[01,1] - 甲[01,2]', '7'],
    ['甲[01,1] * 甲[01,2]', '-12'],
    ['甲[01,1] / 甲[02,1]', '8'],
    ['1 / 甲[03,2]', 'fault'],
    ['甲[03,1] + 1', 'fault'],
    ['-甲[03,1]', 'fault'],
    ['(1 = 1) + 1', '2'],
    ['(1 = 2) + 1', '1'],
    // Comparisons, below, at and above.
    ...['=', '<>', '<', '<=', '>', '>='].flatMap((sign) =>
      ['3', '4', '5'].map((other): [string, string] => {
        const order = 4 - Number(other)
        const is = { '=': order === 0, '<>': order !== 0, '<': order < 0, '>': order > 0 }[sign]
        const or = sign === '<=' ? order <= 0 : order >= 0
        return [`甲[01,1] ${sign} ${other}`, (is ?? or) ? 'yes' : 'no']
      }),
    ),
    ['甲[03,1] > 1', 'fault'],
    ['甲[03,1] = "约30"', 'yes'],
    ['甲[03,1] <> "约30"', 'no'],
    ['甲[01,1] = "4"', 'yes'],
    ['甲[02,1] = "0.5"', 'yes'],
    ['甲[02,1] = "0.50"', 'no'],
    ['(1 = 1) = "TRUE"', 'yes'],
    ['(1 = 2) = "FALSE"', 'yes'],
    ['(1 = 2) <> "TRUE"', 'yes'],
    ['学校.类型 = "211"', 'yes'],
    ['学校.没有 = ""', 'yes'],
    ['学校.没有 = 0', 'yes'],
    // Days: each is the span of what is written.
    ['学校.日期 < "2024-09-02"', 'yes'],
    ['学校.日期 > "2024-09-02"', 'no'],
    ['学校.日期 <= "2024-09-01"', 'yes'],
    ['学校.日期 < "2024-09-01"', 'no'],
    ['学校.日期 >= "2024-09-01"', 'yes'],
    ['学校.日期 > "2024-08"', 'yes'],
    ['学校.日期 > "2024-09"', 'fault'],
    ['学校.日期 < "2025"', 'yes'],
    ['学校.日期 > "2024"', 'fault'],
    ['学校.建校 < "1958-10-01"', 'yes'],
    ['学校.建校 > "1958-08-31"', 'yes'],
    ['学校.日期 > "九月"', 'fault'],
    ['学校.类型 > "211"', 'fault'],
    // Functions.
    ['MIN(甲[01:02,1:2])', '-3'],
    ['MAX(甲[01:02,1:2])', '4'],
    ['MIN(甲[03,2], 1)', '0'],
    ['MAX(甲[03,1], 1)', 'fault'],
    ['COUNT(甲[01:02,1:2])', '4'],
    ['COUNT(甲[01:03,1])', '2'],
    ['COUNT(学校.没有, 学校.类型, 1)', '1'],
    ['COUNT(1 / 0, 1)', 'fault'],
    ['ISBLANK(学校.没有)', 'yes'],
    ['ISBLANK(学校.类型)', 'no'],
    ['ISBLANK(1 / 0)', 'fault'],
    ['AND(1 = 1, 2 = 2)', 'yes'],
    ['AND(1 = 1, 1 = 2)', 'no'],
    ['AND(1 = 2, 1 / 0)', 'no'],
    ['AND(1 = 1, 1 / 0)', 'fault'],
    ['OR(1 = 2, 2 = 2)', 'yes'],
    ['OR(1 = 2, 1 = 3)', 'no'],
    ['OR(1 = 1, 1 / 0)', 'yes'],
    ['OR(1 = 2, 1 / 0)', 'fault'],
    ['NOT(1 = 1)', 'no'],
    ['NOT(0)', 'yes'],
    ['NOT(甲[03,1])', 'fault'],
    ['ABS(甲[01,2])', '3'],
    ['ABS(甲[03,2])', '0'],
    ['ABS(4)', '4'],
    ['ABS(1 / 0)', 'fault'],
    ['ROUND(2.345, 2)', '2.35'],
    ['ROUND(2.5)', '3'],
    ['ROUND(2.5, 0)', '3'],
    ['ROUND(1250, -2)', '1300'],
    ['ROUND(1 / 0, 1)', 'fault'],
    ['IF(甲[01,1] > 0, 1, 2)', '1'],
    ['IF(甲[01,1] < 0, 1, 2)', '2'],
    ['IF(甲[01,1] < 0, 1)', 'no'],
    ['IF(1 / 0, 1, 2)', 'fault'],
  ])('%s is %s', (text, wanted) => {
    expect(worked(text)).toBe(wanted)
  })

  it('what is no number is a fault; empty is no', () => {
    expect(shown(workOut({ kind: 'number', value: '约', at: 0 }, asked))).toBe('fault')
    expect([asYes(NOUGHT), asYes(null), asYes('是'), asYes(true)]).toEqual([
      false,
      false,
      FAULT,
      true,
    ])
  })
})
