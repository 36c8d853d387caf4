import { describe, expect, it } from 'vitest'
import type { RegisterChange } from '../../../src/core/ledger/state.ts'
import { registerAfter } from '../../../src/core/register/changes.ts'
import { openNotes, sharedCodes } from '../../../src/core/register/notes.ts'
import { readRegister } from '../../../src/core/register/read-register.ts'
import { defaultConfig } from '../../../src/core/setup/config.ts'
import { book, sheet } from '../../support/sheet.ts'

const config = defaultConfig()
const FIRST = readRegister(
  book(
    sheet(
      '名册',
      `
      标识码 | 学校名称 | 状态
      '01 | 甲小学 | 正常
      2.19E+09 | 乙小学 | 正常
      | 丙小学 | 正常
      '01 | 丁小学 | 正常
      '05 | 戊小学 |
      '01 | 甲小学 | 正常
      `,
    ),
  ),
  config,
  'register.xlsx',
)
const set = (school: string, columns: Record<string, string>): RegisterChange => ({
  school,
  name: '',
  set: columns,
  was: {},
})
const open = (...changes: RegisterChange[]): string[] => {
  const { schools, merged } = registerAfter(FIRST.schools, changes, config)
  return openNotes(FIRST.notes, null, [...schools, ...merged], config).map(
    ({ school, note }) => `${note.code} ${school}`,
  )
}

describe('what of the register is not as it should be', () => {
  it('is said of the school that it is about', () => {
    expect(open()).toEqual([
      'code-lost 乙小学',
      'code-missing 丙小学',
      'code-twice 丁小学',
      'status-missing 05',
      'row-twice ',
    ])
  })

  it.each([
    ['a code that was lost', set('乙小学', { 标识码: '02' }), 'code-lost 乙小学'],
    ['a code that was missing', set('丙小学', { 标识码: '03' }), 'code-missing 丙小学'],
    ['a code that was another’s', set('丁小学', { 标识码: '04' }), 'code-twice 丁小学'],
    ['a missing status', set('05', { 状态: '停办' }), 'status-missing 05'],
  ])('%s is said no more once it is mended, and nothing else goes', (_, change, gone) => {
    expect(open(change)).toEqual(open().filter((one) => one !== gone))
  })

  it('is still said of a school that was only renamed', () => {
    expect(open(set('乙小学', { 学校名称: '乙中学' }))).toEqual(open())
  })

  it('a new register that lost the same code is not said twice; a repeated row goes with the old one', () => {
    const again = FIRST.notes.filter(({ code }) => code === 'code-lost')
    const said = openNotes(FIRST.notes, again, FIRST.schools, config)
    expect(said.map(({ note }) => note.code)).toEqual([
      'code-lost',
      'code-missing',
      'code-twice',
      'status-missing',
    ])
  })

  it('two schools of one code are named, those without a code are not', () => {
    const { schools } = registerAfter(FIRST.schools, [set('05', { 标识码: '01' })], config)
    expect(
      sharedCodes(schools, config).map(({ code, schools: all }) => [code, all.length]),
    ).toEqual([['01', 2]])
  })
})
