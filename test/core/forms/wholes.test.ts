import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../../src/core/forms/edit.ts'
import { continues } from '../../../src/core/forms/join-forms.ts'
import { paperOf } from '../../../src/core/forms/paper.ts'
import { crossingAt } from '../../../src/shared/item-place.ts'
import type { Form, FormEdit } from '../../../src/shared/model.ts'
import { sheet } from '../../support/sheet.ts'
import { learn, outline } from './blanks.ts'

/** One table on two sheets: the same rows, further columns on the second. */
const FIRST = sheet(
  '寄宿（一）',
  `
  寄宿制学校基本情况 | < | <
  学段 | 校数 | 寄宿生数
  小学 | |
  初中 | |
  合计 | =SUM(B3:B4) | =SUM(C3:C4)
  `,
)
const SECOND = sheet(
  '寄宿（二）',
  `
  寄宿制学校基本情况（续） | < | <
  学段 | 食堂数 | 浴室数
  小学 | |
  初中 | |
  合计 | =SUM(B3:B4) | =B5+'寄宿（一）'!B5
  `,
)
const forms = learn(FIRST, SECOND)
const named = (all: readonly Form[], id: string): Form => {
  const form = all.find((one) => one.id === id)
  if (form === undefined) throw new Error(`no form ${id}`)
  return form
}
const part: FormEdit = { form: '寄宿（二）', is: 'part', of: '寄宿（一）' }

describe('two tables that are one', () => {
  const [whole, ...others] = applyEdits(forms, [part])

  it('become one form whose columns count on', () => {
    expect(others).toEqual([])
    expect(outline(whole)).toEqual([
      '寄宿（一） 寄宿制学校基本情况 -',
      '01 小学, 02 初中, 03 合计',
      '1 校数, 2 寄宿生数, 3 食堂数, 4 浴室数',
    ])
  })

  it('keep every item at the cell where it stood, on its own sheet', () => {
    const [edition] = whole?.editions ?? []
    if (whole === undefined || edition === undefined) throw new Error('no form')
    const at = (row: number, column: number): unknown => crossingAt(edition, row, column)
    expect(at(0, 0)).toEqual({ row: 2, column: 1 })
    expect(at(0, 2)).toEqual({ row: 2, column: 1, sheet: '寄宿（二）' })
    expect(whole.items.length).toBe(12)
    expect(edition.items).toEqual(whole.items.map((_, index) => index))
  })

  it('have formulas by the codes of the whole', () => {
    const formulas = whole?.items.map(({ formula }) => formula).filter((text) => text !== null)
    expect(formulas?.at(-2)).toContain('寄宿（一）[01:02,3]')
    expect(formulas?.at(-1)).toBe('寄宿（一）[03,3]+寄宿（一）[03,1]')
  })

  it('are drawn below one another with every item once', () => {
    const [edition] = whole?.editions ?? []
    if (whole === undefined || edition === undefined) throw new Error('no form')
    const paper = paperOf(whole, edition, [FIRST, SECOND])
    const items = paper.cells.flatMap(({ item }) => item ?? [])
    expect(items.toSorted((a, b) => a - b)).toEqual(whole.items.map((_, index) => index))
    expect(paper.rowHeights.length).toBe(10)
    const headings = paper.cells.filter(({ role }) => role === 'heading').map(({ text }) => text)
    expect(headings).toEqual(['学段', '校数', '寄宿生数', '学段', '食堂数', '浴室数'])
  })

  it('come apart again when they are put back as learned', () => {
    expect(applyEdits(forms, [part, { form: '寄宿（二）', is: 'learned' }])).toEqual(forms)
  })

  it('go on with further rows where the columns are the same', () => {
    const more = learn(
      FIRST,
      sheet(
        '续表',
        `
        寄宿制学校基本情况（续） | < | <
        学段 | 校数 | 寄宿生数
        高中 | |
        中职 | |
        `,
      ),
    )
    const [one] = applyEdits(more, [{ form: '续表', is: 'part', of: '寄宿（一）' }])
    expect(outline(one)[1]).toBe('01 小学, 02 初中, 03 合计, 04 高中, 05 中职')
  })

  it('are not joined where neither rows nor columns agree, or both do', () => {
    expect(continues(named(forms, '寄宿（一）'), named(forms, '寄宿（一）'))).toBeNull()
    const twins = learn(FIRST, { ...FIRST, name: '高中部' })
    expect(applyEdits(twins, [{ form: '高中部', is: 'part', of: '寄宿（一）' }])).toEqual(twins)
  })
})

describe('what a table is as a whole', () => {
  it('may be none, and is put back', () => {
    const none: FormEdit = { form: '寄宿（一）', is: 'none' }
    expect(applyEdits(forms, [none]).map(({ id }) => id)).toEqual(['寄宿（二）'])
    expect(applyEdits(forms, [none, { form: '寄宿（一）', is: 'learned' }])).toEqual(forms)
  })

  it('may be a list with the columns that were said', () => {
    const columns = [
      { heading: '学段', kind: 'text' as const, unit: null, identity: false, required: false },
    ]
    const [list] = applyEdits(forms, [{ form: '寄宿（一）', is: 'list', columns }])
    expect(list).toMatchObject({ list: { columns, counts: [] }, items: [], rows: [] })
  })

  it('is what was said of it last', () => {
    const edits: FormEdit[] = [{ form: '寄宿（二）', is: 'none' }, part]
    expect(applyEdits(forms, edits).map(({ id }) => id)).toEqual(['寄宿（一）'])
  })
})

describe('edits of whole lines', () => {
  it('make a column words, but leave its formulas figures', () => {
    const edit: FormEdit = { form: '寄宿（一）', column: '1', kind: 'text' }
    const form = named(applyEdits(forms, [edit]), '寄宿（一）')
    const kinds = form.items.filter(({ column }) => column === 0).map(({ kind }) => kind)
    expect(kinds).toEqual(['text', 'text', 'number'])
  })

  it('give some rows of a column a unit', () => {
    const edit: FormEdit = { form: '寄宿（一）', column: '2', rows: ['02'], unit: '万元' }
    const form = named(applyEdits(forms, [edit]), '寄宿（一）')
    expect(form.items.filter(({ unit }) => unit !== null)).toMatchObject([
      { row: 1, column: 1, unit: '万元', decimals: 2 },
    ])
  })

  it('take the items of a row out of every blank', () => {
    const form = named(
      applyEdits(forms, [{ form: '寄宿（一）', row: '02', kind: 'none' }]),
      '寄宿（一）',
    )
    expect(form.items.map(({ row }) => row)).toEqual([0, 0, 2, 2])
    expect(form.editions[0]?.items).toEqual([0, 1, 2, 3])
  })
})
