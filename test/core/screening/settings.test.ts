import { expect, it } from 'vitest'
import { SCREENING_KINDS } from '../../../src/shared/screening.ts'
import { parseScreening, withKind } from '../../../src/core/screening/settings.ts'
import { shippedScreening } from '../../../src/main/places.ts'

it('what is shipped can be used whole, and every kind is in it', () => {
  const settings = parseScreening(shippedScreening())
  expect(settings.problems).toEqual([])
  expect([...settings.kinds.keys()]).toEqual([...SCREENING_KINDS])
})

it('a kind switched off and set otherwise; comments and the rest stay', () => {
  const before = shippedScreening()
  const after = withKind(before, '增减', false, [{ name: 'percent', value: '35' }])
  const kind = parseScreening(after).kinds.get('增减')
  expect([kind?.on, kind?.values.get('percent'), kind?.values.get('least')]).toEqual([
    false,
    35,
    10,
  ])
  const comments = (text: string) => text.split('\n').filter((line) => line.trim().startsWith('#'))
  expect(comments(after)).toEqual(comments(before))
  expect(parseScreening(after).roles).toEqual(parseScreening(before).roles)
})

it('what is wrong is named and left out; the rest holds', () => {
  const settings = parseScreening(`
kinds:
  增减: { on: true, percent: 很多 }
  猜数: { on: true }
roles:
  学生: { unit: 人, cells: [{ table: 学生, row: '(', column: x }] }
ratios:
  - { id: 生师比, numerator: 学生, denominator: 教师 }
`)
  expect(settings.problems).toEqual([
    'kinds 增减：percent 应为数字',
    'kinds：没有“猜数”这一类',
    '学生：“(”不是正确的表达式',
    'ratios 生师比：没有角色“学生”或“教师”',
  ])
  expect(settings.kinds.get('增减')?.on).toBe(true)
})

it('a text that is no YAML leaves every kind off and says so', () => {
  const settings = parseScreening('kinds: {')
  expect(settings.kinds.size).toBe(0)
  expect(settings.problems).toHaveLength(1)
})

it('names keys and thresholds that nobody reads', () => {
  const text =
    'kind: {}\nkinds:\n  增减: { on: true, percen: 30, least: 5 }\n  升级: { on: yes }\nroles: { 学生: { units: 人 } }\n'
  expect(parseScreening(text).problems).toEqual([
    '没有“kind”这一项，是不是要写 kinds？',
    'kinds 增减：没有“percen”这一项，是不是要写 percent？',
    'kinds 升级：on 应为 true 或 false',
    'roles 学生：没有“units”这一项，是不是要写 unit？',
  ])
  expect(parseScreening(shippedScreening()).problems).toEqual([])
  expect(parseScreening('- 一').problems).toHaveLength(1)
})
