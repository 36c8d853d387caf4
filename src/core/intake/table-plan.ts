import type { Form, FormEdition } from '../../shared/model.ts'
import { crossingAt } from '../../shared/item-place.ts'
import type { TableMap, TablePart } from '../align/table-map.ts'
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
  /** Item → the cell that may be its, where the sheet does not say beyond doubt. */
  disputed: ReadonlyMap<number, { row: number; column: number }>
  parts: PartPlan[]
}

/** The lines of a block that are the form's, or may be. */
export interface PartPlan {
  part: TablePart
  rows: ReadonlySet<number>
  columns: ReadonlySet<number>
  /** First and last of `rows`; where there are none, of `disputedRows`. */
  top: number
  bottom: number
  disputedRows: ReadonlySet<number>
  disputedColumns: ReadonlySet<number>
}

/** @param edition the blank workbook that the school was to fill in; without one all items are asked for */
export const planOf = perObjectGiven(makePlan)

function makePlan(map: TableMap, edition: FormEdition | undefined): TablePlan {
  const { form } = map
  const places = form.items.map(({ row, column }) =>
    crossingAt({ ...map, pages: map.parts }, row, column),
  )
  const parts = map.parts.map(planOfPart)
  const disputed = new Map<number, { row: number; column: number }>()
  form.items.forEach(({ row, column }, index) => {
    if ((places[index]?.row ?? -1) >= 0) return
    const at = parts.map((plan) => disputedAt(plan, row, column)).find((place) => place !== null)
    if (at !== undefined && at !== null) disputed.set(index, at)
  })
  return {
    ...askedIn(edition ?? form, form, edition),
    rowOf: Int32Array.from(places, ({ row }) => row),
    columnOf: Int32Array.from(places, ({ column }) => column),
    disputed,
    parts,
  }
}

function planOfPart(part: TablePart): PartPlan {
  const rows = new Set(part.rowAt.filter((row) => row >= 0))
  const open = part.disputedRows.map(({ sheetRow }) => sheetRow)
  // Of a block whose every row may be one of several, these are its lines.
  const lines = rows.size > 0 ? [...rows] : open
  return {
    part,
    rows,
    columns: new Set(part.columnAt.filter((column) => column >= 0)),
    top: Math.min(...lines),
    bottom: Math.max(...lines),
    disputedRows: new Set(part.disputedRows.map(({ sheetRow }) => sheetRow)),
    disputedColumns: new Set(part.disputedColumns.map(({ sheetColumn }) => sheetColumn)),
  }
}

function disputedAt(
  { part }: PartPlan,
  row: number,
  column: number,
): { row: number; column: number } | null {
  const line = part.disputedRows.find(({ formRow }) => formRow === row)
  const stack = part.disputedColumns.find(({ formColumn }) => formColumn === column)
  if (line === undefined && stack === undefined) return null
  const at = {
    row: line?.sheetRow ?? part.rowAt[row] ?? -1,
    column: stack?.sheetColumn ?? part.columnAt[column] ?? -1,
  }
  return at.row < 0 || at.column < 0 ? null : at
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
