import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layDraft } from '../../../src/core/forms/make/lay-draft.ts'
import { makeForm } from '../../../src/core/forms/make/make-form.ts'
import type { Made } from '../../../src/core/forms/make/make-form.ts'
import { textAt } from '../../../src/core/model/sheet.ts'
import { draftColumns, draftRows } from '../../../src/shared/form-draft.ts'
import type { DraftColumn, FormDraft } from '../../../src/shared/form-draft.ts'
import type { Form } from '../../../src/shared/model.ts'
import { outline } from './blanks.ts'

const draft = (rows: string, columns: string, more: Partial<FormDraft> = {}): FormDraft => ({
  title: '农村留守儿童情况统计表',
  number: '县基12',
  unit: '人',
  rows: draftRows(rows),
  columns: draftColumns(columns),
  ...more,
})
const formOf = ({ form, problems }: Made): Form => {
  if (form === null) throw new Error(JSON.stringify(problems))
  return form
}
const problems = (one: FormDraft): string[] =>
  makeForm(one).problems.map(({ code, of, line }) => `${code} ${of} ${String(line)}`)

describe('a form made from labels', () => {
  const form = formOf(
    makeForm(
      draft(
        '小学\n　其中：女\n初中\n合计=',
        '留守儿童/男\n留守儿童/女\n留守儿童/小计=\n关爱经费 | 万元\n是否有专人 | 是、否\n责任人 | 文字',
      ),
    ),
  )

  it('is learned with exactly these rows and columns', () => {
    expect(outline(form)).toEqual([
      '县基12 农村留守儿童情况统计表 人',
      '01 小学, 02 ·其中：女, 03 初中, 04 合计',
      '1 留守儿童/男, 2 留守儿童/女, 3 留守儿童/小计, 4 关爱经费（万元）, 5 是否有专人, 6 责任人',
    ])
  })

  it('has units, words and totals where they were asked for', () => {
    const row = (at: number): string =>
      form.items
        .filter((item) => item.row === at)
        .map((item) => `${item.kind[0] ?? ''}${item.unit ?? ''}${item.input ? '' : '='}`)
        .join(' ')
    expect(row(0)).toBe('n人 n人 n人= n万元 t t')
    expect(row(3)).toBe('n人= n人= n人= n万元=')
    const formulas = form.items.filter((item) => item.row === 3).map(({ formula }) => formula)
    expect(formulas[0]).toBe('SUM(县基12[01,1],县基12[03,1])')
    expect(formulas[2]).toBe('SUM(县基12[04,1:2])')
  })

  it('says in brackets what is filled in where the heading alone would be taken otherwise', () => {
    const { columns } = formOf(makeForm(draft('小学', '整改措施落实 | 文字\n人数')))
    expect(columns.map(({ path }) => path.join('/'))).toEqual(['整改措施落实（文字）', '人数'])
  })

  it('is not made where it would not be learned as it was meant, and says of which line', () => {
    expect(problems(draft('', ''))).toEqual(['no-rows form 0', 'no-columns form 0'])
    expect(problems(draft('小学\n小学', '人数'))).toEqual(['same-label row 2'])
    expect(problems(draft('小学', '男//女'))).toEqual(['empty-label column 1'])
    expect(problems(draft('合计=', '人数'))).toEqual(['no-parts row 1'])
    expect(problems(draft('小学', '填报单位：', { title: '' }))).toEqual([
      'no-title form 0',
      'bad-label column 1',
    ])
    // An area is not of people: its unit is missing.
    expect(problems(draft('小学', '人数\n占地面积'))).toEqual(['not-learned column 2'])
  })
})

const LABELS = [
  '小学',
  '初中',
  '高中',
  '幼儿园',
  '一年级',
  '二年级',
  '七年级',
  '教职工',
  '专任教师',
  '寄宿生',
  '留守儿童',
  '随迁子女',
  '残疾学生',
  '图书',
  '计算机',
  '校车',
  '食堂',
  '宿舍',
  '操场',
  '实验室',
  '中央资金',
  '地方配套',
  '校长',
  '班主任',
  '职称',
  '民族',
  '其他',
  '城区',
  '镇区',
  '乡村',
]
const HEADINGS = [
  ...LABELS,
  '人数',
  '男',
  '女',
  '本年新增',
  '年末数',
  '上年结转',
  '参加培训',
  '等级',
  '来源',
  '说明',
  '备注',
  '联系电话',
  '整改情况',
  '落实情况',
  '数量',
  '合格数',
  '建成年月',
]
const distinct = (of: readonly string[], most: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: most })
const column = (text: string): fc.Arbitrary<Omit<DraftColumn, 'path' | 'total'>> =>
  fc.oneof(
    fc.constantFrom('', '人', '个', '册', '万元', '平方米', '台').map((unit) => ({
      kind: 'count' as const,
      unit: /资金/u.test(text) ? '万元' : unit,
      choices: [],
    })),
    fc
      .constantFrom('text' as const, 'date' as const)
      .map((kind) => ({ kind, unit: '', choices: [] })),
    fc.constant(null).map(() => ({ kind: 'choice' as const, unit: '', choices: ['好', '一般'] })),
  )

