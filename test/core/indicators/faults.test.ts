import { expect, it } from 'vitest'
import { withAdding } from '../../../src/core/adding/adding.ts'
import { addedThoughNone } from '../../../src/core/indicators/faults.ts'
import type { Side } from '../../../src/core/indicators/indicator.ts'
import { madeForm } from '../../support/form.ts'

const forms = withAdding([
  madeForm({ id: '表', rows: ['总计'], columns: ['在校生数', '教师数', '生师比'] }),
])
const sum = (expr: string): Side => ({ kind: 'sum', expr, where: null })
const found = (numerator: Side, denominator: Side | null = null) => {
  const indicator = { id: 'i', title: 'i', unit: '', decimals: 1, scale: '1', prefix: '' }
  const year = { forms, form: (id: string) => forms.find((form) => form.id === id) ?? null }
  return addedThoughNone({ ...indicator, numerator, denominator }, year)?.index ?? null
}

it('an indicator that adds the schools’ ratios is named, on either side', () => {
  expect(found(sum('表[01,3]'))).toBe(2)
  expect(found(sum('SUM(表[01,1:3])'))).toBe(2)
  expect(found(sum('表[01,1]'), sum('表[01,3]'))).toBe(2)
  expect(found({ kind: 'add', sides: [sum('表[01,1]'), sum('表[01,3]')] })).toBe(2)
})

it('quantities, the mean of a ratio and what a ratio is times a quantity are not', () => {
  expect(found(sum('表[01,1]-表[01,2]'), sum('表[01,2]'))).toBe(null)
  expect(found(sum('表[01,3]'), { kind: 'schools', where: null })).toBe(null)
  expect(found(sum('表[01,3]*表[01,2]'))).toBe(null)
})
