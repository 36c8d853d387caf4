import { expect, it } from 'vitest'
import { countsOf, linesFor, nextDoubt } from '../../../src/renderer/draft/lines.ts'
import { relation, viewOf } from '../../core/draft/desk/view.ts'

const view = viewOf('全县学校26所，其中小学20所、初中5所。教师88人，职工9人。', [
  relation([3], { type: 'versus_data' }),
  relation([0, 1, 2]),
])

it('a filter shows as many lines as its count says', () => {
  const counts = countsOf(view)
  expect(counts).toEqual({ doubtful: 2, ignored: 0, tied: 0, sound: 0, free: 1 })
  for (const state of ['doubtful', 'ignored', 'tied', 'sound', 'free'] as const) {
    expect(linesFor(view, state)).toHaveLength(counts[state])
  }
})

it('the next doubt is the one behind the figure looked at; past the end it begins again', () => {
  const lines = linesFor(view, 'doubtful')
  const walk = (from: number | null, way: 1 | -1) => nextDoubt(lines, from, way)?.figure
  expect([walk(null, 1), walk(0, 1), walk(1, 1), walk(3, 1)]).toEqual([0, 3, 3, 0])
  expect([walk(null, -1), walk(3, -1), walk(0, -1)]).toEqual([3, 0, 3])
  expect(nextDoubt([], 2, 1)).toBeNull()
})
