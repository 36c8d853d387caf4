import { describe, expect, it } from 'vitest'
import { readLedger, undoTarget } from '../../../src/core/collection/ledger-state.ts'
import { readLine } from '../../../src/core/ledger/read-line.ts'
import { lines, ONE_OF_EACH } from './lines.ts'

const BAG = { at: 't', person: '甲', reason: '因', changes: [], target: 0, note: '' }
const FINDING = { rule: '甲|乙', school: 's1', row: null, column: '3' }
const KEY = 's1|甲|乙||3'

describe('a line of the first version', () => {
  it.each([
    ['create', { note: '青禾县' }, { title: '青禾县' }],
    ['receive', { note: 'returns/a.xlsx' }, { path: 'returns/a.xlsx', file: null }],
    ['withdraw', { target: 4 }, { entry: 4, by: 'number' }],
    ['withdraw', { target: 4, note: 'redo' }, { entry: 4, by: 'redo' }],
    ['assign', { note: '7', assign: { file: 7, school: null } }, { file: 7, school: null }],
    ['hold', { note: '12' }, { file: 12 }],
    ['confirm-layout', { note: '表一|5|3' }, { form: '表一', layout: '表一|5|3' }],
    [
      'explain',
      { note: KEY, explain: { difference: null } },
      { finding: FINDING, difference: null },
    ],
    [
      'ask',
      { note: '1', ask: [{ key: KEY, about: '1|2' }] },
      { questions: [{ finding: FINDING, about: '1|2' }] },
    ],
    ['edit-external', { note: '人口', external: null }, { name: '人口', figure: null }],
    [
      'link-schools',
      { note: '甲、乙 → —', link: { before: ['a', 'b'], now: [] } },
      { before: ['a', 'b'], now: [], names: { before: ['甲', '乙'], now: [] } },
    ],
    [
      'switch-rule',
      { note: 'off|r', switched: { rule: 'r', on: false } },
      { rule: 'r', on: false },
    ],
  ])('%s %j', (kind, fields, payload) => {
    expect(readLine(1, { ...BAG, kind, ...fields })).toEqual({
      id: 1,
      at: 't',
      person: '甲',
      kind,
      reason: '因',
      of: [],
      payload,
    })
  })

  it('brings the hashes it had', () => {
    const signed = { ...BAG, kind: 'sign-off', note: '初审', signOff: { sha256: 'e' } }
    expect(readLine(1, signed).of).toEqual([{ what: 'asset', sha256: 'e' }])
  })
})

it('a line of today comes back as it was written', () => {
  for (const entry of lines(ONE_OF_EACH)) {
    const { id, ...body } = entry
    expect(readLine(id, JSON.parse(JSON.stringify(body)))).toEqual(entry)
  }
})

describe('a line that cannot be read is named, counts for nothing, and stops nothing', () => {
  const today = { at: 't', person: '甲', reason: '', of: [] }
  it.each([
    [
      'of a newer kind',
      { ...today, kind: 'foresight', payload: { text: '' } },
      'foresight',
      'unknown-kind',
    ],
    [
      'of an older form and an unknown kind',
      { ...BAG, kind: 'foresight' },
      'foresight',
      'unknown-kind',
    ],
    ['with another content', { ...today, kind: 'hold', payload: { file: 'x' } }, 'hold', 'broken'],
    [
      'with more than is known',
      { ...today, kind: 'hold', payload: { file: 1, until: 2 } },
      'hold',
      'broken',
    ],
    ['of an older form without its part', { ...BAG, kind: 'assign' }, 'assign', 'broken'],
    [
      'of an older form about no finding',
      { ...BAG, kind: 'explain', note: 'x' },
      'explain',
      'broken',
    ],
    [
      'that says it is unreadable',
      { ...today, kind: 'unreadable', payload: {} },
      'unreadable',
      'unknown-kind',
    ],
    [
      'that is a name of every object',
      { ...BAG, kind: 'constructor' },
      'constructor',
      'unknown-kind',
    ],
    ['that is no line', 'text', '', 'broken'],
    ['that is nothing', null, '', 'broken'],
  ])('%s', (_, body, kind, fault) => {
    const entry = readLine(2, body)
    expect(entry).toMatchObject({ id: 2, kind: 'unreadable', payload: { kind, fault } })
    const [first] = lines([{ kind: 'hold', payload: { file: 9 } }])
    const ledger = readLedger(first === undefined ? [] : [first, entry])
    expect([...ledger.held]).toEqual([9])
    expect(ledger.faults).toMatchObject([{ entry: 2, kind, fault }])
    expect(ledger.entries).toHaveLength(2)
    expect(undoTarget(ledger.entries)).toBe(null)
  })

  it('keeps when, by whom and why it was written, where that can be read', () => {
    const body = { ...BAG, kind: 'foresight' }
    expect(readLine(2, body)).toMatchObject({ at: 't', person: '甲', reason: '因' })
    expect(readLine(2, { at: 7, person: null })).toMatchObject({ at: '', person: '', reason: '' })
  })

  it('says which part is wrong, never what stands there', () => {
    const body = { ...today, kind: 'person', payload: { name: 4711 } }
    expect(readLine(1, body)).toMatchObject({ payload: { detail: 'name' } })
  })
})
