import { expect, test } from 'vitest'
import { ruleColumns } from '../../../src/renderer/setup/rule-columns.ts'
import { wordsIn } from '../../../src/renderer/words/words-in.ts'

test.each([
  ['zh', 12],
  ['en', 6.5],
] as const)('every column of the rules holds its heading and its words (%s)', (lang, character) => {
  const words = wordsIn(lang)
  const columns = ruleColumns(words)
  const widthOf = (id: string): number =>
    columns.find(({ colId, field }) => (colId ?? field) === id)?.width ?? 0
  const needed = (texts: readonly string[]): number =>
    Math.max(...texts.map(({ length }) => length * character)) + 14
  const { rules, check } = words
  expect(widthOf('severity')).toBeGreaterThanOrEqual(
    needed([rules.severity, check.severity.error, check.severity.query]),
  )
  expect(widthOf('origin')).toBeGreaterThanOrEqual(
    needed([rules.from, ...Object.values(rules.origin)]),
  )
  expect(widthOf('state')).toBeGreaterThanOrEqual(needed([rules.state, rules.runs, rules.notHere]))
  expect(widthOf('undecided')).toBeGreaterThanOrEqual(needed([rules.undecided]))
})
