import { afterAll, beforeAll, expect, test } from 'vitest'
import { findingKey } from '../../src/shared/finding-key.ts'
import { absolute, compare, minus, numberOf, showNumber } from '../../src/core/model/number.ts'
import type { Num } from '../../src/core/model/number.ts'
import { county } from '../support/county.ts'
import { desk } from './desk.ts'
import type { TestDesk } from './desk.ts'

let own: TestDesk
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

test('a figure corrected once more moves the headlines, though what is found is the same', async () => {
  const found = async (): Promise<string[]> =>
    (await own.service.findings({ basis: 'adopted' })).findings.map(findingKey)
  const before = await found()
  const { adopted } = await own.service.cell({ school, item: PUPILS })
  const value = String(Number(adopted.value) + 7)
  await own.service.adopt({ changes: [{ school, item: PUPILS, value }], reason: '又问过' })
  expect(await found()).toEqual(before)
  const { headlines } = await own.service.impact({})
  expect(headlines.find(({ id }) => id === '小学在校生数')?.value).toBe(showNumber(await total()))
})

test('a figure of another office counts as it was entered last', async () => {
  const rate = async (): Promise<string | null | undefined> =>
    (await own.service.impact({})).headlines.find(({ id }) => id === '学前三年毛入园率')?.value
  const rows = await own.service.schools({})
  const nursery = rows.find((row) => row.school.type === '111')?.school.id ?? ''
  const changes = [{ school: nursery, item: '教基3111[01,2]', value: '900' }]
  await own.service.adopt({ changes, reason: '试' })
  const before = await rate()
  expect(before).toBeDefined()
  const figure = { value: '90000', unit: '人', source: '县公安局', date: '' }
  await own.service.editExternal({ name: '3-5岁人口', figure, reason: '年报已出' })
  const { rows: indicators } = await own.service.indicators({ basis: 'adopted' })
  const now = indicators.find(({ indicator }) => indicator.id === '学前三年毛入园率')?.now.value
  expect(now).not.toBe(before)
  expect(await rate()).toBe(now)
  await own.service.undo({})
  expect(await rate()).toBe(before)
  await own.service.undo({})
})

test('what is explained moves nothing any more', async () => {
  const { findings } = await own.service.findings({ basis: 'adopted' })
  for (const { rule, school: at, row, column } of findings) {
    await own.service.explain({ rule, school: at, row, column, text: '已核实' })
  }
  expect((await own.service.impact({})).headlines).toEqual([])
})
