import { expect, test } from 'vitest'
import { intend } from '../../../src/renderer/grid/paste.ts'
import type { Target } from '../../../src/renderer/grid/paste.ts'

const school: Target = {
  level: 'school',
  key: '2190001016',
  name: '县二小',
  item: '教基3112[01,7]',
  text: false,
  state: 'n',
  copied: '64',
  before: '64',
  value: '64',
  waits: false,
}

function put(text: string, change: Partial<Target> = {}) {
  return intend([[text]], () => ({ ...school, ...change }))
}

test('a number becomes a change with the plain value', () => {
  expect(put('1,046')).toEqual({
    changes: [
      {
        school: '2190001016',
        item: '教基3112[01,7]',
        value: '1046',
        name: '县二小',
        from: '64',
        was: '64',
      },
    ],
    refused: [],
  })
})

test('the value that is already there is no change', () => {
  expect(put('64')).toEqual({ changes: [], refused: [] })
  expect(put('６４')).toEqual({ changes: [], refused: [] })
})

test('clearing a cell makes it blank, not 0', () => {
  expect(put('').changes).toEqual([
    {
      school: '2190001016',
      item: '教基3112[01,7]',
      value: '',
      name: '县二小',
      from: '64',
      was: '64',
    },
  ])
})

test('text in a number cell is named and nothing is changed', () => {
  expect(put('2000万')).toEqual({
    changes: [],
    refused: [{ where: '县二小 教基3112[01,7]', value: '2000万', why: 'not-number' }],
  })
})

test('0 for an unreadable cell is a change although both have no value', () => {
  const unreadable = { state: 'u', copied: '⚠', value: '' }
  expect(put('0', unreadable).changes).toHaveLength(1)
  expect(put('', unreadable).changes).toHaveLength(1)
  expect(put('⚠', unreadable)).toEqual({ changes: [], refused: [] })
})

test('a block copied from here and pasted back unchanged changes nothing, totals and signs included', () => {
  for (const change of [
    { level: 'group', copied: '143' },
    { level: 'county', copied: '512' },
    { state: 'm', copied: '未报', value: '' },
    { state: 'a', copied: '*', value: '' },
  ] satisfies Partial<Target>[])
    expect(put(change.copied, change)).toEqual({ changes: [], refused: [] })
})

test.each([
  [{ level: 'group', copied: '143' }, 'total-row'],
  [{ state: 'x', copied: '' }, 'not-asked'],
  [{ state: 'm', copied: '未报' }, 'missing-return'],
] as const)('%j takes no figure: %s', (change, why) => {
  expect(put('5', change)).toMatchObject({ changes: [], refused: [{ value: '5', why }] })
})

test('values beyond the edge of the table are named', () => {
  expect(intend([['1', '']], () => null)).toEqual({
    changes: [],
    refused: [{ where: '', value: '1', why: 'outside' }],
  })
})

test('text items take text as it is', () => {
  expect(put(' 公办 ', { text: true, copied: '民办', value: '民办', state: 't' }).changes).toEqual([
    {
      school: '2190001016',
      item: '教基3112[01,7]',
      value: '公办',
      name: '县二小',
      from: '64',
    },
  ])
})
