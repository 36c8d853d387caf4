import { expect, test } from 'vitest'
import { reasonCounts } from '../../../src/renderer/intake/reason-counts.ts'
import { reasonsOf } from '../../../src/renderer/ui/reasons-of.ts'
import { schoolShown } from '../../../src/renderer/intake/filter.ts'
import { allOf } from '../../../src/renderer/state/intake-filter.ts'
import { entry } from '../support/ledger-entry.ts'
import type { Reason } from '../../../src/shared/model.ts'
import { schoolRow } from '../support/school.ts'

const unreadable: Reason = { code: 'unreadable-cell', params: { raw: '约27' } }
const short: Reason = { code: 'short-name', params: {} }

test('a row with one reason twice is one row', () => {
  const rows = [{ reasons: [unreadable, unreadable] }, { reasons: [short, unreadable] }]
  expect(reasonCounts(rows)).toEqual([
    ['unreadable-cell', 2],
    ['short-name', 1],
  ])
})

test('rows are filtered by a reason, and found by what is said of them', () => {
  const row = schoolRow('1', '县二小', { reasons: [unreadable] })
  const all = allOf('schools')
  const overview = { dimensions: [] }
  expect(schoolShown(row, { ...all, reason: 'unreadable-cell' }, '', overview, '')).toBe(true)
  expect(schoolShown(row, { ...all, reason: 'short-name' }, '', overview, '')).toBe(false)
  expect(schoolShown(row, all, '约27', overview, '', '“约27”不是数字')).toBe(true)
  expect(schoolShown(row, all, '约28', overview, '', '“约27”不是数字')).toBe(false)
})

test('reasons given before are offered newest first, each once, before the usual ones', () => {
  const ledger = [
    entry(3, 'accept-file', '学校更正'),
    entry(2, 'adopt', '数字颠倒'),
    entry(4, 'withdraw-file', '发错了'),
    entry(5, 'accept-file', '学校更正'),
  ]
  expect(reasonsOf(ledger, ['accept-file', 'withdraw-file'], ['学校更正', '补报'])).toEqual([
    '学校更正',
    '发错了',
    '补报',
  ])
})
