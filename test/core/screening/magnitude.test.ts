import { expect, it } from 'vitest'
import { suspectedText } from '../../../src/shared/words/screening.ts'
import { screeningContext } from '../../../src/core/screening/context.ts'
import type { ScreenedSchool, Suspicion } from '../../../src/core/screening/county.ts'
import { magnitude } from '../../../src/core/screening/magnitude.ts'
import { parseScreening } from '../../../src/core/screening/settings.ts'
import { shippedScreening } from '../../../src/main/places.ts'
import { madeForm } from '../../support/form.ts'
import { numberOf } from '../../../src/core/model/number.ts'
import type { Num } from '../../../src/core/model/number.ts'
import { made } from './made.ts'

const COLUMNS = ['近视率', '经费支出', '校舍面积', '学生数']
const UNITS = ['%', '元', '平方米', '人']
const plain = madeForm({
  id: '情况',
  title: '基本情况',
  rows: ['总计', '其中:小学'],
  columns: COLUMNS,
})
const form = {
  ...plain,
  items: plain.items.map((item) => ({ ...item, unit: UNITS[item.column] ?? null })),
}

/** Ten ordinary schools: near-sighted shares from 24 to 42 %, money from 200,000 to 650,000 元. */
const figures = (n: number): number[] =>
  [1, 0.5].flatMap((part) => [
    24 + 2 * n,
    (200_000 + 50_000 * n) * part,
    (2_000 + 300 * n) * part,
    Math.round((12 + n * n * 40) * part),
  ])
/** A table as the rules know it: exact. */
const exact = (values: number[]): Num[] => values.map((value) => numberOf(String(value)) ?? 0)

const others = Array.from({ length: 10 }, (_, n) =>
  made(`s${String(n)}`, { 情况: exact(figures(n)) }, null),
)

function school(cells: Record<number, number>, before: number[] | null = null): ScreenedSchool {
  const now = figures(4).map((value, at) => cells[at] ?? value)
  return made('x', { 情况: exact(now) }, before === null ? null : { 情况: exact(before) })
}

function suspected(one: ScreenedSchool, among: readonly ScreenedSchool[] = others): Suspicion[] {
  const screen = magnitude(
    screeningContext({
      forms: [form],
      settings: parseScreening(shippedScreening()),
      address: (_, index) =>
        `情况[${form.items[index]?.row === 0 ? '01' : '02'},${String((index % 4) + 1)}]`,
      label: (_, index) => COLUMNS[index % 4] ?? '',
      unread: () => false,
      asked: () => new Set(form.items.keys()),
    }),
  )
  return screen([...among, one])
}

const told = (found: readonly Suspicion[]): string[] =>
  found.map(
    ({ school: at, why, cells }) =>
      `${at} ${why.code} ${String(why.params['fits'])} ${String(cells.length)}`,
  )

it('ordinary schools are not suspected, nor one that is small, nor one that has nothing', () => {
  expect(suspected(school({}))).toEqual([])
  expect(suspected(school({ 0: 8, 1: 90_000, 2: 900, 3: 3 }))).toEqual([])
  expect(suspected(school({ 0: 0, 1: 0, 2: 0, 3: 0 }))).toEqual([])
})

it.each([
  ['a share written as a fraction', { 0: 0.315 }, '31.5'],
  ['a fraction counted twice', { 0: 3_150 }, '31.5'],
  ['万元 in a column of 元', { 1: 40 }, '400000'],
  ['千元 in a column of 元', { 1: 400 }, '400000'],
  ['万平方米 in a column of 平方米', { 2: 0.32 }, '3200'],
])('%s', (_, cells, fits) => {
  expect(told(suspected(school(cells)))).toEqual([`x unit-slip ${fits} 1`])
})

it('a count of people that is a hundredth of others is a small school', () => {
  expect(suspected(school({ 3: 4 }))).toEqual([])
})

it('one unit kept through a table is one finding that names all its cells', () => {
  const found = suspected(school({ 1: 40, 5: 20 }))
  expect(told(found)).toEqual(['x unit-slip-many 400000 2'])
  expect(found.map(({ why }) => suspectedText('zh', why))).toEqual([
    '情况[01,2] 经费支出填 40元，同类 11 所学校的中位数是 400000元；相差 10000 倍左右，计量单位或小数点填对了应是 400000元；同表另有 1 格也这样',
  ])
})

it('few like schools are no measure; last year is', () => {
  const few = others.slice(0, 3)
  expect(suspected(school({ 0: 0.315 }), few)).toEqual([])
  const found = suspected(school({ 0: 0.315, 1: 38.5 }, figures(4)), few)
  expect(told(found)).toEqual(['x unit-slip-last-year-many 31.5 4'])
})

it('money that fell to a third, or a share that fell to a fortieth, is for other checks', () => {
  expect(suspected(school({ 0: 0.8, 1: 130_000 }, figures(4)), [])).toEqual([])
})

it('does not depend on the order of the schools', () => {
  const odd = school({ 0: 0.315 })
  expect(told(suspected(odd, others.toReversed()))).toEqual(told(suspected(odd)))
})
