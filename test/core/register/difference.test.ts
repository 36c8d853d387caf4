import { describe, expect, it } from 'vitest'
import { differenceOf } from '../../../src/core/register/difference.ts'
import { readRegister } from '../../../src/core/register/read-register.ts'
import { defaultConfig } from '../../../src/core/setup/config.ts'
import { book, sheet } from '../../support/sheet.ts'

const config = defaultConfig()
const read = (art: string) => readRegister(book(sheet('名册', art)), config, 'register.xlsx')
const NOW = `
标识码 | 学校名称 | 乡镇 | 状态
'01 | 甲小学 | 西镇 | 正常
'02 | 乙小学 | 西镇 | 正常
'03 | 丙小学 | 东镇 | 撤销
`
/** Every line as "kind name: column old→new …". */
const difference = (next: string, now = NOW): string[] => {
  const { schools, columns } = read(next)
  return differenceOf(read(now).schools, schools, columns, config).lines.map(
    ({ kind, name, cells }) =>
      `${kind} ${name}: ${cells.map(({ column, from, to }) => `${column} ${from}→${to}`).join(' ')}`,
  )
}

describe('a new register beside the one in force', () => {
  it('that is the same has no lines', () => {
    expect(difference(NOW)).toEqual([])
  })

  it('matches by code: a new name is a change, not another school', () => {
    expect(difference("标识码 | 学校名称\n'01 | 甲中心小学\n'02 | 乙小学")).toEqual([
      'changed 甲小学: 学校名称 甲小学→甲中心小学',
    ])
  })

  it('then by name: a corrected code is a change, not one school gone and one come', () => {
    expect(difference("标识码 | 学校名称\n'09 | 甲 小学\n'02 | 乙小学")).toEqual([
      'changed 甲小学: 标识码 01→09 学校名称 甲小学→甲 小学',
    ])
  })

  it('a name that two schools have matches neither', () => {
    const two = "标识码 | 学校名称\n'01 | 中心小学\n'02 | 中心小学"
    expect(difference("标识码 | 学校名称\n'08 | 中心小学\n'09 | 中心小学", two)).toEqual([
      'added 中心小学: 标识码 →08 学校名称 →中心小学',
      'added 中心小学: 标识码 →09 学校名称 →中心小学',
      'gone 中心小学: 状态 →停办',
      'gone 中心小学: 状态 →停办',
    ])
  })

  it('a code turned into 2.19E+09 takes no code away', () => {
    expect(difference("标识码 | 学校名称\n2.19E+09 | 甲小学\n'02 | 乙小学")).toEqual([])
  })

  it('a column that it lacks says nothing; a cell that it empties is a change', () => {
    expect(difference("标识码 | 学校名称 | 乡镇\n'01 | 甲小学 |\n'02 | 乙小学 | 西镇")).toEqual([
      'changed 甲小学: 乡镇 西镇→',
    ])
  })

  it('a school that is not in it is to be closed, in the word of this register; a closed one may be left out', () => {
    expect(difference("标识码 | 学校名称\n'01 | 甲小学")).toEqual(['gone 乙小学: 状态 正常→撤销'])
  })

  it('a school that only it has is added with all that it says', () => {
    const next = `${NOW.trim()}\n'04 | 丁小学 | 东镇 | 正常`
    expect(difference(next)).toEqual([
      'added 丁小学: 标识码 →04 学校名称 →丁小学 乡镇 →东镇 状态 →正常',
    ])
  })
})
