import { describe, expect, it } from 'vitest'
import { defaultConfig } from '../../../src/core/setup/config.ts'
import { readRegister } from '../../../src/core/register/read-register.ts'
import { CallError } from '../../../src/shared/result.ts'
import { book, sheet } from '../../support/sheet.ts'

const config = defaultConfig()
const register = (art: string, more: Partial<typeof config.register> = {}) =>
  readRegister(
    book(sheet('名册', art)),
    { ...config, register: { ...config.register, ...more } },
    'register.xlsx',
  )

function fault(art: string): string {
  try {
    register(art)
    return 'none'
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    return `${error.code} ${String(error.params['detail'])}`
  }
}

describe('the school register', () => {
  it('is read by its headings, wherever they stand', () => {
    const { schools, columns } = register(
      `
      青禾县学校名册 | < | < | < | < | <
      |
      序号 | 学校名称 | 标识码 | 简称 | 状态 | 乡镇
      1 | "石门镇  中心小学 " | 2133001001 | 石小 | 正常 | 石门镇
      | | | | |
      2 | 青山教学点 | '２１３３００１００２ | | 停办 | 石门镇
      `,
    )
    expect(schools.map(({ id, name, shortName, active }) => [id, name, shortName, active])).toEqual(
      [
        ['2133001001', '石门镇 中心小学', '石小', true],
        ['2133001002', '青山教学点', '', false],
      ],
    )
    expect(schools[0]?.attributes).toMatchObject({ 乡镇: '石门镇', 序号: '1' })
    expect(columns).toEqual(['序号', '学校名称', '标识码', '简称', '状态', '乡镇'])
  })

  it('without a column of status lists schools that exist', () => {
    expect(register("标识码 | 学校名称\n'01 | a").schools[0]).toMatchObject({
      active: true,
      status: '',
    })
  })

  it('with merged cells of towns gives every school its town', () => {
    const { schools } = register(
      "标识码 | 学校名称 | 乡镇\n'01 | a | 甲镇\n'02 | b | ^\n'03 | c | 乙镇",
    )
    expect(schools.map((school) => school.attributes['乡镇'])).toEqual(['甲镇', '甲镇', '乙镇'])
  })

  it.each([
    ['no such headings', '代码 | 名称\n1 | a', '没有同时带'],
    ['an empty sheet', '', '没有同时带'],
  ])('is refused with row and reason: %s', (_, art, detail) => {
    expect(fault(art)).toMatch(/^bad-register /)
    expect(fault(art)).toContain(detail)
  })

  const noted = (art: string) => {
    const { schools, notes } = register(art)
    return {
      ids: schools.map(({ id }) => id),
      notes: notes.map(({ code, cell }) => `${cell} ${code}`),
    }
  }

  it('with a code twice keeps the second school under its name, and names the row', () => {
    expect(noted("标识码 | 学校名称\n'01 | a\n'02 | b\n'０１ | c")).toEqual({
      ids: ['01', '02', 'c'],
      notes: ['A4 code-twice'],
    })
  })

  it('with a school twice counts it once', () => {
    expect(noted("标识码 | 学校名称\n'01 | a\n'01 | a")).toEqual({
      ids: ['01'],
      notes: ['A3 row-twice'],
    })
  })

  it('with a code that was lost or never given knows the school by its name', () => {
    const { ids, notes } = noted("标识码 | 学校名称\n'2.190001005E+09 | a\n | b\n'01 | c")
    expect(ids).toEqual(['a', 'b', '01'])
    expect(notes).toEqual(['A2 code-lost', 'A3 code-missing'])
  })

  it('passes over totals and signatures, by name', () => {
    const { ids, notes } = noted(
      "标识码 | 学校名称 | 乡镇\n'01 | a | 甲\n合计 | |\n | 小 计 | 9\n制表人：某 | |",
    )
    expect(ids).toEqual(['01'])
    expect(notes).toEqual(['A3 no-school-row', 'A4 no-school-row', 'A5 no-school-row'])
  })

  it('with a town written with spaces has one town, and a padded code is the code', () => {
    const { schools } = register(
      '标识码 | 学校名称 | 乡镇\n\'01 | a | 东镇\n\'０２ | b | 东　镇\n"03 " | c | "东镇 "',
    )
    expect(schools.map(({ attributes }) => attributes['乡镇'])).toEqual(['东镇', '东镇', '东镇'])
    expect(schools.map(({ attributes }) => attributes['标识码'])).toEqual(['01', '02', '03'])
  })

  it('with a status left empty takes the school as existing, and says so', () => {
    const { schools, notes } = register("标识码 | 学校名称 | 状态\n'01 | a |\n'02 | b | 停办")
    expect(schools.map(({ active }) => active)).toEqual([true, false])
    expect(notes.map(({ code }) => code)).toEqual(['status-missing'])
  })

  it('is looked for on the sheet that the configuration names', () => {
    const one = sheet('说明', "标识码 | 学校名称\n'99 | 示例小学")
    const two = sheet('名册', "标识码 | 学校名称\n'01 | a")
    const named = { ...config, register: { ...config.register, sheet: '名册' } }
    expect(readRegister(book(one, two), named, 'r').schools.map((school) => school.id)).toEqual([
      '01',
    ])
  })
})
