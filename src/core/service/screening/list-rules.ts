import { differencesKept } from '../../../shared/lists.ts'
import { columnsNamed } from '../../lists/columns-named.ts'
import { disagreements, brokenRows } from '../../lists/row-rules.ts'
import type { Disagreement } from '../../lists/row-rules.ts'
import type { ListPlace } from '../../lists/row-checks.ts'
import type { ListRule } from '../../../shared/lists.ts'
import type { Form } from '../../../shared/model.ts'
import { columnOf } from '../../model/list-rows.ts'
import type { ListRows } from '../../model/list-rows.ts'
import { fieldName } from '../../forms/lists/list-column.ts'

/** Differences that a sentence spells out; all are counted. */
const SPELT = 3

/** A school's rows of a list, under the school's name. */
export interface NamedRows {
  name: string
  rows: ListRows
}

/** What a rule over rows finds in one of several lists. */
export interface RuleBroken {
  /** Place of the list among those given. */
  at: number
  rule: ListRule
  /** Rows that do not meet it, or cells that differ. */
  count: number
  cells: ListPlace[]
  /** Which report says what of a thing that others report too; absent for rules over single rows. */
  differ?: { says: string; other: string }
}

/** What the rules of a list find in the rows of all returns. */
export function rulesBroken(
  { list: shape }: Form,
  lists: readonly NamedRows[],
  referenceDate: string,
): RuleBroken[] {
  if (shape?.rules === undefined) return []
  return shape.rules.flatMap((rule): RuleBroken[] => {
    const { of } = rule
    if ('same' in of) {
      const rows = lists.map((one) => one.rows)
      return disagreements(shape, of.same, rows, referenceDate).flatMap((cells, at) =>
        cells.length === 0
          ? []
          : [{ at, rule, count: cells.length, cells, differ: toldOf(shape, lists, at, cells) }],
      )
    }
    const named = columnsNamed(`${of.check} ${of.when ?? ''}`, shape.columns)
    return lists.flatMap(({ rows }, at) => {
      const broken = brokenRows(rows, shape, of, referenceDate)
      const cells = broken.flatMap((row) => named.map((column) => ({ row, column })))
      return broken.length === 0 ? [] : [{ at, rule, count: broken.length, cells }]
    })
  })
}

/** What this report says of a thing and what another one does, as `differencesSaid` puts into words. */
function toldOf(
  shape: NonNullable<Form['list']>,
  lists: readonly NamedRows[],
  at: number,
  cells: readonly Disagreement[],
): { says: string; other: string } {
  const text = (list: number, row: number, column: number): string => {
    const rows = lists[list]?.rows
    return rows === undefined ? '' : (columnOf(rows, column)[row] ?? '')
  }
  const name = (list: number): string => lists[list]?.name ?? ''
  const says = cells.slice(0, SPELT).map(({ thing, row, column, other, otherRow }) => {
    const heading = fieldName(shape.columns[column]?.heading ?? '')
    const own = text(at, row, column)
    return [thing, heading, own, name(other), text(other, otherRow, column)]
  })
  const others = [...new Set(cells.map(({ other }) => name(other)))]
  return {
    says: differencesKept(says, cells.length > SPELT),
    other: others.join('、'),
  }
}
