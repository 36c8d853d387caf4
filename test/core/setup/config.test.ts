import { describe, expect, it } from 'vitest'
import { defaultConfig, readConfigText } from '../../../src/core/setup/config.ts'
import { CallError } from '../../../src/shared/result.ts'

const parseConfig = (text: string) => readConfigText(text).config

/** The fault a text has: its line and what is said; "none". */
function fault(text: string): string {
  try {
    parseConfig(text)
    return 'none'
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    return `${error.code} ${String(error.params['line'])} ${String(error.params['detail'])}`
  }
}

describe('collection.yaml', () => {
  it('gives every field of the contract', () => {
    expect(
      parseConfig(`
title: 青禾县2025年教育统计
county: 青禾县
school_year: 2025/2026
reference_date: 2025-09-01
due_date: 2025-09-20
dimensions: [乡镇, 城乡, 举办者]
dimension_fields: { 城乡: 城乡代码 }
城乡: { "11": 城区, 12: 镇区, "2": 乡村 }
register: { file: 名册.xlsx, sheet: 名册, key: 代码, name: 校名, short_name: 简称, type: 类型, status: 情况, active: 在办 }
external: { file: 外部.xlsx, sheet: 数据 }
forms:
  folder: ./空表/
  by_type: { 211: 小学.xlsx, "311": 初中.xlsx }
  not_applicable: "×"
not_counted_types: [218, "219"]
returns: 上报/
prior: { file: 上年.xlsx, school_year: 2024/2025 }
rules: r.yaml
indicators: i.yaml
summary: s.md
what_nobody_knows: 1
`),
    ).toEqual({
      ...defaultConfig(),
      title: '青禾县2025年教育统计',
      county: '青禾县',
      schoolYear: '2025/2026',
      referenceDate: '2025-09-01',
      dueDate: '2025-09-20',
      dimensions: ['乡镇', '城乡', '举办者'],
      dimensionFields: { 城乡: '城乡代码' },
      codeNames: { 城乡: { '11': '城区', '12': '镇区', '2': '乡村' } },
      register: {
        file: '名册.xlsx',
        sheet: '名册',
        key: '代码',
        name: '校名',
        shortName: '简称',
        type: '类型',
        status: '情况',
        active: '在办',
      },
      external: { file: '外部.xlsx', sheet: '数据' },
      formsFolder: '空表',
      formsByType: { '211': '小学.xlsx', '311': '初中.xlsx' },
      notApplicable: '×',
      notCountedTypes: ['218', '219'],
      returnsFolder: '上报',
      prior: { file: '上年.xlsx', schoolYear: '2024/2025' },
      rules: 'r.yaml',
      indicators: 'i.yaml',
      summary: 's.md',
      setupNotes: [
        { code: 'unknown-key', params: { key: 'what_nobody_knows', line: 22 }, role: '' },
      ],
    })
  })

  it.each(['', '# nothing\n', 'title:\n', '---\n'])('takes its defaults for %j', (text) => {
    expect(parseConfig(text)).toEqual(defaultConfig())
  })

  it('keeps codes and numbers as they are written: 011 is not 11, 2025.10 not 2025.1', () => {
    const config = parseConfig(
      'title: 2025.10\nforms: { by_type: { 011: a.xlsx } }\n城乡: { 01: 城 }\nnot_counted_types: [021]\nschool_year: 1e3',
    )
    expect(config).toMatchObject({
      title: '2025.10',
      formsByType: { '011': 'a.xlsx' },
      codeNames: { 城乡: { '01': '城' } },
      notCountedTypes: ['021'],
      schoolYear: '1e3',
    })
  })

  it.each([
    ['a tab where spaces belong', 'title: x\nforms:\n\tfolder: y\n', 3],
    ['a bracket left open', 'title: x\ndimensions: [a, b\n', 3],
    ['one field twice', 'title: x\ncounty: y\ntitle: z\n', 3],
    ['a list that is a word', 'title: x\ncounty: y\ndimensions: 乡镇\n', 3],
    ['a map that is a list', 'title: x\nforms:\n  folder: a\n  by_type: [小学.xlsx]\n', 4],
    ['a word for all of register', 'title: x\nregister: 名册.xlsx\n', 2],
    ['a list at the top', '- title: x\n', 1],
    ['a text at the top', '只有一句话\n', 1],
  ])('says the line of %s', (_, text, line) => {
    expect(fault(text)).toMatch(new RegExp(`^bad-config ${String(line)} .`))
  })

  it('refuses a bomb of aliases instead of unfolding it', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
    for (let i = 1; i < 12; i++) {
      bomb.push(
        `a${String(i)}: &a${String(i)} [${Array.from({ length: 9 }, () => `*a${String(i - 1)}`).join(', ')}]`,
      )
    }
    expect(fault(bomb.join('\n'))).toMatch(/^bad-config \d+ ./)
  })

  it('is not changed by fields named like what every object has', () => {
    const config = parseConfig(
      '__proto__: { title: x }\nconstructor: y\nforms: { by_type: { __proto__: a.xlsx } }',
    )
    expect(config.title).toBe('')
    expect(Object.getPrototypeOf(config.formsByType)).toBe(Object.prototype)
  })

  it('names keys that nobody reads, with what they may be meant as and their line', () => {
    const { setupNotes } = parseConfig(
      'title: x\nnot_counted_type: [011]\nregister:\n  files: 名册.xlsx\n城乡: {11: 城}\n合计: 1\n',
    )
    expect(setupNotes).toEqual([
      {
        code: 'meant-key',
        params: { key: 'not_counted_type', line: 2, meant: 'not_counted_types' },
        role: '',
      },
      { code: 'unknown-key', params: { key: '合计', line: 6 }, role: '' },
      {
        code: 'meant-key',
        params: { key: 'register.files', line: 4, meant: 'register.file' },
        role: '',
      },
    ])
  })

  it('may say of which 学段 a table is', () => {
    expect(parseConfig('stages: {教基4149: 小学}').stages).toEqual({ 教基4149: '小学' })
    expect(parseConfig('title: 无').stages).toBeUndefined()
  })
})
