import { describe, expect, it } from 'vitest'
import { compareFiles, compareValues, valuesOf } from '../support/compare.ts'
import { parseCsv } from '../support/csv.ts'
import type { TruthFile, TruthValue } from '../../scripts/county/truth.ts'

const value = (item: string, state: TruthValue['state'], returned: string | null): TruthValue => ({
  school: 'A',
  item,
  returned,
  state,
  file: 'returns/a.xlsx',
  sheet: 'S',
  cell: 'B2',
})
const taken = (item: string, state: string, returned: string) => ({
  school: 'A',
  item,
  returned,
  state,
})

describe('compareValues', () => {
  it('counts the same figure written otherwise as equal', () => {
    const result = compareValues([taken('x', 'number', '3.50')], [value('x', 'number', '3.5')])
    expect(result).toEqual({ equal: 1, unreadable: [], wrong: [] })
  })

  it.each([
    ['text taken as 0', taken('x', 'number', '0'), value('x', 'unreadable', null)],
    ['a blank taken as 0', taken('x', 'number', '0'), value('x', 'blank', null)],
    ['a figure lost', taken('x', 'blank', ''), value('x', 'number', '12')],
    ['another figure', taken('x', 'number', '21'), value('x', 'number', '12')],
    ['na taken as blank', taken('x', 'blank', ''), value('x', 'na', null)],
    ['a missing return taken as blank', taken('x', 'blank', ''), value('x', 'missing', null)],
  ])('calls it wrong: %s', (_, got, truth) => {
    expect(compareValues([got], [truth]).wrong).toHaveLength(1)
  })

  it('calls items wrong that were left out or made up', () => {
    const result = compareValues([taken('y', 'number', '1')], [value('x', 'number', '1')])
    expect(result.wrong.map(({ item, expected, got }) => [item, expected, got])).toEqual([
      ['x', 'number:1', 'no line'],
      ['y', 'no line', 'number:1'],
    ])
  })

  it('counts a readable cell that was marked unreadable apart', () => {
    const result = compareValues([taken('x', 'unreadable', '')], [value('x', 'number', '1')])
    expect([result.unreadable.length, result.wrong.length]).toEqual([1, 0])
  })
})

describe('compareFiles', () => {
  const file = (name: string, more: Partial<TruthFile>): TruthFile => ({
    file: name,
    status: 'accepted',
    alsoOk: [],
    school: 'A',
    reasons: [],
    mess: [],
    twin: null,
    ...more,
  })
  const got = (
    name: string,
    status: string,
    codes: string[] = [],
    school: string | null = 'A',
  ) => ({
    file: name,
    status,
    school,
    reasons: codes.map((code) => ({ code })),
  })

  it('accepts either of two files with the same bytes as the first', () => {
    const truth = [
      file('a', {}),
      file('b', { status: 'duplicate', twin: 'a', reasons: ['same-bytes'] }),
    ]
    expect(compareFiles([got('a', 'duplicate'), got('b', 'accepted')], truth)).toEqual([])
  })

  it('names a wrong verdict, a wrong school, a reason not given, and files too few or too many', () => {
    const truth = [
      file('a', {}),
      file('b', { status: 'queried', reasons: ['old-template'] }),
      file('c', {}),
      file('d', {}),
    ]
    const found = [
      got('a', 'rejected'),
      got('b', 'queried', ['code-missing']),
      got('c', 'accepted', [], 'B'),
      got('e', 'ignored'),
    ]
    expect(compareFiles(found, truth)).toEqual([
      'a: rejected instead of accepted',
      'b: does not say old-template',
      'c: of B instead of A',
      'd: no verdict',
      'e: a verdict over a file that was not sent',
    ])
  })
})

describe('values.csv', () => {
  it('is read with quotes, line breaks and a byte order mark', () => {
    const csv = '\ufeffschool,item,returned,state\r\nA,"甲[01,1]","一""二\n三",text\r\n'
    expect(parseCsv(csv)).toEqual([
      { school: 'A', item: '甲[01,1]', returned: '一"二\n三', state: 'text' },
    ])
    expect(valuesOf(csv)[0]?.state).toBe('text')
  })
})
