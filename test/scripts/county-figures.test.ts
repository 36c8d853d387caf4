import { describe, expect, it } from 'vitest'
import { learnWorkbook } from '../../src/core/forms/learn.ts'
import { finish } from '../../scripts/county/sheet.ts'
import { officialDesign } from '../../scripts/county/official/design.ts'
import { plainDesign } from '../../scripts/county/plain/design.ts'
import { addressAt } from '../../scripts/county/table.ts'
import { county } from '../support/county.ts'

/** Figures of a clean county by school and item; blank counts as 0. */
async function figures(style: 'official' | 'plain') {
  const { truth } = await county({ style, mess: false, tables: 12 })
  const bySchool = new Map<string, Map<string, number>>()
  for (const { school, item, returned } of truth.values) {
    const one = bySchool.get(school) ?? new Map<string, number>()
    bySchool.set(school, one.set(item, Number(returned ?? 0)))
  }
  return [...bySchool.values()]
}

/** Asserts an equation in every school whose form has the left side; returns in how many it stood. */
function holds(schools: Map<string, number>[], left: string, right: string[]): number {
  const concerned = schools.filter((items) => items.has(left))
  const cents = (items: Map<string, number>, list: string[]) =>
    list.reduce((total, item) => total + Math.round((items.get(item) ?? NaN) * 100), 0)
  for (const items of concerned) expect(cents(items, [left])).toBe(cents(items, right))
  return concerned.length
}

const range = (form: string, row: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${form}[${row},${String(from + i)}]`)
const rows = (form: string, from: number, to: number, column: number) =>
  Array.from(
    { length: to - from + 1 },
    (_, i) => `${form}[${String(from + i).padStart(2, '0')},${String(column)}]`,
  )

describe('the figures of a clean county add up', () => {
  it.each([
    ['教基3112[01,7]', range('教基3112', '01', 9, 14)],
    ['教基3112[01,2]', range('教基3112', '01', 3, 6)],
    ['教基3112[01,8]', ['教基3112[02,7]']],
    ['教基3112[01,7]', ['县教03[02,9]']],
    ['教基3112[06,7]', ['教基3112[07,7]', '教基3112[08,7]']],
    ['教基3113[01,2]', rows('教基3113', 3, 13, 2)],
    ['教基3115[01,3]', range('教基3115', '01', 5, 8)],
    ['教基3111[01,2]', rows('教基3111', 5, 9, 2)],
    ['教基3111[01,8]', ['县教03[01,6]']],
    ['教基2106[01,1]', rows('教基2106', 2, 11, 1)],
    ['教基4149[01,1]', range('教基4149', '01', 2, 6)],
    ['教基4149[01,2]', ['教基4153[01,1]']],
    ['教基5170[01,1]', ['教基5170[02,1]', '教基5170[05,1]', '教基5170[06,1]', '教基5170[08,1]']],
  ])('official: %s', async (left, right) => {
    expect(holds(await figures('official'), left, right)).toBeGreaterThan(2)
  })

  it.each([
    ['学生情况[12,2]', ['学生情况[12,3]', '学生情况[12,4]']],
    ['学生情况[12,1]', ['学生情况[07,1]', '学生情况[11,1]']],
    ['教师情况[05,1]', rows('教师情况', 1, 4, 1)],
    ['办学条件[03,5]', rows('办学条件', 1, 2, 5)],
    ['资助与经费-2[05,2]', rows('资助与经费-2', 1, 4, 2)],
  ])('plain: %s', async (left, right) => {
    expect(holds(await figures('plain'), left, right)).toBeGreaterThan(2)
  })
})

describe('the program learns the made forms as they were meant', () => {
  const designs = [officialDesign('2025/2026', 12, true), plainDesign()]
  const books = designs.flatMap((design) => design.books)
  it.each(books.map((book) => [book.file, book] as const))('%s', (file, book) => {
    const sheets = book.sheets()
    const meant = sheets.flatMap(({ places }) =>
      places.map(({ table, r, c }) => addressAt(table, r, c)),
    )
    const learned = learnWorkbook({ name: file, workbook: { sheets: sheets.map(finish) } }, '*')
    const items = learned.flatMap(({ form }) =>
      form.items.map(
        ({ row, column }) =>
          `${form.id}[${form.rows[row]?.code ?? ''},${form.columns[column]?.code ?? ''}]`,
      ),
    )
    expect(items.toSorted()).toEqual(meant.toSorted())
    expect(new Set(meant).size).toBe(meant.length)
  })
})
