import { expect, it } from 'vitest'
import { draftOf, emptyDraft } from '../../../src/renderer/setup/rule-draft.ts'
import { ANY, rulesShown, stateOfRule } from '../../../src/renderer/setup/rule-filter.ts'
import type { RuleRow } from '../../../src/shared/findings.ts'

const row = (change: Partial<RuleRow> = {}): RuleRow => ({
  id: '小学-1',
  title: '在校生等于各年级之和',
  severity: 'error',
  check: '教基3112[*,7] = SUM(教基3112[*,9:14])',
  when: null,
  tolerance: null,
  source: '报表制度',
  origin: 'own',
  on: true,
  switched: null,
  applies: true,
  schools: 3,
  fails: 0,
  undecided: 0,
  faults: 0,
  fault: null,
  ...change,
})
const fault = { field: 'check', at: 0, code: 'unknown-form', params: {} } as const

it('a rule is in use, off, wrong or not for this collection', () => {
  expect(stateOfRule(row())).toBe('running')
  expect(stateOfRule(row({ on: false }))).toBe('off')
  expect(stateOfRule(row({ fault }))).toBe('wrong')
  expect(stateOfRule(row({ fault, origin: 'shipped', applies: false, on: false }))).toBe('other')
})

it('the list shows rules in which every word typed stands, of the wanted kind', () => {
  const rules = [
    row(),
    row({ id: '派生:a', origin: 'derived', title: '女 ≤ 总计' }),
    row({ id: '通用-1', origin: 'shipped', on: false }),
    row({ id: '小学-2', fails: 2 }),
  ]
  const ids = (filter: Partial<typeof ANY>): string[] =>
    rulesShown(rules, { ...ANY, ...filter }).map((one) => one.id)
  expect(ids({})).toHaveLength(4)
  expect(ids({ text: ' 小学  sum ' })).toEqual(['小学-1', '小学-2'])
  expect(ids({ text: '报表制度 总计' })).toEqual(['派生:a'])
  expect(ids({ origin: 'shipped' })).toEqual(['通用-1'])
  expect(ids({ state: 'off' })).toEqual(['通用-1'])
  expect(ids({ state: 'failing' })).toEqual(['小学-2'])
})

it('an own rule is changed in place, any other becomes a new one of the collection', () => {
  expect(draftOf(row({ when: '1 = 1' }))).toMatchObject({
    replaces: '小学-1',
    rule: { id: '小学-1', when: '1 = 1', tolerance: '' },
  })
  expect(draftOf(row({ id: '派生:表[*,1]=[*,2:3]', origin: 'derived' }))).toMatchObject({
    replaces: null,
    rule: { id: '表[*,1]=[*,2:3]' },
  })
  expect(draftOf(row()).key).not.toBe(draftOf(row()).key)
  expect(emptyDraft().rule.check).toBe('')
})
