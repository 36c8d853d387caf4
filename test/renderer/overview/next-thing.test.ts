import { expect, test } from 'vitest'
import { nextThing } from '../../../src/renderer/overview/next-thing.ts'

const none = {
  held: 0,
  unclaimed: 0,
  unreadable: 0,
  unread: 0,
  faults: 0,
  coverage: { reported: 9, expected: 9 },
  findings: { error: 0, query: 0 },
  states: { reported: 9, queried: 0, rejected: 0, missing: 0 },
}

test('a later return of a school is decided on first: totals hang on it', () => {
  expect(nextThing({ ...none, held: 1, unclaimed: 2 })).toEqual({ what: 'held', count: 1 })
})

test('what came in and waits for a decision comes before what has not come in', () => {
  const { states } = none
  expect(
    nextThing({ ...none, unclaimed: 2, unreadable: 1, states: { ...states, missing: 5 } }),
  ).toEqual({
    what: 'claim',
    count: 2,
  })
  expect(
    nextThing({ ...none, states: { ...states, rejected: 1, queried: 3, missing: 5 } }).what,
  ).toBe('rejected')
  expect(nextThing({ ...none, states: { ...states, queried: 3, missing: 5 } }).what).toBe('queried')
  expect(nextThing({ ...none, unreadable: 4, states: { ...states, missing: 5 } }).what).toBe(
    'unreadable',
  )
  expect(nextThing({ ...none, states: { ...states, missing: 5 } })).toEqual({
    what: 'missing',
    count: 5,
  })
})

test('where nothing came in, or not all that was given was read, nothing looks finished', () => {
  const empty = { ...none, states: { ...none.states, reported: 0 } }
  const coverage = { reported: 0, expected: 0 }
  expect(nextThing({ ...empty, coverage })).toEqual({ what: 'receive', count: 0 })
  expect(nextThing({ ...none, unread: 77 })).toEqual({ what: 'unread', count: 77 })
})

test('what could not be used is seen to before findings are settled', () => {
  const findings = { error: 2, query: 5 }
  expect(nextThing({ ...none, faults: 2, findings })).toEqual({ what: 'faults', count: 2 })
})

test('while the county is being checked nothing says that all is done', () => {
  expect(nextThing({ ...none, faults: null, findings: null }).what).toBe('checking')
  expect(nextThing({ ...none, findings: null }).what).toBe('checking')
})

test('findings are settled before the export', () => {
  const open = { ...none, findings: { error: 2, query: 5 } }
  expect(nextThing(open)).toEqual({ what: 'settle', count: 7 })
  expect(nextThing({ ...open, findings: { error: 0, query: 0 } }).what).toBe('export')
})

test('when nothing waits, the export', () => {
  expect(nextThing(none).what).toBe('export')
})
