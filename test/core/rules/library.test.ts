import { describe, expect, it } from 'vitest'
import { parseRules } from '../../../src/core/rules/library.ts'
import { RULE_PROBLEM_CODES } from '../../../src/shared/rules.ts'
import { problemText } from '../../../src/shared/words/rules.ts'

/** Problems as "line/entry code". */
const problems = (text: string): string[] =>
  parseRules(text).problems.map(
    ({ line, entry, code }) => `${String(line)}/${String(entry)} ${code}`,
  )

describe('an entry that cannot be used', () => {
  it('is named with its line and its place in the list; the others hold', () => {
    const text = [
      '# 审核规则',
      '- {id: a, check: 1 = 1, severity: error}',
      '- title: 没有编号',
      '  check: 1 = 1',
      '- id: b',
      '  severity: error',
      '- {id: c, check: 1 = 1, severity: 严重}',
      '- {id: a, check: 2 = 2, severity: query}',
      '- 一句话',
    ].join('\n')
    const { rules } = parseRules(text)
    expect(rules.map((rule) => rule.id)).toEqual(['a'])
    expect(problems(text)).toEqual([
      '3/2 id-missing',
      '5/3 check-missing',
      '7/4 bad-severity',
      '8/5 double-id',
      '1/6 not-a-rule',
    ])
  })

  it.each([
    ['a: 1', '1/null not-a-list'],
    ['- id: "未完', '1/null quote-open'],
    ['- id: a\n  id: b\n', '2/null double-key'],
  ])('a text that is no list of rules is named as a whole: %j', (text, wanted) => {
    expect(problems(text)).toEqual([wanted])
  })

  it.each([
    ["- {id: a, check: '1 = 1', severity: error, whn: 1 = 2}", '1/1 meant-key'],
    ["- {id: a, check: '1 = 1', severity: error, where: 1 = 2}", '1/1 meant-key'],
    ["- {id: a, check: '1 = 1', severity: error, 容差: 1}", '1/1 meant-key'],
    ["- {id: a, check: '1 = 1', severity: error, rows: 3}", '1/1 unknown-key'],
    ["- {id: a, check: '1 = 1', severity: error, when: [1 = 2]}", '1/1 bad-value'],
    ["- {id: a, check: '1 = 1', severity: error, when: true}", '1/1 bad-value'],
  ])('what nobody reads of it is named, not passed over: %j', (text, wanted) => {
    expect(problems(text)).toEqual([wanted])
  })

  it('remarks are nobody’s fault', () => {
    const { rules, problems: none } = parseRules(
      "- {id: a, check: '1 = 1', severity: error, note: 无, when: }",
    )
    expect([rules.length, none]).toEqual([1, []])
  })

  it('an empty text is no rule and no problem', () => {
    expect(parseRules('# 还没有规则\n')).toEqual({ rules: [], problems: [] })
  })
})

it('every problem has a sentence in both languages that leaves nothing unfilled', () => {
  for (const code of RULE_PROBLEM_CODES) {
    for (const lang of ['zh', 'en'] as const) {
      const said = problemText(lang, {
        code,
        params: { id: '错-1', column: 3, key: 'whn', meant: 'when', known: 'when' },
      })
      expect(said).not.toMatch(/[{}]/)
      expect(said.length).toBeGreaterThan(8)
    }
  }
})