const drafts: fc.Arbitrary<FormDraft> = fc
  .record({
    rows: distinct(LABELS, 8),
    headings: distinct(HEADINGS, 6),
    grouped: fc.boolean(),
    total: fc.boolean(),
    sum: fc.boolean(),
    number: fc.constantFrom('', '县基7', 'XJ-03'),
    unit: fc.constantFrom('', '人', '个'),
  })
  .chain(({ rows, headings, grouped, total, sum, number, unit }) =>
    fc.tuple(...headings.map(column)).map((kinds): FormDraft => ({
      title: '全县教育情况统计表',
      number,
      unit,
      rows: [
        ...rows.map((label) => ({ label, total: false })),
        ...(total ? [{ label: '合计', total }] : []),
      ],
      columns: [
        ...headings.map((text, at) => ({
          path: grouped ? ['本年情况', text] : [text],
          total: false,
          ...(kinds[at] ?? { kind: 'count' as const, unit: '', choices: [] }),
        })),
        ...(sum && kinds.some((one) => one.kind === 'count' && one.unit === '')
          ? [
              {
                path: grouped ? ['本年情况', '小计'] : ['小计'],
                total: true,
                kind: 'count' as const,
                unit: '',
                choices: [],
              },
            ]
          : []),
      ],
    })),
  )

describe('any form made from labels', () => {
  it('is learned back to exactly its items, or is not made at all', () => {
    let made = 0
    let all = 0
    fc.assert(
      fc.property(drafts, (one) => {
        const result = makeForm(one)
        all++
        if (result.form === null || result.made === null) return
        made++
        const { form } = result
        expect(form.rows.map(({ label }) => label)).toEqual(one.rows.map(({ label }) => label))
        expect(form.columns.map(({ path }) => path.at(-1)?.replace(/（[^（）]*）/gu, ''))).toEqual(
          one.columns.map(({ path }) => path.at(-1)),
        )
        const words = (at: number): boolean =>
          !['count', 'number'].includes(one.columns[at]?.kind ?? '')
        for (const item of form.items) {
          expect(item.kind).toBe(words(item.column) ? 'text' : 'number')
          const own = one.columns[item.column]?.unit ?? ''
          expect(item.unit).toBe(item.kind === 'number' ? own || one.unit || null : null)
          const derived =
            one.rows[item.row]?.total === true || one.columns[item.column]?.total === true
          expect(item.input).toBe(!derived || words(item.column))
        }
        const asked = one.rows.length * one.columns.length
        const without =
          one.rows.filter(({ total }) => total).length *
          one.columns.filter((_, at) => words(at)).length
        expect(form.items.length).toBe(asked - without)
      }),
      { numRuns: 300 },
    )
    expect(made / all).toBeGreaterThan(0.7)
  })
})

it('headings over several columns and rows are merged as on paper', () => {
  const { sheet } = layDraft(
    draft('小学\n初中\n合计=', '在校生/小学/男\n在校生/小学/女\n在校生/初中\n教师\n教师/专任'),
    [],
  )
  const text = (row: number): string =>
    Array.from({ length: sheet.columnCount }, (_, column) => textAt(sheet, row, column)).join(' | ')
  expect(Array.from({ length: sheet.rowCount }, (_, row) => text(row))).toEqual([
    '农村留守儿童情况统计表 |  |  |  |  |  | ',
    '表号：县基12    单位：人 |  |  |  |  |  | ',
    '填报单位（盖章）： |  |  |  |  |  | ',
    '指标名称 | 代码 | 在校生 |  |  | 教师 | 教师',
    ' |  | 小学 |  | 初中 |  | 专任',
    ' |  | 男 | 女 |  |  | ',
    '甲 | 乙 | 1 | 2 | 3 | 4 | 5',
    '小学 | 01 |  |  |  |  | ',
    '初中 | 02 |  |  |  |  | ',
    '合计 | 03 | 0 | 0 | 0 | 0 | 0',
    '单位负责人：            填表人：            报出日期： |  |  |  |  |  | ',
  ])
  const merges = sheet.merges.map(({ top, left, bottom, right }) => [top, left, bottom, right])
  expect(merges.filter(([top = 0]) => top >= 3 && top <= 5).map(String)).toEqual([
    '3,0,5,0',
    '3,1,5,1',
    '3,2,3,4',
    '4,2,4,3',
    '4,4,5,4',
    '3,5,5,5',
    '4,6,5,6',
  ])
  expect(sheet.cells[9]?.[3]).toMatchObject({ formula: 'SUM(D8:D9)' })
})
