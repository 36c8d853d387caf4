import { describe, expect, it } from 'vitest'
import { learnWorkbook } from '../../../src/core/forms/learn.ts'
import { listFaults } from '../../../src/core/lists/list-faults.ts'
import { parseLists } from '../../../src/core/lists/list-library.ts'
import { withCounts } from '../../../src/core/lists/with-counts.ts'
import { listFaultText } from '../../../src/shared/words/faults.ts'
import { smallForm } from '../../renderer/support/form.ts'
import { book, sheet } from '../../support/sheet.ts'

const HEAD = '项目编号 | 项目名称 | 学段 | 金额(万元) | 开工日期'
const learned = [
  ...learnWorkbook(
    { name: 'a.xlsx', workbook: book(sheet('台账', `${HEAD}\n | | | | `)) },
    '*',
  ).map(({ form }) => form),
  smallForm(),
]

/** What is said of a lists.yaml, and what of it the list keeps. */
function said(yaml: string): { faults: string[]; texts: string[]; kept: string[] } {
  const library = parseLists(yaml)
  const forms = withCounts(learned, library)
  const faults = listFaults(library, forms)
  const { counts = [], rules = [], columns = [] } = forms[0]?.list ?? {}
  const kept = [...counts, ...rules].map(({ id }) => id)
  return {
    faults: faults.map(({ code, line }) => `${code} ${String(line)}`),
    texts: faults.flatMap((fault) => [listFaultText('zh', fault), listFaultText('en', fault)]),
    kept: [...kept, ...columns.flatMap(({ choices, heading }) => (choices ? [heading] : []))],
  }
}

describe('what lists.yaml names and a list does not have', () => {
  it.each([
    ['the condition of a count', `count: 名单.学断 = "小学"`, '学断'],
    ['what is added up', 'sum: 名单.金颔', '金颔'],
    ['where it is added up', 'sum: 名单.金额, where: 名单.学断 = "小学"', '学断'],
    ['what counts once', 'count: 1 = 1, once: 名单.项目编码', '项目编码'],
    ['what must agree', 'value: 名单.名次', '名次'],
    ['the check of a rule', 'check: 名单.金颔 >= 0, severity: error', '金颔'],
    [
      'when a rule holds',
      'check: 名单.金额 > 0, when: 名单.竣工日期 <> "", severity: error',
      '竣工',
    ],
    ['what reports have in common', 'same: 名单.项目编码, severity: query', '项目编码'],
    ['a column of the register', `count: 学校.乡镇 = "甲镇"`, '乡镇'],
    ['a table that is not there', "check: '名单.金额 > 乙表[01,1]', severity: error", '乙表'],
  ])('%s is a fault that is said, not a rule that is silent', (_, fields, name) => {
    const { faults, texts, kept } = said(`# x\n- { list: 台账, id: 甲, ${fields} }`)
    expect(faults).toEqual(['text 2'])
    expect(texts).toHaveLength(2)
    for (const text of texts) expect(text).toContain(name)
    expect(texts.join('')).not.toMatch(/\{\w+\}|“”/u)
    expect(kept).toEqual(['条数'])
  })

  it('choices of a column that is not there are said, with the columns there are', () => {
    const { faults, texts } = said('- { list: 台账, column: 学断, choices: [小学] }')
    expect(faults).toEqual(['no-such-column 1'])
    expect(texts[0]).toContain('项目编号、项目名称、学段、金额、开工日期')
  })

  it.each([
    ['- { list: 台帐, id: 甲, check: 名单.金额 >= 0, severity: error }', 'no-such-list 1'],
    ['- { list: 台帐, column: 学段, choices: [小学] }', 'no-such-list 1'],
    ['- { list: 教基3112, id: 甲, check: 名单.金额 >= 0, severity: error }', 'no-list 1'],
    ['- { list: 台账, id: 条数, count: 名单.学段 = "小学" }', 'taken-id 1'],
    ['- { list: 台账, column: 学段, choices: [小学, true] }', 'bad-choices 1'],
    ['- { list: 台账, column: 学段, choices: [] }', 'bad-choices 1'],
    [
      '- { list: 台账, column: 学段, choices: [小学] }\n- { list: 台账, column: 学段, choices: [初中] }',
      'double-column 2',
    ],
  ])('%s', (yaml, fault) => {
    const { faults, texts } = said(yaml)
    expect(faults).toEqual([fault])
    expect(texts.join('')).not.toMatch(/\{\w+\}|“”/u)
  })

  it('nothing is said of what can be used', () => {
    const yaml = `
- { list: 台账, column: 学段, choices: [小学, 初中] }
- { list: 台账, id: 甲, sum: 名单.金额, once: 名单.项目编号 }
- { list: 台账, id: 乙, check: 名单.金额 >= 0, severity: error }`
    expect(said(yaml)).toEqual({ faults: [], texts: [], kept: ['条数', '甲', '乙', '学段'] })
  })
})
