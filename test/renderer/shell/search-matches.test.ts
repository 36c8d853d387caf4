import { expect, test } from 'vitest'
import { matchesOf } from '../../../src/renderer/shell/search-matches.ts'
import { smallForm } from '../support/form.ts'
import { schoolRow } from '../support/school.ts'

const schools = [schoolRow('2190001016', '青禾县第二小学'), schoolRow('2190001025', '枫树中心小学')]

test('a school by part of its name or number', () => {
  expect(matchesOf('枫树', schools, [])).toMatchObject([{ kind: 'school', id: '2190001025' }])
  expect(matchesOf('1016', schools, [])).toMatchObject([{ kind: 'school', id: '2190001016' }])
})

test('an item by address, or by words of row and heading together', () => {
  expect(matchesOf('教基3112[01,2]', [], [smallForm()])).toMatchObject([{ item: '教基3112[01,2]' }])
  expect(matchesOf('女 招生数', [], [smallForm()])).toMatchObject([{ item: '教基3112[02,2]' }])
})

test('nothing typed finds nothing', () => {
  expect(matchesOf('  ', schools, [smallForm()])).toEqual([])
})
