import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookmarkName, readBookmark } from '../../../src/core/summary/bookmark.ts'

test('a bookmark names order, form and indicator in letters that Word takes', () => {
  expect(bookmarkName(11, 'value', '小学在校生数')).toBe('hs12v_小学在校生数')
  expect(bookmarkName(0, 'change', '3-5岁人口')).toBe('hs1c_3_2d5岁人口')
  expect(readBookmark('hs1c_3_2d5岁人口', ['小学', '3-5岁人口'])).toEqual({
    order: 0,
    form: 'change',
    of: null,
    id: '3-5岁人口',
  })
  expect(readBookmark('_GoBack', ['小学'])).toBeNull()
  expect(readBookmark('hs1v_不认得', ['小学'])).toBeNull()
})

test('whatever the id, the name is one that Word keeps, and finds its indicator again', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      fc.nat(5_000),
      (id, order) => {
        const name = bookmarkName(order, 'number', id)
        expect(name.length).toBeLessThanOrEqual(40)
        expect(name).toMatch(/^hs[\p{Script=Han}\w]+$/u)
        expect(readBookmark(name, [id])).toEqual({ order, form: 'number', of: null, id })
      },
    ),
  )
})

test('a figure over years says in its bookmark how many, or which', () => {
  expect(bookmarkName(2, 'years', '小学', 3)).toBe('hs3y3_小学')
  expect(bookmarkName(2, 'change-year', '小学', 2022)).toBe('hs3k2022_小学')
  expect(readBookmark('hs3k2022_小学', ['小学'])).toEqual({
    order: 2,
    form: 'change-year',
    of: 2022,
    id: '小学',
  })
})

test('two long ids that cannot be told apart are not guessed at', () => {
  const long = '义务教育'.repeat(12)
  expect(readBookmark(bookmarkName(0, 'value', `${long}甲`), [`${long}甲`, `${long}乙`])).toBeNull()
})
