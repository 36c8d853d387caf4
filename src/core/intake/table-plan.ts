import type { Form, FormEdition } from '../../shared/model.ts'
import { topOf } from '../align/align-table.ts'
import type { TableMap } from '../align/align-table.ts'
import { placeKey } from '../model/place-key.ts'

/** Which items a blank workbook asks for, and the crossings of rows and columns where it asks for none. */
interface Asked {
  /** 1 for each item that is asked for, parallel to Form.items. */
  asked: Uint8Array
  /** Form rows and columns. */
  unasked: { row: number; column: number }[]
}

/**
 * What follows from where a table stands: the same for every sheet laid out alike, and most of a
 * county's returns are.
 */
export interface TablePlan extends Asked {
  /** Sheet row and column of each Form.items entry, -1 where the sheet lacks it. */
  rowOf: Int32Array
  columnOf: Int32Array
  /** Sheet rows and columns that are the form's. */
  rows: ReadonlySet<number>
  columns: ReadonlySet<number>
  /** First and last of `rows`. */
  top: number
  bottom: number
  /** Form row → sheet row that has its code under another label; and those sheet rows. */
  disputed: ReadonlyMap<number, number>
  disputedRows: ReadonlySet<number>
}

const plans = new WeakMap<TableMap, { edition: FormEdition | undefined; plan: TablePlan }>()

/** @param edition the blank workbook that the school was to fill in; without one all items are asked for */
export function planOf(map: TableMap, edition: FormEdition | undefined): TablePlan {
  const known = plans.get(map)
  if (known !== undefined && known.edition === edition) return known.plan
  const plan = makePlan(map, edition)
  plans.set(map, { edition, plan })
  return plan
}

function makePlan(map: TableMap, edition: FormEdition | undefined): TablePlan {
  const { form } = map
  const rows = new Set(map.rowAt.filter((row) => row >= 0))
  const disputed = new Map(map.disputedRows.map(({ formRow, sheetRow }) => [formRow, sheetRow]))
  return {
    ...askedIn(form, edition),
    rowOf: Int32Array.from(form.items, ({ row }) => map.rowAt[row] ?? -1),
    columnOf: Int32Array.from(form.items, ({ column }) => map.columnAt[column] ?? -1),
    rows,
    columns: new Set(map.columnAt.filter((column) => column >= 0)),
    top: topOf(map.rowAt),
    bottom: Math.max(...rows),
    disputed,
    disputedRows: new Set(disputed.values()),
  }
}

const askedBy = new WeakMap<Form | FormEdition, Asked>()

/** Worked out once for a form's edition, used for every layout. */
function askedIn(form: Form, edition: FormEdition | undefined): Asked {
  const known = askedBy.get(edition ?? form)
  if (known !== undefined) return known
  const asked = new Uint8Array(form.items.length)
  for (const index of edition?.items ?? form.items.keys()) asked[index] = 1
  const at = new Set(
    form.items.flatMap((item, index) =>
      asked[index] === 1 ? [placeKey(item.row, item.column)] : [],
    ),
  )
  const unasked = form.rows.flatMap((_, row) =>
    form.columns.flatMap((__, column) => (at.has(placeKey(row, column)) ? [] : [{ row, column }])),
  )
  const made = { asked, unasked }
  askedBy.set(edition ?? form, made)
  return made
}
