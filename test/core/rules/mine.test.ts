import { expect, it } from 'vitest'
import { mined } from '../../../src/core/rules/mine/mine.ts'
import { notImplied } from '../../../src/core/rules/proof/prove.ts'
import { compileRule } from '../../../src/core/rules/rule.ts'
import { madeForm } from '../../support/form.ts'

const go = (): Promise<boolean> => Promise.resolve(true)
const columns = ['人数']
const pupils = madeForm({
  id: '甲',
  rows: ['总计', '一年级', '二年级', '三年级', '住宿', '教师', '偶合一', '偶合二', '少见'],
  columns,
})
const money = madeForm({ id: '乙', rows: ['在校生', '教室', '桌椅'], columns })

/** Twelve schools: planted relations, and figures that only look related. */
const all = Array.from({ length: 12 }, (_, n) => {
  const [a, b, c] = [11 + 7 * n, 30 + ((n * n) % 13), 25 - n]
  const total = a + b + c
  const boarders = n % 2 === 0 ? total : Math.floor(total / 3)
  // 教师 is below every other figure and near none; 偶合 is 1 in both tables everywhere;
  // 少见 equals 桌椅 in four schools and is 0 in all others.
  const rare = n < 4 ? 50 + n : 0
  const first = [total, a, b, c, boarders, 2 + (n % 3), 1, 1, rare]
  const second = [total, 1, rare]
  return {
    school: String(n),
    table: (form: { id: string }) => (form.id === '甲' ? first : form.id === '乙' ? second : null),
  }
})
const said = async (observed: typeof all) =>
  ((await mined([pupils, money], observed, go)) ?? []).map(({ check }) => check)

it('planted relations are found with their support, coincidences are not', async () => {
  const found = await mined([pupils, money], all, go)
  expect(
    found?.map(({ kind, check, schools, held, of }) => [kind, check, schools, held, of]),
  ).toEqual([
    ['sum', '甲[01,1] = SUM(甲[02:04,1])', 12, 12, 12],
    ['equal', '甲[01,1] = 乙[01,1]', 12, 12, 12],
    ['within', '甲[05,1] <= 甲[01,1]', 6, 12, 12],
  ])
})

it('one school in twelve against it is too many; too few schools say nothing', async () => {
  const off = all.map((one, n) => ({
    ...one,
    table: (form: { id: string }) =>
      one
        .table(form)
        ?.map((value, at) => (n === 5 && at === 0 && form.id === '甲' ? 999 : value)) ?? null,
  }))
  expect(await said(off)).not.toContain('甲[01,1] = SUM(甲[02:04,1])')
  expect(await said(all.slice(0, 4))).toEqual([])
  // The same school in two years is one school.
  const twice = all.slice(0, 4).flatMap((one) => [one, one])
  expect(await said(twice)).toEqual([])
})

it('what rules in force imply is not proposed', async () => {
  const forms = [pupils, money]
  const context = {
    forms,
    form: (id: string) => forms.find((form) => form.id === id) ?? null,
    hasAttribute: () => true,
  }
  const rule = (check: string) =>
    compileRule({ id: check, title: check, check, severity: 'query' }, context)
  const checks = await said(all)
  const kinds = [{ forms: new Set(['甲', '乙']), attributeIs: () => null }]
  const inForce = [rule('乙[01,1] = SUM(甲[02:04,1])')]
  const left = await notImplied(inForce, checks.map(rule), forms, kinds, go)
  expect([...(left ?? [])]).toEqual(['甲[01,1] = SUM(甲[02:04,1])', '甲[05,1] <= 甲[01,1]'])
})
