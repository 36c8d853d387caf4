import { expect, test } from 'vitest'
import { findFigures } from '../../../src/core/draft/find-figures.ts'

const LENGTH = 100_000

test.each([
  ['digits', '1'],
  ['Chinese digits', '一'],
  ['words of size', '万'],
  ['spaces', ' '],
  ['stars', '*'],
  ['opening brackets', '（'],
  ['opening titles', '《'],
  ['addresses', 'a@'],
  ['decimals', '1.'],
  ['ranges', '1至'],
  ['ratios', '1:'],
  ['one clause of figures', '1人'],
  ['headings', '一、计划\n二、总结\n'],
])('a text of nothing but %s is read in time that grows with its length', (_, piece) => {
  const text = piece.repeat(LENGTH / piece.length)
  const start = performance.now()
  findFigures(text)
  // What grows with the square of the length takes minutes.
  expect(performance.now() - start).toBeLessThan(10_000)
})
