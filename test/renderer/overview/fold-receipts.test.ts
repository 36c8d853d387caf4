import { expect, test } from 'vitest'
import type { LedgerEntry } from '../../../src/shared/ledger.ts'
import { foldReceipts } from '../../../src/renderer/overview/fold-receipts.ts'

function entry(id: number, kind: LedgerEntry['kind']): LedgerEntry {
  return {
    id,
    kind,
    reason: '',
    at: '',
    person: '',
    changes: [],
    target: 0,
    active: true,
    note: '',
  }
}

test('runs of received files are one line; a change in between parts them', () => {
  const lines = foldReceipts([
    entry(1, 'create'),
    entry(2, 'receive'),
    entry(3, 'receive'),
    entry(4, 'adopt'),
    entry(5, 'receive'),
  ])
  expect(
    lines.map((line) => ('files' in line ? line.files.map((one) => one.id) : line.entry.kind)),
  ).toEqual([[5], 'adopt', [3, 2], 'create'])
})
