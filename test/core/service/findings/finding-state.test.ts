import { describe, expect, it } from 'vitest'
import { findingKey } from '../../../../src/shared/finding-key.ts'
import type { Finding } from '../../../../src/shared/findings.ts'
import type { Answer } from '../../../../src/shared/queries.ts'
import type { Deed, StoredEntry } from '../../../../src/core/ledger/entry.ts'
import { aboutOf, withState } from '../../../../src/core/service/findings/finding-state.ts'
import { readLedger } from '../../../../src/core/collection/ledger-state.ts'

const FOUND: Finding = {
  rule: '甲',
  title: '合计',
  severity: 'error',
  school: '1',
  schoolName: '一小',
  row: '01',
  column: null,
  formula: '表[*,1] = 表[*,2]',
  left: '64',
  right: '46',
  difference: '18',
  items: [],
  state: 'open',
  explanation: null,
}
const KEY = findingKey(FOUND)
const ANSWER: Answer = {
  file: 1,
  path: '答复.xlsx',
  receivedAt: '2025-10-02T00:00:00Z',
  askedAt: '2025-10-01T00:00:00Z',
  text: '对的',
  cells: [],
  outdated: false,
}

const { rule, school, row, column } = FOUND
const finding = { rule, school, row, column }
const asked = (about = aboutOf(FOUND)): Deed => ({
  kind: 'ask',
  payload: { questions: [{ finding, about }] },
})
const explained = (difference: string | null = '18'): Deed => ({
  kind: 'explain',
  reason: '有原因',
  payload: { finding, difference },
})
const withdrawn = (difference: string | null = '18'): Deed => ({
  kind: 'withdraw-finding',
  reason: '不是问题',
  payload: { finding, difference },
})
const takenBack = (target: number): Deed => ({
  kind: 'withdraw',
  payload: { entry: target, by: 'number' },
})

function stateAfter(deeds: Deed[], answer: Answer | null = null): Finding['state'] {
  const plain = { at: '2025-10-01T00:00:00Z', person: '甲', reason: '', of: [] }
  const stored = deeds.map((deed, index): StoredEntry => ({ ...plain, ...deed, id: index + 1 }))
  const answers = new Map(answer === null ? [] : [[KEY, answer]])
  return withState(FOUND, { ledger: readLedger(stored), answers, lastYear: new Map() }).state
}

describe('where a finding stands', () => {
  it.each([
    ['nothing was said', [], null, 'open'],
    ['it was asked', [asked()], null, 'asked'],
    ['it was asked about other figures', [asked('63|46')], null, 'open'],
    ['asking was taken back', [asked(), takenBack(1)], null, 'open'],
    ['the school answered', [asked()], ANSWER, 'asked'],
    ['the school answered what this ledger never asked', [], ANSWER, 'asked'],
    ['the answer is about other figures', [], { ...ANSWER, outdated: true }, 'open'],
    ['it was explained', [asked(), explained()], ANSWER, 'explained'],
    ['the deviation grew since it was explained', [explained('17')], null, 'open'],
    ['the deviation shrank since', [explained('-20')], null, 'explained'],
    ['it was withdrawn', [withdrawn()], null, 'withdrawn'],
    ['the deviation grew since it was withdrawn', [withdrawn('17')], null, 'open'],
    ['the last word counts', [explained(), withdrawn()], null, 'withdrawn'],
    ['the last word counts the other way', [withdrawn(), explained()], null, 'explained'],
    ['the withdrawal was taken back', [asked(), withdrawn(), takenBack(2)], null, 'asked'],
  ] as const)('when %s', (_, lines, answer, state) => {
    expect(stateAfter([...lines], answer)).toBe(state)
  })
})

it('a question without two sides is about the values of its cells', () => {
  const item = (value: string): Finding['items'][number] => ({
    item: '表[01,1]',
    label: '',
    lastYear: false,
    value,
    state: value === '' ? 'blank' : 'number',
    sheet: '',
    cell: '',
  })
  const bare = { ...FOUND, left: null, right: null, difference: null }
  expect(aboutOf({ ...bare, items: [item('0')] })).not.toBe(aboutOf({ ...bare, items: [item('')] }))
})
