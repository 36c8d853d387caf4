import { expect, test } from 'vitest'
import { lineagesOf } from '../../../src/core/series/lineage.ts'
import type { SchoolsOfYear, Succession } from '../../../src/core/series/lineage.ts'

const shown = (years: SchoolsOfYear[], said: Succession[]): string[] =>
  lineagesOf(years, said).map((one) =>
    [...one].map(([year, schools]) => `${String(year)}:${schools.join('+')}`).join(' '),
  )

/** A kept, B renamed to R in 2022, C and D merged into D in 2023, E split into E and F in 2024, G closed in 2025. */
const FIVE: SchoolsOfYear[] = [
  { year: 2021, schools: ['A', 'B', 'C', 'D', 'E', 'G'] },
  { year: 2022, schools: ['A', 'R', 'C', 'D', 'E', 'G'] },
  { year: 2023, schools: ['A', 'R', 'D', 'E', 'G'] },
  { year: 2024, schools: ['A', 'R', 'D', 'E', 'F', 'G'] },
  { year: 2025, schools: ['A', 'R', 'D', 'E', 'F'] },
]
const SAID: Succession[] = [
  { year: 2022, before: ['B'], now: ['R'] },
  { year: 2023, before: ['C', 'D'], now: ['D'] },
  { year: 2024, before: ['E'], now: ['E', 'F'] },
  { year: 2025, before: ['G'], now: [] },
]
const LINES = [
  '2021:A 2022:A 2023:A 2024:A 2025:A',
  '2021:B 2022:R 2023:R 2024:R 2025:R',
  '2021:C+D 2022:C+D 2023:D 2024:D 2025:D',
  '2021:E 2022:E 2023:E 2024:E+F 2025:E+F',
  '2021:G 2022:G 2023:G 2024:G',
]

test('a renaming, a merging, a splitting and a closing are followed over five years', () => {
  expect(shown(FIVE, SAID)).toEqual(LINES)
})

test('a year that nobody gave is crossed by what was said of it', () => {
  const given = FIVE.filter(({ year }) => year === 2021 || year === 2025)
  expect(shown(given, SAID)).toEqual([
    '2021:A 2025:A',
    '2021:B 2025:R',
    '2021:C+D 2025:D',
    '2021:E 2025:E+F',
    '2021:G',
  ])
})

test('in a year that nobody gave schools merge also with one that was not in the list before', () => {
  const years = [
    { year: 2021, schools: ['A'] },
    { year: 2025, schools: ['C'] },
  ]
  const said = [
    { year: 2023, before: ['A', 'B'], now: ['M'] },
    { year: 2024, before: ['M'], now: ['C'] },
    { year: 2024, before: ['X'], now: ['Y'] },
  ]
  expect(shown(years, said)).toEqual(['2021:A 2025:C'])
})

test('without a word schools are who they are by their codes', () => {
  expect(shown(FIVE.slice(0, 2), [])).toEqual([
    '2021:A 2022:A',
    '2021:B',
    '2021:C 2022:C',
    '2021:D 2022:D',
    '2021:E 2022:E',
    '2021:G 2022:G',
    '2022:R',
  ])
})

test('a code that was given to another school is not the one that closed', () => {
  const years = [
    { year: 2023, schools: ['A'] },
    { year: 2024, schools: ['A'] },
  ]
  expect(shown(years, [{ year: 2024, before: ['A'], now: [] }])).toEqual(['2023:A', '2024:A'])
})

test('the later word on a school counts', () => {
  const years = [
    { year: 2023, schools: ['A', 'B'] },
    { year: 2024, schools: ['C'] },
  ]
  const said = [
    { year: 2024, before: ['A'], now: ['C'] },
    { year: 2024, before: ['B'], now: ['C'] },
  ]
  expect(shown(years, said)).toEqual(['2023:A', '2023:B 2024:C'])
})

test('a school that nobody had is no reason to leave out the other of a merging', () => {
  const years = [
    { year: 2021, schools: ['A', 'B'] },
    { year: 2024, schools: ['M'] },
  ]
  const said = [
    { year: 2022, before: ['A', 'Z'], now: ['M'] },
    { year: 2022, before: ['Y', 'Z'], now: ['N'] },
    { year: 2023, before: ['B', 'M'], now: ['M'] },
  ]
  expect(shown(years, said)).toEqual(['2021:A+B 2024:M'])
})
