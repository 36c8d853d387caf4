import { describe, expect, it } from 'vitest'
import { findingKey } from '../../../../src/shared/finding-key.ts'
import type { Finding } from '../../../../src/shared/findings.ts'
import type { Answer } from '../../../../src/shared/queries.ts'
import type { NewEntry, StoredEntry } from '../../../../src/core/ports.ts'
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

function entry(kind: NewEntry['kind'], change: Partial<NewEntry> = {}): NewEntry {
  const at = '2025-10-01T00:00:00Z'
  return { kind, at, person: '甲', reason: '', changes: [], target: 0, note: '', ...change }
}
const asked = (about = aboutOf(FOUND)): NewEntry => entry('ask', { ask: [{ key: KEY, about }] })
const explained = (difference: string | null = '18'): NewEntry =>
  entry('explain', { note: KEY, reason: '有原因', explain: { difference } })
const withdrawn = (difference: string | null = '18'): NewEntry =>
  entry('withdraw-finding', { note: KEY, reason: '不是问题', explain: { difference } })
const takenBack = (target: number): NewEntry => entry('withdraw', { target })

function stateAfter(lines: NewEntry[], answer: Answer | null = null): Finding['state'] {
  const stored: StoredEntry[] = lines.map((line, index) => ({ ...line, id: index + 1 }))
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
