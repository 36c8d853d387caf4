import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Finding } from '../../src/shared/findings.ts'
import { SCREENING_KINDS } from '../../src/shared/screening.ts'
import { county } from '../support/county.ts'
import { desk } from './desk.ts'
import type { TestDesk } from './desk.ts'

// Twenty-four schools without any mess, at one of which figures are made odd by corrections.
let own: TestDesk
let school = ''
const TEACHERS = '教基4149[01,2]'

beforeAll(async () => {
  own = desk()
  await own.open((await county({ seed: 5, schools: 48, mess: false })).files)
  const rows = await own.service.schools({})
  school = rows.find((row) => row.school.type === '211')?.school.id ?? ''
})
afterAll(() => own.close())

const screened = async (): Promise<Finding[]> => {
  const { findings } = await own.service.findings({ basis: 'adopted' })
  return findings.filter((one) => one.rule.startsWith('筛查:'))
}
const outlier = { rule: '筛查:离群', school: '', row: '生师比', column: null }

test('nothing is suspected of a county whose schools did everything right', async () => {
  expect(await screened()).toEqual([])
  const { kinds, problems } = await own.service.screening({ basis: 'adopted' })
  expect(problems).toEqual([])
  expect(kinds.filter((one) => one.on && one.found === 0)).toHaveLength(SCREENING_KINDS.length)
})

test('an odd figure becomes a query with its evidence, and counts among the open ones', async () => {
  const before = (await own.service.overview({})).findings
  const changes = [{ school, item: TEACHERS, value: '1' }]
  const after = await own.service.adopt({ changes, reason: '试' })
  const found = await screened()
  expect(found.map((one) => [one.rule, one.row, one.severity, one.school])).toEqual(
    expect.arrayContaining([[outlier.rule, outlier.row, 'query', school]]),
  )
  const why = found.find((one) => one.row === '生师比')?.why
  expect(why?.code).toBe('ratio-high')
  expect(Number(why?.params['factor'])).toBeGreaterThan(2.5)
  expect(after.findings?.query).toBeGreaterThan(before?.query ?? 0)
})

test('on the returned figures the school stays unsuspected', async () => {
  const { findings } = await own.service.findings({ basis: 'returned' })
  expect(findings.filter((one) => one.why !== undefined)).toEqual([])
})

test('like schools stand beside it, this one last', async () => {
  const like = await own.service.likeSchools({ ...outlier, school, basis: 'adopted' })
  expect(like?.title).toBe('生师比')
  expect(like?.values.at(-1)?.school).toBe(school)
  expect(Number(like?.values.at(-1)?.value)).toBeGreaterThan(Number(like?.high))
  const none = { ...outlier, school, basis: 'returned' as const }
  expect(await own.service.likeSchools(none)).toBeNull()
})

test('an explanation settles it as it does a rule’s finding', async () => {
  await own.service.explain({ ...outlier, school, text: '支教教师未计' })
  const found = (await screened()).find((one) => one.row === '生师比')
  expect([found?.state, found?.explanation?.text]).toEqual(['explained', '支教教师未计'])
})

test('a kind can be switched off and set otherwise; the ledger knows, and undo brings it back', async () => {
  const set = { kind: '离群' as const, values: [], reason: '暂不比较' }
  await own.service.setScreening({ ...set, on: false })
  expect((await screened()).filter((one) => one.rule === outlier.rule)).toEqual([])
  const [last] = (await own.service.ledger({ limit: 1 })).toReversed()
  expect([last?.kind, last?.goesTo, last?.reason]).toEqual([
    'edit-text',
    { kind: 'text', role: 'screening' },
    '暂不比较',
  ])
  await own.service.undo({})
  expect((await screened()).some((one) => one.rule === outlier.rule)).toBe(true)
  await own.service.setScreening({ ...set, on: true, values: [{ name: 'times', value: '500' }] })
  expect((await screened()).filter((one) => one.rule === outlier.rule)).toEqual([])
  await own.service.undo({})
})

test('a threshold that is no number is refused and changes nothing', async () => {
  const values = [{ name: 'times', value: '两倍' }]
  const wrong = own.service.setScreening({ kind: '离群', on: true, values, reason: '' })
  await expect(wrong).rejects.toMatchObject({ code: 'not-a-number' })
  expect((await own.service.text({ role: 'screening' })).text).toBeNull()
})

test('a ratio that is no indicator any more is compared no longer', async () => {
  const ratios = async (): Promise<string[]> => {
    const view = await own.service.screening({ basis: 'adopted' })
    return view.ratios.flatMap(({ id, source }) => (source === 'indicator' ? [id] : []))
  }
  const [first = ''] = await ratios()
  const { rows } = await own.service.indicators({ basis: 'adopted' })
  const was = rows.find(({ indicator }) => indicator.title === first)?.indicator.id ?? null
  expect(was).not.toBeNull()
  await own.service.saveIndicator({ was, draft: null, reason: '试' })
  expect(await ratios()).not.toContain(first)
  await own.service.undo({})
  expect(await ratios()).toContain(first)
})
