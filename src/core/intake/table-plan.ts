import type { Form, FormEdition } from '../../shared/model.ts'
import { topOf } from '../align/align-table.ts'
import type { TableMap } from '../align/align-table.ts'
import { placeKey } from '../model/place-key.ts'
import { perObjectGiven } from '../memory/per-object-given.ts'

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

/** @param edition the blank workbook that the school was to fill in; without one all items are asked for */
export const planOf = perObjectGiven(makePlan)

function makePlan(map: TableMap, edition: FormEdition | undefined): TablePlan {
  const { form } = map
  const rows = new Set(map.rowAt.filter((row) => row >= 0))
  const disputed = new Map(map.disputedRows.map(({ formRow, sheetRow }) => [formRow, sheetRow]))
  return {
    ...askedIn(edition ?? form, form, edition),
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

/** Worked out once for a form's edition, used for every layout. */
const askedIn = perObjectGiven<Form | FormEdition, [Form, FormEdition | undefined], Asked>(
  (_, form, edition) => {
    const asked = new Uint8Array(form.items.length)
    for (const index of edition?.items ?? form.items.keys()) asked[index] = 1
    const at = new Set(
      form.items.flatMap((item, index) =>
        asked[index] === 1 ? [placeKey(item.row, item.column)] : [],
      ),
    )
    const unasked = form.rows.flatMap((_, row) =>
      form.columns.flatMap((__, column) =>
        at.has(placeKey(row, column)) ? [] : [{ row, column }],
      ),
    )
    return { asked, unasked }
  },
)
