import fc from 'fast-check'
import { expect, test } from 'vitest'
import { same } from '../../../src/renderer/state/same.ts'

test('a JSON value is the same as its copy, whatever the order of fields', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const copy: unknown = JSON.parse(JSON.stringify(value), (_, part: unknown) =>
        part !== null && typeof part === 'object' && !Array.isArray(part)
          ? Object.fromEntries(Object.entries(part).toReversed())
          : part,
      )
      expect(same(JSON.parse(JSON.stringify(value)), copy)).toBe(true)
    }),
  )
})

test('two JSON values are the same only when they are written the same', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 2 }), fc.jsonValue({ maxDepth: 2 }), (a, b) => {
      const text = (value: unknown): string =>
        JSON.stringify(value, (_, part: unknown) =>
          part !== null && typeof part === 'object' && !Array.isArray(part)
            ? Object.fromEntries(Object.entries(part).toSorted(([x], [y]) => (x < y ? -1 : 1)))
            : part,
        )
      const [left, right] = [text(a), text(b)].map((one): unknown => JSON.parse(one))
      expect(same(left, right)).toBe(text(left) === text(right))
    }),
  )
})

test.each([
  [{}, []],
  [{ 0: 'a' }, ['a']],
  [null, {}],
  ['1', 1],
  [{ a: 1 }, { b: 1 }],
  [{ a: 1 }, { a: 1, b: 2 }],
  [
    [1, 2],
    [2, 1],
  ],
])('%j and %j say different things', (a, b) => {
  expect([same(a, b), same(b, a)]).toEqual([false, false])
})
