import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutRule, withRule } from '../../../src/core/rules/edit-library.ts'
import { parseRules } from '../../../src/core/rules/library.ts'
import type { RuleText } from '../../../src/shared/rules.ts'

const rule = (change: Partial<RuleText> = {}): RuleText => ({
  id: '新-1',
  title: '新规则',
  check: '表[01,1] = SUM(表[01,2:3])',
  severity: 'error',
  when: '',
  tolerance: '',
  source: '',
  ...change,
})
const TEXT = `# 县里的规则
- id: 甲-1 # 第一条
  title: "甲: 一"
  check: 表[01,1] = 1
  severity: error

# 下面两条不动
- {id: 乙-1, title: 乙, check: "表[02,*] <= 表[01,*]", severity: query}
- id: 丙-1
  check: >-
    表[01,1]
    = 3
  severity: error
`

describe('a rule written into rules.yaml', () => {
  it('stands at the end; what was there stays letter by letter', () => {
    const text = withRule(TEXT, null, rule()) ?? ''
    expect(text.startsWith(TEXT)).toBe(true)
    expect(text.slice(TEXT.length)).toBe(
      '- id: 新-1\n  title: 新规则\n  check: 表[01,1] = SUM(表[01,2:3])\n  severity: error\n',
    )
  })

  it('takes the place of another with its comments; the rest stays letter by letter', () => {
    const text = withRule(
      TEXT,
      '甲-1',
      rule({ id: '甲-1', title: '甲: 一', check: '表[01,1] = 2' }),
    )
    expect(text).toBe(TEXT.replace('check: 表[01,1] = 1', 'check: 表[01,1] = 2'))
  })

  it('takes the place of one written on one line, and of one written over several', () => {
    const second = withRule(TEXT, '乙-1', rule({ id: '乙-2', severity: 'query' })) ?? ''
    expect(second.split('\n').slice(0, 8)).toEqual(
      TEXT.split('\n')
        .slice(0, 8)
        .with(7, second.split('\n')[7] ?? ''),
    )
    expect(parseRules(second).rules.map((one) => one.id)).toEqual(['甲-1', '乙-2', '丙-1'])
    const third = withRule(TEXT, '丙-1', rule({ id: '丙-1', check: '表[01,1] = 4' })) ?? ''
    expect(parseRules(third).rules[2]?.check).toBe('表[01,1] = 4')
    expect(third.startsWith(TEXT.slice(0, TEXT.indexOf('- id: 丙-1')))).toBe(true)
  })

  it('makes a list of an empty text, and of a list written on one line', () => {
    expect(parseRules(withRule(null, null, rule()) ?? '').rules).toHaveLength(1)
    expect(parseRules(withRule('# 只有说明', null, rule()) ?? '').rules).toHaveLength(1)
    const line = '[{id: a, check: 1 = 1, severity: error}]\n'
    expect(parseRules(withRule(line, null, rule()) ?? '').rules.map(({ id }) => id)).toEqual([
      'a',
      '新-1',
    ])
    expect(parseRules(withRule(line, 'a', rule()) ?? '').rules.map(({ id }) => id)).toEqual([
      '新-1',
    ])
    expect(parseRules(withoutRule(line, 'a') ?? '').rules).toEqual([])
  })

  it('is refused where the text cannot be read or has no such rule', () => {
    expect(withRule('- id: "未完', null, rule())).toBeNull()
    expect(withRule('a: 1', null, rule())).toBeNull()
    expect(withRule(TEXT, '没有', rule())).toBeNull()
    expect(withoutRule(TEXT, '没有')).toBeNull()
  })

  it('goes out again without a trace', () => {
    expect(withoutRule(withRule(TEXT, null, rule()) ?? '', '新-1')).toBe(TEXT)
  })

  it('is read back as it was written, whatever stands in it', () => {
    const word = fc.string({
      unit: fc.constantFrom(...Array.from('表[01,*]="#:-\'{}<>& 甲乙,|%@`!\\')),
    })
    fc.assert(
      fc.property(word, word, word, fc.boolean(), (check, title, when, replace) => {
        const wanted = rule({ check: `表${check}`, title: `题${title}`, when })
        const text = withRule(TEXT, replace ? '甲-1' : null, wanted) ?? ''
        const { rules, problems } = parseRules(text)
        expect(problems).toEqual([])
        const read = rules.find((one) => one.id === wanted.id)
        expect([read?.check, read?.title, read?.when ?? '']).toEqual(
          [wanted.check, wanted.title, wanted.when].map((one) => one.trim()),
        )
        expect(text).toContain(
          '# 下面两条不动\n- {id: 乙-1, title: 乙, check: "表[02,*] <= 表[01,*]", severity: query}\n',
        )
      }),
    )
  })
})
