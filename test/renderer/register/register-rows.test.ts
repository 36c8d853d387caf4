import { expect, it } from 'vitest'
import {
  registerRows,
  rowsShown,
  usualTexts,
} from '../../../src/renderer/register/register-rows.ts'
import type { RegisterView } from '../../../src/shared/register.ts'
import { schoolRow } from '../support/school.ts'

const school = (id: string, name: string, attributes: Record<string, string>, active = true) => {
  const row = schoolRow(id, name)
  const all = { 标识码: id, 学校名称: name, ...attributes }
  return { ...row, school: { ...row.school, active, attributes: all } }
}
const schools = [
  school('01', '县一小', { 乡镇: '东镇' }),
  school('02', '县二小', { 乡镇: '西镇' }, false),
]
const note = { code: 'code-lost', sheet: '名册', cell: 'A3', params: {} } as const
const view: RegisterView = {
  revision: 1,
  columns: ['标识码', '学校名称', '乡镇'],
  roles: { key: '标识码', name: '学校名称', shortName: '简称', type: '类型', status: '状态' },
  active: '正常',
  closed: '停办',
  types: [],
  merged: [{ id: '03', code: '13', name: '县三小', into: '01' }],
  notes: [{ school: '02', note }],
}
const rows = registerRows(schools, view)
const shown = (text: string, which: Parameters<typeof rowsShown>[1]['which']): string[] =>
  rowsShown(rows, { text, which }).map(({ name }) => name)

it('the list has every school and, last, those that were merged, with where they went', () => {
  expect(shown('', 'all')).toEqual(['县一小', '县二小', '县三小'])
  expect(rows[2]).toMatchObject({ code: '13', into: '县一小', standing: null })
})

it('shows those that are expected, closed, merged or to be mended, and what was typed', () => {
  expect(shown('', 'active')).toEqual(['县一小'])
  expect(shown('', 'closed')).toEqual(['县二小'])
  expect(shown('', 'merged')).toEqual(['县三小'])
  expect(shown('', 'noted')).toEqual(['县二小'])
  expect(shown('西镇 02', 'all')).toEqual(['县二小'])
  expect(shown('13', 'all')).toEqual(['县三小'])
})

it('offers what schools share in a column, the commonest first, and no long list of single texts', () => {
  const many = Array.from({ length: 40 }, (_, at) =>
    school(String(at), `小${String(at)}`, { 乡镇: at < 30 ? '东镇' : '西镇' }),
  )
  const all = registerRows(many, view)
  expect(usualTexts(all, '乡镇')).toEqual(['东镇', '西镇'])
  expect(usualTexts(all, '学校名称')).toEqual([])
})
