import { expect, test } from 'vitest'
import { matchSchools } from '../../../src/renderer/grid/match-schools.ts'
import type { NamedSchool } from '../../../src/renderer/grid/match-schools.ts'

const schools: NamedSchool[] = [
  { id: '2190001001', name: '青禾县第一小学', shortName: '县一小' },
  { id: '2190001002', name: '青禾县第二小学', shortName: '县二小' },
  { id: '2190001003', name: '白坝小学', shortName: '' },
  { id: '2190001004', name: '中心小学', shortName: '' },
  { id: '2190001005', name: '中心小学', shortName: '' },
]

test('lines in any order go to the schools they name, by name, short name or code', () => {
  const block = [
    ['白坝小学', '30'],
    ['县一小', '10'],
    ['2190001002', '20'],
  ]
  expect(matchSchools(block, schools)).toEqual({
    lines: [
      { school: '2190001003', values: ['30'] },
      { school: '2190001001', values: ['10'] },
      { school: '2190001002', values: ['20'] },
    ],
    unmatched: [],
    sums: 0,
  })
})

test('spaces and full-width signs in a name make no other school', () => {
  const block = [
    ['青禾县 第一小学', '10'],
    ['２１９０００１００２', '20'],
  ]
  expect(matchSchools(block, schools)?.lines.map((line) => line.school)).toEqual([
    '2190001001',
    '2190001002',
  ])
})

test('heading, subtotals and running numbers do not count; a school not known is named', () => {
  const block = [
    ['序号', '学校名称', '在校生'],
    ['1', '县一小', '10'],
    ['2', '县二小', '20'],
    ['', '小计', '30'],
    ['3', '某某小学', '7'],
    ['4', '白坝小学', '30'],
  ]
  expect(matchSchools(block, schools)).toEqual({
    lines: [
      { school: '2190001001', values: ['10'] },
      { school: '2190001002', values: ['20'] },
      { school: '2190001003', values: ['30'] },
    ],
    unmatched: [{ label: '某某小学', values: ['7'] }],
    sums: 1,
  })
})

test('a name that two schools bear is not guessed; its code beside decides', () => {
  const named = [
    ['县一小', '10'],
    ['中心小学', '5'],
  ]
  expect(matchSchools(named, schools)?.unmatched).toEqual([{ label: '中心小学', values: ['5'] }])
  const coded = [
    ['2190001001', '县一小', '10'],
    ['2190001005', '中心小学', '5'],
  ]
  expect(matchSchools(coded, schools)?.lines[1]).toEqual({ school: '2190001005', values: ['5'] })
})

test('name and code of two schools in one line fit neither', () => {
  const block = [
    ['2190001001', '县一小', '10'],
    ['2190001001', '县二小', '20'],
  ]
  expect(matchSchools(block, schools)?.unmatched).toEqual([
    { label: '2190001001 县二小', values: ['20'] },
  ])
})

test('a school twice is taken once and named the second time', () => {
  const block = [
    ['县一小', '10'],
    ['县一小', '11'],
  ]
  expect(matchSchools(block, schools)).toMatchObject({
    lines: [{ values: ['10'] }],
    unmatched: [{ label: '县一小', values: ['11'] }],
  })
})

test('figures alone, and names without figures beside them, are placed by place', () => {
  expect(matchSchools([['10'], ['20']], schools)).toBeNull()
  expect(matchSchools([['县一小'], ['县二小']], schools)).toBeNull()
})

test('a code that was corrected in the register is the one that clipboards carry, not the one before', () => {
  const corrected = { id: '2190001006', code: '2190001016', name: '青石小学', shortName: '' }
  const block = [
    ['2190001016', '10'],
    ['2190001001', '20'],
    ['2190001006', '30'],
  ]
  const found = matchSchools(block, [...schools, corrected])
  expect(found?.lines.map((line) => line.school)).toEqual(['2190001006', '2190001001'])
  expect(found?.unmatched.map(({ values }) => values)).toEqual([['30']])
})

test('figures that happen to be short codes of the register name no school', () => {
  const numbered = schools.slice(0, 3).map((one, at) => ({ ...one, code: String(at + 1) }))
  const figures = [
    ['1', '30'],
    ['3', '10'],
    ['2', '20'],
  ]
  expect(matchSchools(figures, numbered)).toBeNull()
  const named = [
    ['1', '青禾县第一小学', '30'],
    ['3', '白坝小学', '10'],
  ]
  expect(matchSchools(named, numbered)?.lines.map(({ school }) => school)).toEqual([
    '2190001001',
    '2190001003',
  ])
})
