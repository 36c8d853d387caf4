import { describe, expect, it } from 'vitest'
import { blanksOf } from '../../../src/core/register/blanks.ts'
import { schoolOf } from '../../../src/core/register/school-of.ts'
import { defaultConfig, readConfigText } from '../../../src/core/setup/config.ts'
import type { Form } from '../../../src/shared/model.ts'

const form = (id: string, ...workbooks: string[]): Form => ({
  id,
  title: `${id}情况`,
  unit: null,
  rows: [],
  columns: [],
  items: [],
  editions: workbooks.map((workbook) => ({
    workbook,
    sheet: id,
    order: 0,
    items: [],
    rowAt: [],
    columnAt: [],
  })),
})

const config = defaultConfig()
const reporter = (name: string, more: Record<string, string> = {}) =>
  schoolOf(name, { 学校名称: name, ...more }, config)
const school = reporter('石门小学', { 办学类型代码: '211' })
const section = (name: string, more: Record<string, string> = {}) =>
  reporter(name, { 类别: '股室', ...more })

const FORMS = [
  form('教基1', '学校.xlsx'),
  form('基建1', '项目台账.xlsx'),
  form('资助1', '资助台账.xlsx'),
]

describe('who fills in which blank', () => {
  it('is said by the register’s column, by file, 表号 or title, one or several', () => {
    const own = section('计财股', { 应报表: '项目台账、资助1' })
    const other = section('资助中心', { 应报表: '资助1情况' })
    const all = [school, own, other]
    expect(blanksOf(own, all, config, FORMS)).toEqual(['项目台账.xlsx', '资助台账.xlsx'])
    expect(blanksOf(other, all, config, FORMS)).toEqual(['资助台账.xlsx'])
  })

  it('leaves to schools the one blank that no section claims', () => {
    const own = section('计财股', { 应报表: '项目台账、资助台账' })
    expect(blanksOf(school, [school, own], config, FORMS)).toEqual(['学校.xlsx'])
  })

  it('is said by the settings for a kind of reporter, or for one by name, also several', () => {
    const { config: read } = readConfigText(
      'forms: {by_type: {"211": 学校.xlsx, 股室: [项目台账.xlsx, 资助台账.xlsx], 资助中心: 资助台账.xlsx}}',
    )
    const set = { ...config, formsByType: read.formsByType }
    const all = [school, section('计财股'), section('资助中心')]
    expect(all.map((one) => blanksOf(one, all, set, FORMS))).toEqual([
      ['学校.xlsx'],
      ['项目台账.xlsx', '资助台账.xlsx'],
      ['资助台账.xlsx'],
    ])
  })

  it('is seen from a blank that bears a section’s name, or lies in the folder of its kind', () => {
    const forms = [
      form('教基1', '小学.xlsx'),
      form('基建1', '基建股.xlsx'),
      form('通1', '股室/通用.xlsx'),
    ]
    const named = section('青禾县教育局基建股')
    const all = [school, named, section('人事股')]
    expect(blanksOf(named, all, config, forms)).toEqual(['基建股.xlsx', '股室/通用.xlsx'])
    expect(blanksOf(section('人事股'), all, config, forms)).toEqual(['股室/通用.xlsx'])
    expect(blanksOf(school, all, config, forms)).toEqual(['小学.xlsx'])
  })

  it('stays open where nothing says it and there are several', () => {
    expect(blanksOf(section('人事股'), [school], config, FORMS)).toBeNull()
    expect(blanksOf(null, [school], config, FORMS)).toBeNull()
  })
})
