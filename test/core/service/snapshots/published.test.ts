import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  changedSentences,
  differencesOf,
} from '../../../../src/core/service/snapshots/published.ts'
import type { PublishedState } from '../../../../src/shared/snapshots.ts'

const sentence = (text: string) => ({ text, indicators: [] })
const texts = (before: string, after: string) =>
  changedSentences(Array.from(before).map(sentence), Array.from(after).map(sentence)).map(
    ([was, is]) => [was?.text ?? null, is?.text ?? null],
  )

test('sentences changed in their place are paired, new and dropped ones stand alone', () => {
  expect(texts('甲乙丙', '甲丁丙')).toEqual([['乙', '丁']])
  expect(texts('甲丙', '甲乙丙')).toEqual([[null, '乙']])
  expect(texts('甲乙丙', '甲丙')).toEqual([['乙', null]])
  expect(texts('甲乙', '甲乙')).toEqual([])
})

const words = fc
  .array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 8 })
  .map((list) => list.join(''))

test('putting the changed sentences in gives the later text', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const changed = texts(before, after)
      const gone = changed.map(([was]) => was ?? '').join('')
      const come = changed.map(([, is]) => is ?? '').join('')
      const sorted = (text: string): string => Array.from(text).toSorted().join('')
      // What stays is the same on both sides.
      expect(sorted(before + come)).toBe(sorted(after + gone))
      expect(texts(before, before)).toEqual([])
    }),
  )
})

const state = (value: string | null): PublishedState => ({
  coverage: { expected: 2, reported: 1 },
  totals:
    value === null
      ? []
      : [{ item: '表[01,1]', label: '总计', by: null, group: null, value, schools: 1 }],
  indicators: [],
  sentences: [],
})

test('a total that is new or gone is a difference too, and never 0', () => {
  const found = (a: string | null, b: string | null) =>
    differencesOf(state(a), state(b)).totals.map(({ before, after }) => [before, after])
  expect(found('1', '2')).toEqual([['1', '2']])
  expect(found('1', '1')).toEqual([])
  expect(found(null, '0')).toEqual([[null, '0']])
  expect(found('0', null)).toEqual([['0', null]])
  // Earlier versions wrote 0 where no return was in.
  const unsent = state('0')
  unsent.totals = unsent.totals.map((total) => ({ ...total, schools: 0 }))
  expect(differencesOf(unsent, state(null)).totals).toEqual([])
})
