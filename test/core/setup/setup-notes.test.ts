import { describe, expect, it } from 'vitest'
import { defaultConfig, readConfigText } from '../../../src/core/setup/config.ts'
import { columnNotes, setupNotes } from '../../../src/core/setup/setup-notes.ts'

const notes = (files: string[], named: { role: string; path: string }[] = []): string[] =>
  setupNotes(defaultConfig(), [], named, files, (path) => files.includes(path)).map(
    ({ code, role, params }) => `${code} ${role} ${Object.values(params).join(' ')}`,
  )

describe('a file of a collection folder', () => {
  it('that the settings name and that is not there is named', () => {
    expect(notes(['rules.yaml'], [{ role: 'rules', path: '规则.yaml' }])).toEqual([
      'file-not-found rules 规则.yaml',
    ])
    expect(notes(['规则.yaml'], [{ role: 'rules', path: '规则.yaml' }])).toEqual([])
  })

  it.each([
    ['indicator.yaml', 'name-near indicators indicator.yaml indicators.yaml'],
    ['indicators.yml', 'name-near indicators indicators.yml indicators.yaml'],
    ['Rules.yaml', 'name-near rules Rules.yaml rules.yaml'],
    ['externals.xlsx', 'name-near external externals.xlsx external.xlsx'],
    ['colection.yaml', 'name-near  colection.yaml collection.yaml'],
  ])('whose name is a slip is named with the name that is looked for: %s', (file, wanted) => {
    expect(notes([file])).toEqual([wanted])
  })

  it.each([
    ['prior/去年.xlsx', 'name-near prior prior/去年.xlsx prior/明细.xlsx'],
    ['prior/去年同期.xls', 'name-near same prior/去年同期.xls prior/同期.xlsx'],
    ['prior/上月明细.xlsx', 'name-near previous prior/上月明细.xlsx prior/上期.xlsx'],
  ])('of earlier periods under a name that nobody looks for is named: %s', (file, wanted) => {
    const found = (all: string[]): string[] =>
      setupNotes(defaultConfig(), [], [], [], (path) => all.includes(path), all).map(
        ({ code, role, params }) => `${code} ${role} ${Object.values(params).join(' ')}`,
      )
    expect(found([file, 'prior/说明.txt', 'prior/汇总表.xlsx', 'prior/~$明细.xlsx'])).toEqual([
      wanted,
    ])
    expect(found([file, 'prior/明细.xlsx', 'prior/同期.xlsx', 'prior/上期.xlsx'])).toEqual([])
  })

  it('that has nothing to do with it is left alone', () => {
    expect(notes(['README.md', '说明.xlsx', 'collection.yml', 'forms.xlsx'])).toEqual([])
  })
})

describe('a column of the register that the settings name', () => {
  const text = `
register: { type: 类型, status: 状况, kind: 类别 }
dimension_fields: { 举办者: 举办人, 乡镇: 乡镇 }
earlier: { same: prior/去年.xlsx }
rules: [a.yaml, b.yaml]
forms: { not_applicable: ["×"] }
`
  const { config, named, columns } = readConfigText(text)

  it('and that is not there is named: its lack would take every school as open', () => {
    const told = columnNotes(columns, ['标识码', '学校名称', '乡镇', '类型', '类别'])
    expect(told.map(({ params }) => `${params['key']} ${params['column']}`)).toEqual([
      'register.status 状况',
      'dimension_fields.举办者 举办人',
    ])
    expect(columnNotes(columns, null)).toEqual([])
    expect(columnNotes(readConfigText('title: 甲').columns, ['标识码'])).toEqual([])
  })

  it('a list of an earlier period is asked for under its own name', () => {
    expect(named).toEqual([{ role: 'same', path: 'prior/去年.xlsx' }])
  })

  it('what should be one text and is a list is named, not passed over for the default', () => {
    expect(config.setupNotes).toEqual([
      { code: 'bad-value', params: { key: 'rules', line: 5 }, role: '' },
      { code: 'bad-value', params: { key: 'forms.not_applicable', line: 6 }, role: '' },
    ])
  })
})
