import { expect, test } from 'vitest'
import { entry } from '../support/ledger-entry.ts'
import { recentReasons } from '../../../src/renderer/grid/recent-reasons.ts'

test('newest first, each once, only those of changes', () => {
  const entries = [
    entry(1, 'adopt', '电话核实'),
    entry(2, 'adopt', '更正'),
    entry(3, 'withdraw', '收回'),
    entry(4, 'adopt', '电话核实'),
    entry(5, 'adopt', ''),
  ]
  expect(recentReasons(entries)).toEqual(['电话核实', '更正'])
})
