import { afterAll, beforeAll, expect, test } from 'vitest'
import { absolute, compare, minus, numberOf, showNumber } from '../../src/core/model/number.ts'
import type { Num } from '../../src/core/model/number.ts'
import { county } from '../support/county.ts'
import { desk } from './desk.ts'
import type { Desk } from './desk.ts'

let own: Desk
let school = ''
const PUPILS = '教基3112[01,7]'

/** County total of the pupils now. */
const total = async (): Promise<Num> => {
  const rows = await own.service.totals({ form: '教基3112', by: null })
  return numberOf(rows.find((row) => row.item === PUPILS)?.adopted ?? '') ?? 0
}

beforeAll(async () => {
  own = desk()
  await own.open((await county({ seed: 5, schools: 24, mess: false })).files)
  const rows = await own.service.schools({})
  school = rows.find((row) => row.school.type === '211')?.school.id ?? ''
})
afterAll(() => own.close())

test('where nothing is open no headline can move', async () => {
  const { headlines, findings } = await own.service.impact({})
  expect([headlines, findings]).toEqual([[], []])
})

test('adopting any repair that is proposed moves the total by no more than the bound', async () => {
  const { returned } = await own.service.cell({ school, item: PUPILS })
  const typed = String(Number(returned.value) + 90)
  await own.service.adopt({ changes: [{ school, item: PUPILS, value: typed }], reason: '试' })
  const { headlines, findings } = await own.service.impact({})
  const headline = headlines.find((one) => one.id === '小学在校生数')
  const bound = numberOf(headline?.bound ?? '') ?? 0
  expect(compare(bound, 90)).toBeGreaterThanOrEqual(0)
  expect(headline?.value).toBe(showNumber(await total()))
  expect(findings.some((one) => one.headline === '小学在校生数')).toBe(true)
  const { groups } = await own.service.repairs({ school, basis: 'adopted' })
  const proposals = groups.flatMap((group) => group.proposals)
  expect(proposals.length).toBeGreaterThan(0)
  const before = await total()
  for (const { changes } of proposals) {
    const adopted = changes.map(({ item, to }) => ({ school, item, value: to }))
    await own.service.adopt({ changes: adopted, reason: '试' })
    expect(compare(absolute(minus(await total(), before)), bound)).toBeLessThanOrEqual(0)
    await own.service.undo({})
  }
})

test('what is explained moves nothing any more', async () => {
  const { findings } = await own.service.findings({ basis: 'adopted' })
  for (const { rule, school: at, row, column } of findings) {
    await own.service.explain({ rule, school: at, row, column, text: '已核实' })
  }
  expect((await own.service.impact({})).headlines).toEqual([])
})
