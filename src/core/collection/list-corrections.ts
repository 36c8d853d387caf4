import type { Form } from '../../shared/model.ts'
import type { ListCorrection } from '../ledger/state.ts'
import { perObject } from '../memory/per-object.ts'
import { perObjectGiven } from '../memory/per-object-given.ts'
import { cellIndex, columnOf, joinedColumn, placeIn } from '../model/list-rows.ts'
import type { ListRows } from '../model/list-rows.ts'
import type { TableSource } from './form-index.ts'

/** Corrections of a ledger by the file and list that they are of; as long as the ledger is the same. */
const byList = perObject((all: ReadonlyMap<string, ListCorrection>) => {
  const lists = new Map<string, ListCorrection[]>()
  for (const one of all.values()) {
    const key = listKey(one.form, one.file)
    lists.set(key, [...(lists.get(key) ?? []), one])
  }
  return lists
})

const listKey = (form: string, file: string): string => `${form}\n${file}`

/** The corrections that hold for a list in a file. */
export function correctionsOf(
  all: ReadonlyMap<string, ListCorrection>,
  { file }: Pick<TableSource, 'file'>,
  form: Form,
): readonly ListCorrection[] {
  return all.size === 0 ? NONE : (byList(all).get(listKey(form.id, file.sha256)) ?? NONE)
}

const NONE: readonly ListCorrection[] = []

/** The rows with their corrections; the same object where there are none. */
function correctedRows(
  { table }: Pick<TableSource, 'table'>,
  { list: shape }: Form,
  corrections: readonly ListCorrection[],
): ListRows | undefined {
  const { list: rows, sheet } = table
  if (rows === undefined || shape === undefined || corrections.length === 0) return rows
  const columns = new Map<number, string[]>()
  const raw = { ...rows.raw }
  const unread = new Set(rows.unread)
  for (const { row, sheet: on, heading, returned, to } of corrections) {
    const column: number = shape.columns.findIndex((one) => one.heading === heading)
    const at = column < 0 ? -1 : rowAt(rows, sheet, on, row)
    if (at < 0 || columnOf(rows, column)[at] !== returned) continue
    const cells = columns.get(column) ?? [...columnOf(rows, column)]
    cells[at] = to
    columns.set(column, cells)
    const cell = cellIndex(shape.columns.length, at, column)
    unread.delete(cell)
    Reflect.deleteProperty(raw, cell)
  }
  const joined = rows.columns.map((text, at) => {
    const cells = columns.get(at)
    return cells === undefined ? text : joinedColumn(cells)
  })
  return { ...rows, columns: joined, raw, unread: [...unread] }
}

/** Which row of a list stands on a row of a sheet, counted from 1; -1 for none. */
export function rowAt(rows: ListRows, sheet: string, on: string, row: number): number {
  return rows.rowAt.findIndex(
    (at, index) => at === row - 1 && placeIn(rows, sheet, index, 0).sheet === on,
  )
}

/** A school's list with its corrections; worked out once for the same corrections. */
export const correctedSource = perObjectGiven(
  (source: TableSource, form: Form, corrections: readonly ListCorrection[]): TableSource => {
    const list = correctedRows(source, form, corrections)
    return list === undefined ? source : { ...source, table: { ...source.table, list } }
  },
)

/** Schools of which a cell of a list was corrected otherwise before. */
export function schoolsOfRows(
  before: ReadonlyMap<string, ListCorrection>,
  after: ReadonlyMap<string, ListCorrection>,
): Set<string> {
  const schools = new Set<string>()
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [then, now] = [before.get(key), after.get(key)]
    if (then?.entry !== now?.entry) schools.add(now?.school ?? then?.school ?? '')
  }
  return schools
}
