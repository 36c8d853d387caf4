import { expect, test } from 'vitest'
import { entry } from '../support/ledger-entry.ts'
import { foldReceipts } from '../../../src/renderer/overview/fold-receipts.ts'

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
