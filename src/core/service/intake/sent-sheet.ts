import type { SentCell, SentSheet } from '../../../shared/sent.ts'
import type { Form, Reason } from '../../../shared/model.ts'
import { SheetGrid } from '../../forms/sheet-grid.ts'
import { masked } from '../../lists/identity-number.ts'
import { a1 } from '../../model/address.ts'
import { itemCell } from '../../model/item-cell.ts'
import { NOT_ASKED, stateOf } from '../../../shared/state-letter.ts'
import { editionOf } from '../../align/match-sheets.ts'
import type { TableReading } from '../../model/reading.ts'
import type { StoredFile, WorkbookData } from '../../ports.ts'
import type { Collection } from '../../collection/collection.ts'

const MOST_CELLS = 20_000
const WIDTH = 9
const HEIGHT = 18

/**
 * A received sheet drawn as sent, with what was made of each cell: which item was taken from it,
 * what was cleaned, what was not understood.
 *
 * @param name sheet to draw; null for the first that is shown and not empty
 */
export function sentSheet(
  collection: Collection,
  file: StoredFile,
  workbook: WorkbookData,
  name: string | null,
): SentSheet | null {
  const { sheets } = workbook
  const first = sheets.find((sheet) => !sheet.hidden && sheet.rowCount > 0) ?? sheets[0]
  const sheet = name === null ? first : sheets.find((candidate) => candidate.name === name)
  if (sheet === undefined) return null
  const grid = new SheetGrid(sheet)
  const tables = file.reading.tables.filter((table) => standsOn(table, sheet.name))
  const items = itemsAt(collection, tables, sheet.name)
  const identities = identityColumns(collection, tables)
  const verdict = collection.verdict(file.id)
  const reasons = new Map(
    (verdict?.reasons ?? file.reading.reasons).flatMap((reason) =>
      reason.sheet === sheet.name && reason.cell !== undefined
        ? [[reason.cell, reason] as const]
        : [],
    ),
  )
  const cells: SentCell[] = []
  let cut = false
  for (let row = 0; row < sheet.rowCount && !cut; row++) {
    for (let column = 0; column < sheet.columnCount && !cut; column++) {
      const cell = sentCell(grid, row, column, items, reasons, identities)
      if (cell === null) continue
      cut = cells.length >= MOST_CELLS
      if (!cut) cells.push(cell)
    }
  }
  return {
    file: file.id,
    sheet: sheet.name,
    sheets: sheets.map((other) => ({
      name: other.name,
      hidden: other.hidden,
      forms: file.reading.tables.filter((t) => standsOn(t, other.name)).map((t) => t.form),
    })),
    columnWidths: Array.from(
      { length: sheet.columnCount },
      (_, c) => sheet.columnWidths?.[c] ?? WIDTH,
    ),
    rowHeights: Array.from({ length: sheet.rowCount }, (_, r) => sheet.rowHeights?.[r] ?? HEIGHT),
    hiddenRows: sheet.hiddenRows,
    hiddenColumns: sheet.hiddenColumns,
    tables: tables.map((table) => placed(collection, file, table)),
    cells,
    cut,
  }
}

function standsOn(table: TableReading, sheet: string): boolean {
  return table.sheet === sheet || table.pages?.some((page) => page.sheet === sheet) === true
}

/** Columns of a sheet in which the lists on it have identity numbers. */
function identityColumns(collection: Collection, tables: TableReading[]): ReadonlySet<number> {
  const columns = tables.flatMap((table) => {
    const shape = collection.index.form(table.form)?.list
    return (shape?.columns ?? []).flatMap(({ identity }, at) =>
      identity ? [table.list?.columnAt[at] ?? -1] : [],
    )
  })
  return new Set(columns)
}

/** Typed with or without spaces, in any width. */
const IDENTITY = /[0-9０-９](?:\s*[0-9０-９]){14,16}\s*[0-9０-９XxＸｘ]?/u

interface ItemPlace {
  address: string
  index: number
  table: TableReading
}

function itemsAt(
  collection: Collection,
  tables: TableReading[],
  sheet: string,
): Map<string, ItemPlace> {
  const places = new Map<string, ItemPlace>()
  for (const table of tables) {
    const form = collection.index.form(table.form)
    if (form === null) continue
    const addresses = collection.index.addressesOf(form)
    form.items.forEach((item, index) => {
      if (table.states[index] === NOT_ASKED) return
      const at = itemCell(table, item)
      if (at.cell === '' || at.sheet !== sheet) return
      places.set(at.cell, { address: addresses[index] ?? '', index, table })
    })
  }
  return places
}

/** One cell, null for an empty one that nothing is to be said of. */
function sentCell(
  grid: SheetGrid,
  row: number,
  column: number,
  items: Map<string, ItemPlace>,
  reasons: Map<string, Reason>,
  identities: ReadonlySet<number>,
): SentCell | null {
  if (!grid.isAnchor(row, column)) return null
  const cell = grid.sheet.cells[row]?.[column]
  const merge = grid.merge(row, column)
  const address = a1(row, column)
  const place = items.get(address)
  if (cell === undefined && merge === undefined && place === undefined) return null
  const value = place === undefined ? '' : (place.table.values[place.index] ?? '')
  const written = cell?.value ?? ''
  const text = identities.has(column) ? written.replace(IDENTITY, masked) : written
  return {
    row,
    column,
    rowSpan: merge === undefined ? 1 : Math.min(merge.bottom, grid.rowCount - 1) - row + 1,
    columnSpan: merge === undefined ? 1 : Math.min(merge.right, grid.columnCount - 1) - column + 1,
    text,
    formula: cell?.formula ?? null,
    bold: cell?.bold ?? false,
    item: place?.address ?? null,
    state: place === undefined ? null : stateOf(place.table.states[place.index]),
    taken: place === undefined || value === text ? null : value,
    cleanings: place?.table.cleanings[place.index] ?? [],
    reason: reasons.get(address) ?? null,
  }
}

function placed(
  collection: Collection,
  file: StoredFile,
  table: TableReading,
): SentSheet['tables'][number] {
  const form = collection.index.form(table.form)
  const edition = form === null ? undefined : editionFor(collection, file, form)
  return {
    form: table.form,
    aligned: table.aligned,
    rowAt: table.rowAt,
    columnAt: table.columnAt,
    blankRowAt: edition?.rowAt ?? [],
    blankColumnAt: edition?.columnAt ?? [],
  }
}

function editionFor(
  collection: Collection,
  file: StoredFile,
  form: Form,
): Form['editions'][number] | undefined {
  const school = collection.everybody.find(({ id }) => id === file.reading.school)
  const blanks = school === undefined ? null : collection.blanksOf(school)
  return editionOf(form, blanks) ?? form.editions[0]
}
