import { expect, test } from 'vitest'
import { byTable, countKinds, kindOf } from '../../../src/renderer/intake/difference-groups.ts'
import type { DifferenceCell } from '../../../src/renderer/intake/difference-groups.ts'
import type { CellState } from '../../../src/shared/model.ts'

function cell(item: string, before: CellState, after: CellState): DifferenceCell {
  return {
    item,
    label: '',
    before: { value: '', state: before },
    after: { value: '', state: after },
    total: ['', ''],
  }
}

test('a figure that cannot be read any more is not merely changed', () => {
  expect(kindOf(cell('a', 'number', 'unreadable'))).toBe('unreadable')
  expect(kindOf(cell('a', 'number', 'missing'))).toBe('missing')
  expect(kindOf(cell('a', 'number', 'number'))).toBe('changed')
  expect(kindOf(cell('a', 'blank', 'number'))).toBe('filled')
  expect(kindOf(cell('a', 'number', 'blank'))).toBe('emptied')
  expect(kindOf(cell('a', 'blank', 'na'))).toBe('other')
})

test('every cell is counted once, and kinds that do not occur are left out', () => {
  const cells = [
    cell('教基3112[01,1]', 'number', 'number'),
    cell('县教03[01,1]', 'number', 'na'),
    cell('教基3112[01,2]', 'unreadable', 'number'),
  ]
  expect(countKinds(cells)).toEqual([
    ['changed', 1],
    ['filled', 1],
    ['emptied', 1],
  ])
  expect(byTable(cells).map(([form, own]) => [form, own.length])).toEqual([
    ['教基3112', 2],
    ['县教03', 1],
  ])
})
