import { expect, test } from 'vitest'
import { killed } from '../../scripts/crash/kills.ts'
import { powerLost } from '../../scripts/crash/power.ts'
import { replayed } from '../../scripts/crash/replay.ts'
import { canRecord } from '../../scripts/crash/trace.ts'
import { tempFolder } from '../main/store/temp.ts'

test('nothing acknowledged is lost when the power fails at any point of writing', () => {
  expect(powerLost(tempFolder(), 60, 3)).toEqual({ rounds: 60, faults: [] })
}, 60_000)

test('nothing acknowledged is lost, and nothing is there by halves, when the program is killed', async () => {
  const { faults } = await killed(tempFolder(), 2, 3)
  expect(faults).toEqual([])
}, 120_000)

test.skipIf(!canRecord())(
  'a collection on its way is there whole or not at all when the power fails at any call (skipped: no strace here)',
  async () => {
    const { rounds, deeds, faults } = await replayed(tempFolder(), 40, 3)
    expect({ rounds, faults }).toEqual({ rounds: 40, faults: [] })
    expect(deeds).toBeGreaterThan(500)
  },
  120_000,
)
