import { expect, test } from 'vitest'
import type { ShownChange } from '../../../src/renderer/state/changes.ts'
import { pendingAt, withEdits } from '../../../src/renderer/state/edits.ts'

function edit(school: string, value: string, from = '64'): ShownChange {
  return { school, item: '教基3112[01,7]', value, name: `学校${school}`, from }
}

test('edits of different cells wait side by side, in the order they were made', () => {
  expect(withEdits([edit('1', '37')], [edit('2', '47')])).toEqual([
    edit('1', '37'),
    edit('2', '47'),
  ])
})

test('a cell typed twice waits once, with the later figure', () => {
  expect(withEdits([edit('1', '37'), edit('2', '47')], [edit('1', '38')])).toEqual([
    edit('2', '47'),
    edit('1', '38'),
  ])
  expect(withEdits([], [edit('1', '37'), edit('1', '38')])).toEqual([edit('1', '38')])
})

test('typing back what stands there is no edit any more', () => {
  expect(withEdits([edit('1', '37')], [edit('1', '64')])).toEqual([])
  expect(withEdits([], [edit('1', '37'), edit('1', '64')])).toEqual([])
})

test('0 and blank over a sign are edits', () => {
  expect(withEdits([], [edit('1', '', '⚠'), edit('2', '0', '*')])).toHaveLength(2)
})

test('what waits at a cell is found by school and item', () => {
  const pending = [edit('1', '')]
  expect(pendingAt(pending, '1', '教基3112[01,7]')).toBe('')
  expect(pendingAt(pending, '2', '教基3112[01,7]')).toBeNull()
  expect(pendingAt(pending, '1', '教基3112[01,8]')).toBeNull()
})
