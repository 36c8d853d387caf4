import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { FIGURE_KINDS, RELATION_TYPES, VERDICTS } from '../../../src/shared/draft.ts'

const contract = readFileSync(resolve(import.meta.dirname, '../../../docs/contract.md'), 'utf8')

test.each([
  ['kind', FIGURE_KINDS],
  ['type', RELATION_TYPES],
  ['verdict', VERDICTS],
])('docs/contract.md names every %s of `draft --json`', (field, words) => {
  expect(contract).toContain(`"${field}": "${words.join('|')}"`)
})
