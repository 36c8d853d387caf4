import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tooMany } from '../../../src/core/service/backups/thin.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = Date.parse('2026-03-01T12:00:00Z')

test('the newest ten stay, however close together', () => {
  const times = Array.from({ length: 10 }, (_, n) => NOW - n * 60_000)
  expect(tooMany(times, NOW)).toEqual([])
  expect(tooMany([...times, NOW - 11 * 60_000], NOW).length).toBeLessThanOrEqual(1)
})

test('of a year of backups every quarter of an hour some dozens stay, denser the newer', () => {
  const times = Array.from({ length: 4 * 24 * 365 }, (_, n) => NOW - n * 15 * 60_000)
  const out = new Set(tooMany(times, NOW))
  const kept = times.filter((time) => !out.has(time))
  expect(kept.length).toBeLessThan(120)
  const within = (from: number, to: number): number =>
    kept.filter((time) => NOW - time >= from && NOW - time < to).length
  expect(within(0, DAY)).toBeGreaterThanOrEqual(24)
  expect(within(2 * DAY, 29 * DAY)).toBeGreaterThanOrEqual(26)
  expect(within(60 * DAY, 360 * DAY)).toBeGreaterThanOrEqual(40)
})

test('backups from a time to come stay: the clock may have gone back', () => {
  const times = Array.from({ length: 50 }, (_, n) => NOW + n * 1_000)
  expect(tooMany(times, NOW)).toEqual([])
})

test('thinning again takes nothing more, and the newest of all always stays', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: NOW - 900 * DAY, max: NOW + DAY }), { minLength: 1 }),
      (times) => {
        const out = new Set(tooMany(times, NOW))
        const kept = times.filter((time) => !out.has(time))
        expect(tooMany(kept, NOW)).toEqual([])
        expect(kept).toContain(Math.max(...times))
      },
    ),
  )
})
