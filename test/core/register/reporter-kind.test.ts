import { describe, expect, it } from 'vitest'
import { defaultConfig } from '../../../src/core/setup/config.ts'
import { readRegister } from '../../../src/core/register/read-register.ts'
import { reporterKind } from '../../../src/core/register/reporter-kind.ts'
import { book, sheet } from '../../support/sheet.ts'

const config = defaultConfig()
const kind = (attributes: Record<string, string>, column?: string): string | null =>
  reporterKind(attributes, {
    register: { ...config.register, ...(column !== undefined && { kind: column }) },
  })

describe('which reporters of a register are no schools', () => {
  it.each(['股室', '中心', '学区', '中心校', '资助中心', '直属单位', '机关'])(
    'a 类别 %s is none',
    (word) => expect(kind({ 类别: word, 学校名称: '某某' })).toBe(word),
  )

  it.each([
    '学校',
    '小学',
    '初级中学',
    '九年一贯制学校',
    '幼儿园',
    '教学点',
    '公办',
    '普惠性民办',
    '城区',
  ])('a 类别 %s, as counties sort their schools, is one', (word) =>
    expect(kind({ 类别: word, 学校名称: '某某' })).toBeNull(),
  )

  it('reads the usual headings, the surest first', () => {
    expect(kind({ 类别: '学校', 单位类型: '股室' })).toBe('股室')
    expect(kind({ 填报单位类别: '招考中心' })).toBe('招考中心')
  })

  it('leaves a word of the county’s own beside a school’s code to the schools', () => {
    expect(kind({ 类别: '甲等', 办学类型代码: '211' })).toBeNull()
    expect(kind({ 类别: '甲等' })).toBe('甲等')
    expect(kind({ 类别: '甲等', [config.register.key]: '2133001001' })).toBeNull()
    expect(kind({ 类别: '股室', [config.register.key]: '2133001001' })).toBe('股室')
    expect(kind({ 类别: '中心校', 办学类型代码: '211' })).toBeNull()
  })

  it('passes over whose property a body is', () => {
    expect(kind({ 机构类型: '事业单位', 学校名称: '青禾一小', 办学类型代码: '211' })).toBeNull()
  })

  it('goes by the column that the settings name, whatever its words', () => {
    expect(kind({ 报送方: '其他', 类别: '学校' }, '报送方')).toBeNull()
    expect(kind({ 报送方: '县直', 类别: '学校' }, '报送方')).toBe('县直')
  })

  it('takes the 办学类型, or without any the name, where there is no such column', () => {
    expect(kind({ 办学类型: '股室', 学校名称: '基建股' })).toBe('股室')
    expect(kind({ 学校名称: '青禾县学生资助中心' })).toBe('股室')
    expect(kind({ 学校名称: '青禾县职业教育中心' })).toBeNull()
    expect(kind({ 学校名称: '石门镇中心校' })).toBeNull()
    expect(kind({ 学校名称: '青禾县幼教中心', 办学类型代码: '111' })).toBeNull()
  })
})

describe('a section in the register', () => {
  it('needs no code of a school, and is known by what it calls itself', () => {
    const { schools, notes } = readRegister(
      book(
        sheet(
          '名册',
          `
          标识码 | 学校名称 | 单位类别
          '2133001001 | 石门小学 | 学校
          | 青禾县教育局基建股 | 股室
          | 青禾县招生考试中心 | 中心
          `,
        ),
      ),
      config,
      'register.xlsx',
    )
    expect(notes).toEqual([])
    expect(schools.map(({ id, shortName, unit }) => [id, shortName, unit])).toEqual([
      ['2133001001', '', undefined],
      ['青禾县教育局基建股', '基建股', '股室'],
      ['青禾县招生考试中心', '招生考试中心', '中心'],
    ])
  })
})
