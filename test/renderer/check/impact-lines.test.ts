import { expect, test } from 'vitest'
import { impactLines } from '../../../src/renderer/check/impact-lines.ts'
import type { FindingImpact } from '../../../src/shared/impact.ts'
import { line } from '../support/finding.ts'

const A = line({ school: '1', rule: '小学-1' })
const B = line({ school: '2', rule: '小学-1' })
const C = line({ school: '3', rule: '基本-1' })
const row = (one: typeof A, amount: string | null): FindingImpact => {
  const { school, rule, row: code, column } = one
  return { school, rule, row: code, column, headline: '在校生', amount }
}
const words = {
  headline: ({ title, bound }: { title: string; bound: string | null }) =>
    `${title} ±${bound ?? '?'}`,
  none: '不影响',
  amount: (amount: string | null, unit: string) => (amount === null ? '?' : `±${amount} ${unit}`),
}
const headline = {
  id: '在校生',
  title: '小学在校生',
  unit: '人',
  value: '900',
  bound: '38',
  findings: 2,
  unknown: 1,
}

test('findings stand under the headline they move, the heaviest first, the others at the end', () => {
  const impact = { revision: 1, headlines: [headline], findings: [row(B, '30'), row(A, null)] }
  const { lines, height } = impactLines([A, B, C], impact, words)
  expect(
    lines.map((line) =>
      line.kind === 'group' ? line.name : `${line.finding.school} ${line.note ?? ''}`,
    ),
  ).toEqual(['小学在校生 ±38', '2 ±30 人', '1 ?', '不影响', '3 '])
  expect(height).toBe(2 * 28 + 3 * 46)
})

test('what the filter leaves out leaves no empty head', () => {
  const impact = { revision: 1, headlines: [headline], findings: [row(B, '30')] }
  const { lines } = impactLines([C], impact, words)
  expect(lines.map((line) => line.kind)).toEqual(['group', 'finding'])
})
