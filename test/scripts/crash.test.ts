import { expect, test } from 'vitest'
import { killed } from '../../scripts/crash/kills.ts'
import { powerLost } from '../../scripts/crash/power.ts'
import { tempFolder } from '../main/store/temp.ts'

test('nothing acknowledged is lost when the power fails at any point of writing', () => {
  expect(powerLost(tempFolder(), 60, 3)).toEqual({ rounds: 60, faults: [] })
}, 60_000)

test('nothing acknowledged is lost, and nothing is there by halves, when the program is killed', async () => {
  const { faults } = await killed(tempFolder(), 2, 3)
  expect(faults).toEqual([])
}, 120_000)
