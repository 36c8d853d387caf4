import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RuleRow } from '../../src/shared/findings.ts'
import type { RuleText } from '../../src/shared/rules.ts'
import { county } from '../support/county.ts'
import { desk } from './desk.ts'

const at = desk()
const { service } = at
afterAll(() => at.close())

const rule = (change: Partial<RuleText> = {}): RuleText => ({
  id: '本县-1',
  title: '小学在校生不超过40人',
  check: '教基3112[01,7] <= 40',
  severity: 'query',
  when: '',
  tolerance: '',
  source: '',
  ...change,
})
const view = () => service.findings({ basis: 'adopted' })
const row = async (id: string): Promise<RuleRow | undefined> =>
  (await view()).rules.find((one) => one.id === id)
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (reason: unknown) => (reason instanceof Error ? reason.message : ''),
  )

describe('a collection that came without rules', () => {
  beforeAll(async () => {
    const { files } = await county({ style: 'official', seed: 5, schools: 16, mess: false })
    const without = new Map([...files].filter(([path]) => !path.endsWith('rules.yaml')))
    await at.open(without)
  })

  it('is checked by the shipped rules that fit it and by what its blanks state', async () => {
    const { rules } = await view()
    const of = (origin: RuleRow['origin']) => rules.filter((one) => one.origin === origin)
    expect(of('own')).toEqual([])
    expect(of('derived').every((one) => one.on && one.applies && one.source !== null)).toBe(true)
    expect(of('shipped').filter((one) => one.on).length).toBeGreaterThan(40)
    // A table that the county has with other rows than the official ones is not what is meant.
    expect((await row('通用-条件-01'))?.applies).toBe(true)
    expect((await row('通用-小学-12'))?.applies).toBe(false)
    expect(of('shipped').filter((one) => !one.applies && (one.on || one.schools > 0))).toEqual([])
  })

  it('a rule switched off is not run and says who and why; undo brings it back', async () => {
    await service.setPerson({ person: '统计员甲' })
    const before = await row('通用-小学-01')
    expect(before).toMatchObject({ on: true, switched: null })
    expect(before?.schools).toBeGreaterThan(0)
    const change = { rule: '通用-小学-01', on: false }
    expect(await refusal(service.switchRule({ ...change, reason: ' ' }))).toContain(
      'reason-missing',
    )
    await service.switchRule({ ...change, reason: '本县另有口径' })
    expect(await row('通用-小学-01')).toMatchObject({
      on: false,
      schools: 0,
      switched: { on: false, reason: '本县另有口径', person: '统计员甲' },
    })
    await service.undo({})
    expect(await row('通用-小学-01')).toEqual(before)
    expect(await refusal(service.switchRule({ ...change, rule: '没有', reason: '试' }))).toContain(
      'no-such-rule',
    )
  })

  it('a rule is tried over both years before it is saved, and is not kept', async () => {
    const trial = await service.tryRule({ rule: rule(), replaces: null })
    expect(trial.fault).toBeNull()
    expect(trial.thisYear?.schools).toBeGreaterThan(0)
    expect(trial.thisYear?.concerned).toBeGreaterThanOrEqual(trial.thisYear?.schools ?? 0)
    expect(trial.thisYear?.examples[0]).toMatchObject({ right: '40' })
    expect(trial.lastYear?.concerned).toBeGreaterThan(0)
    expect(trial.lastYear?.examples.every((one) => Number(one.left) > 40)).toBe(true)
    expect(await row('本县-1')).toBeUndefined()
  })

  it('what is wrong with a rule as typed is told with its place', async () => {
    const check = '教基3112[01,7] <= 教基3112[01,99]'
    const { fault, thisYear } = await service.tryRule({ rule: rule({ check }), replaces: null })
    expect(fault).toMatchObject({
      field: 'check',
      at: '教基3112[01,7] <= '.length,
      code: 'unknown-column',
    })
    expect(thisYear).toBeNull()
  })

  it('last year has no year before: what compares with it is undecided, not passed', async () => {
    const check = '教基3112[01,7] <= 上年!教基3112[01,7] + 1000'
    const { lastYear } = await service.tryRule({ rule: rule({ check }), replaces: null })
    expect(lastYear).toMatchObject({ schools: 0, undecided: lastYear?.concerned ?? -1 })
  })

  it('a rule that says what another says already is named', async () => {
    const check = '教基3112[01,7] = SUM(教基3112[01,9:14])'
    expect((await service.tryRule({ rule: rule({ check }), replaces: null })).same).toBe(
      '在校生等于各年级之和',
    )
  })

  it('a rule saved holds at once beside the shipped ones, and its id is taken', async () => {
    const shipped = (await view()).rules.filter((one) => one.origin === 'shipped' && one.on).length
    await service.saveRule({ rule: rule(), replaces: null, reason: '试' })
    const saved = await row('本县-1')
    expect(saved).toMatchObject({ origin: 'own', on: true, severity: 'query' })
    expect(saved?.fails).toBeGreaterThan(0)
    expect((await view()).rules.filter((one) => one.origin === 'shipped' && one.on)).toHaveLength(
      shipped,
    )
    const again = service.saveRule({ rule: rule(), replaces: null, reason: '' })
    expect(await refusal(again)).toContain('rule-exists')
    const empty = service.saveRule({ rule: rule({ id: ' ' }), replaces: null, reason: '' })
    expect(await refusal(empty)).toContain('rule-incomplete')
  })

  it('a rule is changed in place and deleted, and both can be taken back', async () => {
    const changed = rule({ id: '本县-2', check: '教基3112[01,7] <= 100000' })
    await service.saveRule({ rule: changed, replaces: '本县-1', reason: '' })
    expect(await row('本县-1')).toBeUndefined()
    expect(await row('本县-2')).toMatchObject({ fails: 0 })
    await service.undo({})
    expect((await row('本县-1'))?.fails).toBeGreaterThan(0)
    await service.deleteRule({ id: '本县-1', reason: '' })
    expect(await row('本县-1')).toBeUndefined()
    await service.undo({})
    expect(await row('本县-1')).toBeDefined()
    expect(await refusal(service.deleteRule({ id: '没有', reason: '' }))).toContain('no-such-rule')
  })

  it('a rule of one’s own that says the same stands for the derived one', async () => {
    const derived = (await view()).rules.find((one) => one.origin === 'derived')
    const own = rule({ id: '本县-3', check: derived?.check ?? '', title: '改写' })
    await service.saveRule({ rule: own, replaces: null, reason: '' })
    expect(await row(derived?.id ?? '')).toBeUndefined()
    expect(await row('本县-3')).toMatchObject({ origin: 'own', fails: 0 })
  })
})
