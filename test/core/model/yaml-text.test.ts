import { expect, it } from 'vitest'
import { parseIndicators } from '../../../src/core/indicators/indicator.ts'
import { readYaml } from '../../../src/core/model/yaml-text.ts'
import { parseRules } from '../../../src/core/rules/library.ts'
import { parseScreening } from '../../../src/core/screening/settings.ts'

const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
for (const [name, before] of ['ba', 'cb', 'dc', 'ed'] as const) {
  bomb.push(`${name}: &${name} [${Array<string>(9).fill(`*${before}`).join(', ')}]`)
}

it.each([
  ['lists within lists', '['.repeat(50_000)],
  ['maps within maps', '{"a":'.repeat(5_000)],
  ['aliases that unfold into more and more', bomb.join('\n')],
  ['an alias of what holds it', '&a [*a]'],
  ['a text without measure', `# ${'x'.repeat(3_000_000)}`],
  ['a bracket left open', '- {id: a'],
])('%s is a named fault for every kind of text, and nothing else stops', (_, text) => {
  expect(readYaml(text).ok).toBe(false)
  expect(parseIndicators(text).problems).toHaveLength(1)
  expect(parseRules(text).problems).toHaveLength(1)
  expect(parseScreening(text).problems).toHaveLength(1)
})

it('a text that can be read says where a fault of another stands', () => {
  expect(readYaml('- id: a\n  b: [')).toMatchObject({ ok: false, line: 2 })
  const read = readYaml('- id: a')
  expect(read.ok && read.plain()).toEqual([{ id: 'a' }])
})

it.each([
  ['['.repeat(20_000), '括号或缩进套得太深'],
  ['a: 1\n---\nb: 2\n', '有几段用 --- 分开的内容，只能有一段'],
])('what the reader of YAML says in other words is said in ours', (text, detail) => {
  expect(readYaml(text)).toMatchObject({ ok: false, detail })
})
