import type { ListShape } from '../../shared/lists.ts'
import type { ListRows } from '../model/list-rows.ts'
import { asNumber } from '../rules/value.ts'
import { compiled, truthsOf, YES } from './count-rows.ts'
import type { ListPlace } from './row-checks.ts'
import { toUnitOf, unitsPerRow } from './row-units.ts'

/**
 * The cells of units that leave a figure open: 102400 beside an empty 计量单位 where 万平方米 are counted,
 * or beside 公斤.
 */
export function unitsUntold(rows: ListRows, shape: ListShape, referenceDate: string): ListPlace[] {
  const column = unitsPerRow(shape.columns)?.unit
  if (column === undefined) return []
  const found = new Set<number>()
  for (const count of shape.counts) {
    const says = count.sum === null ? null : compiled(shape, count.sum)
    const toUnit = toUnitOf(rows, shape, count)
    if (says?.ok !== true || toUnit === null) continue
    const figure = says.over(rows, referenceDate)
    truthsOf(rows, shape, count.where, referenceDate).forEach((truth, row) => {
      const value = truth === YES ? asNumber(figure(row)) : null
      if (value === null || typeof value === 'symbol') return
      if (toUnit.bring(row, value) === null) found.add(row)
    })
  }
  return [...found].sort((a, b) => a - b).map((row) => ({ row, column }))
}
