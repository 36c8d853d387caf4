import { expect, test } from 'vitest'
import { Told } from '../../../src/core/memory/told.ts'

test('what is told again as it was keeps the revision since which it is so; what changed gets the next', () => {
  const told = new Told()
  expect(told.has('a')).toBe(false)
  const first = told.round()
  expect([first('a', [1]), first('b', { x: 1 }), told.revision]).toEqual([1, 1, 1])
  const second = told.round()
  expect([second('a', [1]), second('b', { x: 2 }), second('c', null), told.revision]).toEqual([
    1, 2, 2, 2,
  ])
  const third = told.round()
  expect([third('b', { x: 2 }), third('a', [1]), told.revision, told.has('c')]).toEqual([
    2,
    1,
    2,
    true,
  ])
})
