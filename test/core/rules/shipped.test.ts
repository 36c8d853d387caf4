import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseExpression } from '../../../src/core/rules/parse.ts'
import { parseShipped } from '../../../src/core/rules/shipped.ts'
import { itemRefs } from '../../../src/core/rules/tree.ts'
import { places } from '../../../src/main/places.ts'
import { madeForm } from '../../support/form.ts'

const text = readFileSync(places().ruleLibrary, 'utf8')
const { rules } = parseShipped(text)

it('every shipped rule can be read, says where it comes from, and has an id of its own', () => {
  expect(rules.length).toBe(text.match(/^ {2}- id: /gmu)?.length)
  expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length)
  const ids = [...text.matchAll(/(?:教基|基础基)\d+/gu)].map(([id]) => id)
  for (const { id, title, check, when, source } of rules) {
    expect([id, title === '' || title === id, source === undefined]).toEqual([id, false, false])
    for (const part of [check, when ?? '1 = 1']) {
      expect([id, parseExpression(part, ids).ok]).toEqual([id, true])
    }
  }
})

it('every row and column that a shipped rule names by its code is described, so that it can be told apart', () => {
  const described = (form: string): boolean => text.includes(`  ${form}:\n`)
  for (const { id, check } of rules) {
    const parsed = parseExpression(check, [])
    const refs = parsed.ok ? itemRefs(parsed.expr) : []
    const named = refs.filter(
      ({ rows, columns }) => rows.kind !== 'each' || columns.kind !== 'each',
    )
    // 教基5176 is only ever read row by row against itself.
    const open = named.filter(({ form }) => !described(form) && form !== '教基5176')
    expect([id, open.map(({ form }) => form)]).toEqual([id, []])
  }
})

it('a school is not told to correct what the register itself has lost', () => {
  const attributes = rules.flatMap(({ id, check, when }) =>
    [...check.matchAll(/学校\.[\p{L}\d]+$/gu)].map(([name]) => ({ id, name, when })),
  )
  expect(attributes.length).toBeGreaterThan(2)
  for (const { id, name, when } of attributes) {
    expect([id, when]).toEqual([id, `${name} <> ""`])
  }
})

const LIBRARY = `
forms:
  教基3112:
    rows: {'01': 总计, '02': 女}
    columns: {'1': 毕业, '2': 在校/合计}
rules:
  - {id: a, title: 甲, check: "教基3112[02,2] <= 教基3112[01,2]", severity: error}
  - {id: b, title: 乙, check: "教基3112[*,1] >= 0", severity: error}
  - {id: c, title: 丙, check: "教基3112[03,1] >= 0", severity: error}
`

it('a rule fits a form of the same number only where rows and columns mean the same', () => {
  const shipped = parseShipped(LIBRARY)
  const fitting = (rows: string[], columns: string[]): string[] => {
    const form = madeForm({ id: '教基3112', rows, columns })
    return shipped.rules.filter((rule) => shipped.fits(rule, [form])).map(({ id }) => id)
  }
  const columns = ['毕业生数', '在校生数/合计']
  expect(fitting(['总 计', '其中：女'], columns)).toEqual(['a', 'b'])
  expect(fitting(['总计', '少数民族'], columns)).toEqual(['b'])
  expect(fitting(['总计', '其中:女'], ['在校生数/合计', '毕业生数'])).toEqual([])
  // A row that the library does not describe is not taken on trust.
  expect(fitting(['总计', '其中:女', '少数民族'], columns)).toEqual(['a', 'b'])
})

it('no library is no rule', () => {
  expect(parseShipped('').rules).toEqual([])
})
