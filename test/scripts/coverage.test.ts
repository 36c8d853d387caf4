import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { MEASURES } from '../../scripts/forms/measures.ts'
import { coverageText, isCollected } from '../../scripts/make-coverage.ts'

const measures = MEASURES.flatMap(([, all]) => all)

it('what covers the measures of summaries is as the script writes it from library and forms', async () => {
  const path = join(import.meta.dirname, '../../docs/指标覆盖.md')
  expect(readFileSync(path, 'utf8')).toBe(await coverageText())
})

it('nearly all measures of summaries are collected, none typed in', () => {
  expect(measures).toHaveLength(83)
  expect(measures.filter(isCollected).length).toBeGreaterThanOrEqual(75)
})
