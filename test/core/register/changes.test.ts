import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RegisterChange } from '../../../src/core/ledger/state.ts'
import { registerAfter, standsFor } from '../../../src/core/register/changes.ts'
import { schoolOf } from '../../../src/core/register/school-of.ts'
import { defaultConfig } from '../../../src/core/setup/config.ts'
import { codeOf } from '../../../src/shared/register.ts'

const config = defaultConfig()
const row = (code: string, name: string, more: Record<string, string> = {}) => ({
  标识码: code,
  学校名称: name,
  状态: '正常',
  ...more,
})
const BASE = [
  schoolOf('01', row('01', '甲小学', { 乡镇: '西镇' }), config),
  schoolOf('02', row('02', '乙小学'), config),
  schoolOf('丙小学', row('', '丙小学'), config),
]
const set = (school: string, columns: Record<string, string>): RegisterChange => ({
  school,
  name: '',
  set: columns,
  was: {},
})
const merge = (school: string, into: string): RegisterChange => ({
  school,
  name: '',
  into,
  intoName: '',
})
const part = (school: string): RegisterChange => ({ school, name: '', apart: true })
const add = (id: string, attributes: Record<string, string>): RegisterChange => ({
  add: id,
  name: '',
  attributes,
})
const after = (...changes: RegisterChange[]) => registerAfter(BASE, changes, config)

describe('the register after changes', () => {
  it('a corrected code leaves the school what it is known by, and is remembered', () => {
    const [school] = after(set('01', { 标识码: '09' })).schools
    expect(school).toMatchObject({ id: '01', code: '09', formerly: { codes: ['01'], names: [] } })
    const [again] = after(set('01', { 标识码: '09' }), set('01', { 标识码: '01' })).schools
    expect(again).toMatchObject({ id: '01', formerly: { codes: ['09'], names: [] } })
    expect(again && codeOf(again)).toBe('01')
  })

  it('a school without a code is shown by its name until it is given one', () => {
    const code = (...changes: RegisterChange[]): string =>
      after(...changes)
        .schools.map(codeOf)
        .at(-1) ?? ''
    expect(code()).toBe('丙小学')
    expect(code(set('丙小学', { 学校名称: '丙中学' }))).toBe('丙中学')
    expect(code(set('丙小学', { 标识码: '03' }))).toBe('03')
  })

  it('a renamed, closed, reopened or moved school keeps all that was not changed', () => {
    const [school] = after(
      set('01', { 学校名称: '甲中心小学', 状态: '停办' }),
      set('01', { 乡镇: '东镇' }),
    ).schools
    expect(school).toMatchObject({ name: '甲中心小学', active: false, status: '停办' })
    expect(school?.attributes).toMatchObject({ 标识码: '01', 乡镇: '东镇' })
    expect(after(set('01', { 状态: '停办' }), set('01', { 状态: '正常' })).schools[0]?.active).toBe(
      true,
    )
  })

  it('a merged school stands no more, and follows into whatever the other becomes', () => {
    const { schools, merged } = after(merge('01', '02'), merge('02', '丙小学'))
    expect(schools.map(({ id }) => id)).toEqual(['丙小学'])
    expect([...standsFor({ merged })]).toEqual([
      ['01', '丙小学'],
      ['02', '丙小学'],
    ])
  })

  it('a merged school stands for itself again, with those that were merged into it', () => {
    const { schools, merged } = after(merge('01', '02'), merge('02', '丙小学'), part('02'))
    expect(schools.map(({ id }) => id)).toEqual(['02', '丙小学'])
    expect([...standsFor({ merged })]).toEqual([['01', '02']])
  })

  it('no school is merged into itself, however it is said', () => {
    const { schools } = after(merge('01', '02'), merge('02', '01'), merge('丙小学', '丙小学'))
    expect(schools.map(({ id }) => id)).toEqual(['02', '丙小学'])
  })

  it('a change of a school whose addition was taken back does nothing', () => {
    expect(after(set('04', { 乡镇: '东镇' }), merge('04', '01'), merge('01', '04'))).toEqual(
      after(),
    )
  })
})

const id = fc.constantFrom('01', '02', '丙小学', '04', '05')
const text = fc.constantFrom('', '01', '02', '03', '甲小学', '正常', '停办')
const column = fc.constantFrom('标识码', '学校名称', '状态', '乡镇')
const columns = fc.dictionary(column, text, { maxKeys: 3 })
const change = fc.oneof(
  fc.tuple(id, columns).map(([one, cells]) => set(one, cells)),
  fc.tuple(id, id).map(([one, into]) => merge(one, into)),
  fc.tuple(id, columns).map(([one, cells]) => add(one, cells)),
  id.map(part),
)

it('any changes, any of them left out, give every school once, and each merged one a school that stands', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), fc.array(fc.boolean()), (changes, kept) => {
      const some = changes.filter((_, at) => kept[at] ?? true)
      const { schools, merged } = registerAfter(BASE, some, config)
      const ids = [...schools, ...merged].map((one) => one.id)
      expect(new Set(ids).size).toBe(ids.length)
      const standing = new Set(schools.map((one) => one.id))
      for (const { mergedInto = '' } of merged) expect(standing.has(mergedInto)).toBe(true)
      for (const one of BASE) expect(ids).toContain(one.id)
    }),
  )
})
