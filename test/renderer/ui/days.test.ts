import { expect, test } from 'vitest'
import { returnsByDay, usualDay } from '../../../src/renderer/ui/days.ts'
import { fileRow } from '../support/file.ts'

const on = (day: string, change = {}) => fileRow({ receivedAt: `${day}T09:30:00.000Z`, ...change })

test('days without a file stand between those with one; verdicts are told apart', () => {
  const { days } = returnsByDay(
    [
      on('2025-09-03'),
      on('2025-09-01', { status: 'queried' }),
      on('2025-09-03', { status: 'duplicate' }),
    ],
    'received',
  )
  expect(days).toEqual([
    { day: '2025-09-01', used: 0, queried: 1, other: 0 },
    { day: '2025-09-02', used: 0, queried: 0, other: 0 },
    { day: '2025-09-03', used: 1, queried: 0, other: 1 },
  ])
})

test('a long span is not filled with empty days', () => {
  expect(returnsByDay([on('2025-01-01'), on('2025-12-31')], 'received').days).toHaveLength(2)
})

test('by the school’s own date, returns without one are counted and files that are none are not', () => {
  const files = [
    on('2025-09-03', { returnDate: '2025-09-02' }),
    on('2025-09-03'),
    on('2025-09-03', { tables: [], status: 'ignored' }),
  ]
  expect(returnsByDay(files, 'reported')).toEqual({
    days: [{ day: '2025-09-02', used: 1, queried: 0, other: 0 }],
    undated: 1,
  })
})

test('when all came in on one day, the schools’ own dates say more', () => {
  const dated = ['2025-09-01', '2025-09-02'].map((returnDate) => on('2025-09-09', { returnDate }))
  expect(usualDay(dated)).toBe('reported')
  expect(usualDay([...dated, on('2025-09-10')])).toBe('received')
  expect(usualDay([])).toBe('received')
})
