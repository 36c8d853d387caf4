import { expect, it } from 'vitest'
import { sheet } from '../../support/sheet.ts'
import { codes, context, COVER, read, taken } from './returned.ts'

const HEAD = '在校生情况 | < | < | <\n表号：县教9 | < | < | <'
const LINES = (from: number, cells: (n: number) => string): string =>
  ['总计', '小学', '初中']
    .map((label, at) => `${label} | '0${String(at + 1)} | ${cells(from + at)}`)
    .join('\n')
const blank = sheet('县教9', `${HEAD}\n指标名称 | 代码 | 男 | 女\n${LINES(0, () => '|')}`)
const within = context([blank])
const THIS = ['30', '31', '31', '32', '32', '33']

function found(art: string): [string[], string[]] {
  const reading = read([COVER, sheet('县教9', `${HEAD}\n${art}`)], within)
  return [Object.values(taken(reading, within.forms)), codes(reading)]
}

it.each([['上年 | < | 本年 | <'], ['2024年 | < | 2025年 | <'], ['去年同期 | < | 今年 | <']])(
  'beside one another under %s: this year’s figures are taken, the others asked about',
  (years) => {
    const lines = LINES(30, (n) => `${n - 9} | ${n - 8} | ${n} | ${n + 1}`)
    const [values, asked] = found(`指标名称 | 代码 | ${years}\n^ | ^ | 男 | 女 | 男 | 女\n${lines}`)
    expect(values).toEqual(THIS)
    expect(asked.length).toBeGreaterThan(0)
  },
)

it('below one another: what is not taken is named, a copy of the same is not', () => {
  const table = (from: number): string =>
    `指标名称 | 代码 | 男 | 女\n${LINES(from, (n) => `${n} | ${n + 1}`)}`
  const two = (from: number) => found(`${table(30)}\n2024年 | < | < | <\n${table(from)}`)
  expect(two(20)).toEqual([THIS, ['hidden-duplicate-table']])
  expect(two(30)).toEqual([THIS, []])
})
