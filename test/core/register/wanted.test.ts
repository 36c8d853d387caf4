import { describe, expect, it } from 'vitest'
import type { RegisterChange } from '../../../src/core/ledger/state.ts'
import { schoolOf } from '../../../src/core/register/school-of.ts'
import { changesWanted } from '../../../src/core/register/wanted.ts'
import { defaultConfig } from '../../../src/core/setup/config.ts'
import type { RegisterEdit } from '../../../src/shared/register.ts'
import { CallError } from '../../../src/shared/result.ts'

const config = defaultConfig()
const BASE = [
  schoolOf('01', { 标识码: '01', 学校名称: '甲小学', 乡镇: '西镇' }, config),
  schoolOf('02', { 标识码: '02', 学校名称: '乙小学', 乡镇: '西镇' }, config),
]
const wanted = (edits: RegisterEdit[], earlier: RegisterChange[] = []): RegisterChange[] =>
  changesWanted(edits, BASE, earlier, config)
const refused = (edits: RegisterEdit[], earlier: RegisterChange[] = []): string => {
  try {
    wanted(edits, earlier)
    return 'taken'
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    return error.code
  }
}
const recoded: RegisterChange = {
  school: '01',
  name: '甲小学',
  set: { 标识码: '09' },
  was: { 标识码: '01' },
}
const merged: RegisterChange = { school: '02', name: '乙小学', into: '01', intoName: '甲小学' }

describe('what is asked of the register', () => {
  it('is cleaned as a register is read, with what stood there before', () => {
    expect(wanted([{ school: '01', set: { 标识码: ' ０ ９', 乡镇: '东　镇', 简称: '' } }])).toEqual(
      [
        {
          school: '01',
          name: '甲小学',
          set: { 标识码: '09', 乡镇: '东镇' },
          was: { 标识码: '01', 乡镇: '西镇' },
        },
      ],
    )
  })

  it('what changes nothing is left out', () => {
    expect(wanted([{ school: '01', set: { 乡镇: '西镇' } }])).toEqual([])
  })

  it('a new school is known by its code, else its name, and never as another is', () => {
    const add = (code: string, name: string): RegisterEdit => ({
      add: { 标识码: code, 学校名称: name },
    })
    const ids = (edits: RegisterEdit[]): string[] =>
      wanted(edits, [recoded]).map((one) => ('add' in one ? one.add : ''))
    // 01 is what 甲小学 is known by, though its code is 09 by now.
    expect(ids([add('03', '丙小学'), add('', '丁小学'), add('01', '戊小学')])).toEqual([
      '03',
      '丁小学',
      '戊小学',
    ])
    expect(ids([add('', '丁小学'), add('', '丁小学')])).toEqual(['丁小学', '丁小学#2'])
  })

  it.each<[string, string, RegisterEdit]>([
    ['a school that is not there', 'no-such-school', { school: '07', set: { 乡镇: '东镇' } }],
    ['a school into itself', 'merged-into-itself', { school: '01', into: '01' }],
    ['a school without a name', 'school-unnamed', { add: { 标识码: '03' } }],
    ['a name taken away', 'school-unnamed', { school: '01', set: { 学校名称: ' ' } }],
    ['a code taken away', 'bad-code', { school: '01', set: { 标识码: '' } }],
    ['a code in scientific notation', 'bad-code', { school: '01', set: { 标识码: '2.19E+09' } }],
    ['another school’s code', 'code-taken', { school: '01', set: { 标识码: '02' } }],
    ['a new school of such a code', 'code-taken', { add: { 标识码: '02', 学校名称: '丙' } }],
  ])('%s is refused', (_, code, edit) => {
    expect(refused([edit])).toBe(code)
  })

  it('two codes that were exchanged can be put right at once', () => {
    expect(
      refused([
        { school: '01', set: { 标识码: '02' } },
        { school: '02', set: { 标识码: '01' } },
      ]),
    ).toBe('taken')
  })

  it('a merged school can neither be changed nor merged into, but its code is free', () => {
    expect(refused([{ school: '02', set: { 乡镇: '东镇' } }], [merged])).toBe('no-such-school')
    expect(refused([{ school: '01', into: '02' }], [merged])).toBe('no-such-school')
    expect(refused([{ school: '01', set: { 标识码: '02' } }], [merged])).toBe('taken')
  })

  it('a merged school stands for itself again, unless another has its code by now', () => {
    expect(wanted([{ school: '02', apart: true }], [merged])).toEqual([
      { school: '02', name: '乙小学', apart: true },
    ])
    expect(refused([{ school: '02', apart: true }])).toBe('no-such-school')
    const taken: RegisterChange = { school: '01', name: '甲小学', set: { 标识码: '02' }, was: {} }
    expect(refused([{ school: '02', apart: true }], [merged, taken])).toBe('code-taken')
  })
})
