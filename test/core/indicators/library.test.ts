import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { lacksOf, parseLibrary } from '../../../src/core/indicators/library.ts'
import { evaluateIndicator } from '../../../src/core/indicators/evaluate.ts'
import type { Year } from '../../../src/core/indicators/year.ts'
import { parseExpression } from '../../../src/core/rules/parse.ts'
import { itemRefs } from '../../../src/core/rules/tree.ts'
import { numberOf, showNumber } from '../../../src/core/model/number.ts'
import { leavesOf } from '../../../src/core/indicators/leaves.ts'
import { places } from '../../../src/main/places.ts'
import type { Form } from '../../../src/shared/model.ts'
import { madeForm } from '../../support/form.ts'

const TEXT = readFileSync(join(places().libraryFolder, 'indicators.yaml'), 'utf8')
const library = parseLibrary(TEXT)
const LISTS = readFileSync(join(places().libraryFolder, 'lists.yaml'), 'utf8')
/** `list[id]` of everything that the shipped lists count. */
const COUNTS = new Set(
  (parse(LISTS) as { list: string; id?: string }[]).map(({ list, id }) => `${list}[${id}]`),
)

const conditions = (rows: string[]): Form =>
  madeForm({ id: '教基5176', title: '办学条件', unit: null, rows, columns: ['数量'] })
/** Only the seventh column is asked for. */
const pupils = madeForm({
  id: '教基3112',
  rows: ['总计'],
  columns: ['其他', '其他', '其他', '其他', '其他', '其他', '在校生数'],
  starred: ['01,1', '01,2', '01,3', '01,4', '01,5', '01,6'],
})
const words = (forms: Form[]): Pick<Year, 'forms' | 'form' | 'hasAttribute'> => ({
  forms,
  form: (id) => forms.find((form) => form.id === id) ?? null,
  hasAttribute: (name) => name === '办学类型代码',
})
const ROWS = [
  '占地面积',
  '校舍建筑面积',
  '教学及辅助用房',
  '学生宿舍',
  '危房',
  '运动场地',
  '图书（册）',
]
const books = library.indicators.find(({ id }) => id === '小学图书差异系数')
if (books === undefined) throw new Error('no 小学图书差异系数')

describe('the shipped library', () => {
  it('is understood entry by entry', () => {
    const ids = [...TEXT.matchAll(/^ {2}- id: (.+)$/gmu)].map(([, id]) => id)
    expect(library.indicators.map(({ id }) => id)).toEqual(ids)
    expect(ids.length).toBeGreaterThan(100)
  })

  it('says for every item it reads which words stand there', () => {
    const forms = [
      ...new Set([...library.labels.keys(), ...COUNTS].map((item) => item.replace(/\[.*$/u, ''))),
    ]
    const unsaid = library.indicators.flatMap(({ id, numerator, denominator }) =>
      [numerator, ...(denominator ? [denominator] : [])].flatMap(leavesOf).flatMap((leaf) => {
        if (!('expr' in leaf)) return []
        const parsed = parseExpression(leaf.expr, forms)
        if (!parsed.ok) return [`${id}: ${leaf.expr}`]
        return itemRefs(parsed.expr).flatMap(({ form, rows, columns }) => {
          const row = rows.kind === 'one' ? rows.code : rows.kind === 'span' ? rows.from : '*'
          const column = columns.kind === 'one' ? columns.code : '*'
          // What is counted from a list is called by its name, which lists.yaml must give.
          const counted = COUNTS.has(`${form}[${row}]`)
          return counted || library.labels.has(`${form}[${row},${column}]`)
            ? []
            : [`${id}: ${form}[${row},${column}]`]
        })
      }),
    )
    expect(unsaid).toEqual([])
  })

  it('does not apply where forms, items or columns of the register are not there', () => {
    const standard = library.indicators.find(({ id }) => id === '标准化幼儿园数')
    const senior = library.indicators.find(({ id }) => id === '普通高中在校生数')
    if (standard === undefined || senior === undefined) throw new Error('missing')
    expect(lacksOf(standard, library.labels, words([]))).toEqual([
      { kind: 'attribute', name: '标准化' },
    ])
    expect(lacksOf(senior, library.labels, words([pupils]))[0]?.kind).toBe('form')
    expect(
      lacksOf(books, library.labels, words([pupils, conditions(ROWS.slice(0, 3))]))[0],
    ).toEqual({
      kind: 'item',
      name: '教基5176 07',
    })
  })

  it('does not take an item for another that has its code: labels win', () => {
    expect(lacksOf(books, library.labels, words([pupils, conditions(ROWS)]))).toEqual([])
    const other = ROWS.with(6, '教学仪器设备')
    expect(lacksOf(books, library.labels, words([pupils, conditions(other)]))).toEqual([
      { kind: 'item', name: '教基5176[07,1] 图书' },
    ])
  })

  it('gives the published worked example of 差异系数', () => {
    const forms = [pupils, conditions(ROWS)]
    const reporting = ['45 279', '37 137', '89 935', '76 160', '55 402'].map((text, i) => {
      const [count = '', volumes = ''] = text.split(' ')
      return {
        id: String(i),
        attribute: () => '211',
        hasForm: () => true,
        table: (form: Form) =>
          form === forms[0]
            ? [numberOf(count) ?? 0]
            : ROWS.map((_, row) => (row === 6 ? (numberOf(volumes) ?? 0) : 0)),
        lastYear: () => null,
      }
    })
    const rest = {
      reporting,
      register: reporting,
      external: () => null,
      externalUnit: () => '',
      externalLack: () => 'no-external' as const,
      coversBefore: () => true,
    }
    const year: Year = { ...words(forms), name: 'returned', ...rest }
    const { value, fault } = evaluateIndicator({ ...books, decimals: 4 }, year)
    expect(fault).toBeNull()
    expect(value === null ? null : showNumber(value, 6)).toBe('0.5153')
  })
})
