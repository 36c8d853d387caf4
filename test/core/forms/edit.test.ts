import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../../src/core/forms/edit.ts'
import type { Form, FormEdit } from '../../../src/shared/model.ts'
import { learn, OFFICIAL, PLAIN } from './blanks.ts'

const forms = learn(OFFICIAL, PLAIN)
const id = '教基3112'
const edited = (...edits: FormEdit[]): Form => {
  const form = applyEdits(forms, edits).find((one) => one.id === id)
  if (form === undefined) throw new Error('the form is gone')
  return form
}
const places = (form: Form): string[] =>
  form.items.map((item) => `${String(item.row)}/${String(item.column)}`)

describe('corrections of a learned form by hand', () => {
  it('change a label, a heading path and codes, and nothing else', () => {
    const form = edited(
      { form: id, row: '02', label: '女生' },
      { form: id, column: '3', path: ['在校生', '一年级'] },
      { form: id, row: '03', newCode: '13' },
      { form: id, column: '4', newCode: '14' },
    )
    expect(form.rows.map((row) => `${row.code} ${row.label}`)).toEqual([
      '01 总计',
      '02 女生',
      '13 #少数民族',
    ])
    expect(form.columns.map((column) => column.code)).toEqual(['1', '2', '3', '14'])
    expect(form.columns[2]?.path).toEqual(['在校生', '一年级'])
    expect(form.items).toEqual(forms[0]?.items)
    expect(applyEdits(forms, [{ form: id, row: '02', label: 'x' }])[1]).toBe(forms[1])
  })

  it('do not give two rows or two columns one code', () => {
    const form = edited(
      { form: id, row: '03', newCode: '02' },
      { form: id, column: '4', newCode: '1' },
    )
    expect(form).toEqual(forms[0])
  })

  it('make an item of a cell that the form marked "*", in order and in its unit', () => {
    const form = edited({ form: id, row: '03', column: '4', kind: 'number' })
    expect(places(form)).toEqual([...places(forms[0] ?? form), '2/3'])
    expect(form.items.at(-1)).toMatchObject({ unit: '人', kind: 'number', input: true })
    const between = edited(
      { form: id, row: '01', column: '2', kind: 'none' },
      { form: id, row: '01', column: '2', kind: 'number' },
    )
    expect(places(between)).toEqual(places(forms[0] ?? between))
    expect(between.editions).toEqual(forms[0]?.editions)
  })

  it('take an item away, and every edition points at what it did before', () => {
    const before = edited()
    const after = edited({ form: id, row: '01', column: '1', kind: 'none' })
    const named = (form: Form): string[] => {
      const at = places(form)
      return (form.editions[0]?.items ?? []).map((index) => at[index] ?? 'none')
    }
    expect(named(after)).toEqual(named(before).filter((place) => place !== '0/0'))
  })

  it('set kind and decimals of one item only', () => {
    const form = edited(
      { form: id, row: '01', column: '1', decimals: 2 },
      { form: id, row: '02', column: '1', kind: 'text' },
    )
    const changed = form.items.filter(
      (item, index) => JSON.stringify(item) !== JSON.stringify(forms[0]?.items[index]),
    )
    expect(changed).toMatchObject([
      { row: 0, column: 0, decimals: 2, kind: 'number' },
      { row: 1, column: 0, decimals: 0, kind: 'text' },
    ])
  })

  it.each<FormEdit>([
    { form: '没有的表', row: '01', label: 'x' },
    { form: id, row: '99', label: 'x' },
    { form: id, column: '99', path: ['x'] },
    { form: id, row: '99', newCode: '98' },
    { form: id, row: '99', column: '1', kind: 'none' },
    { form: id, row: '99', column: '1', kind: 'number' },
    { form: id, row: '01', column: '99', decimals: 3 },
  ])('pass over an edit of what is not there: %j', (edit) => {
    expect(applyEdits(forms, [edit])).toEqual(forms)
  })

  it('give a made cell the usual decimals of the form’s unit', () => {
    const [area] = forms.map((form) => ({ ...form, unit: '平方米' }))
    if (area === undefined) throw new Error('no form')
    const [form] = applyEdits([area], [{ form: id, row: '03', column: '3', kind: 'number' }])
    expect(form?.items.find((item) => item.row === 2 && item.column === 2)?.decimals).toBe(1)
  })

  it('leave the forms they were given as they were', () => {
    const copy = structuredClone(forms)
    edited({ form: id, row: '01', column: '1', kind: 'none' }, { form: id, row: '01', label: 'x' })
    expect(forms).toEqual(copy)
  })
})
