import type { SentCell, SentSheet } from '../../shared/sent.ts'
import type { Form } from '../../shared/model.ts'
import { indexOf } from './cell-index.ts'
import type { CellIndex } from './cell-index.ts'
import { columnLabels, isOneOf } from './labels.ts'

/**
 * What a cell is in the alignment: a figure taken, a label of a matched row or column, a cell that
 * the form does not ask for, or one that is strange to the form.
 */
export type Zone = 'item' | 'label' | 'heading' | 'closed' | 'unknown' | null

export interface Overlay {
  index: CellIndex
  zoneOf: (cell: SentCell) => Zone
  /** Sheet row → its row in the blank workbook, where the two differ (from 0). */
  movedRows: ReadonlyMap<number, number>
  movedColumns: ReadonlyMap<number, number>
  hiddenRows: ReadonlySet<number>
  hiddenColumns: ReadonlySet<number>
}

type Table = SentSheet['tables'][number]

/** Lays the alignment over a sheet. */
export function overlayOf(sheet: SentSheet, forms: readonly Form[]): Overlay {
  const index = indexOf(sheet)
  const areas = sheet.tables.map((table) =>
    areaOf(
      table,
      forms.find((form) => form.id === table.form),
      index,
    ),
  )
  return {
    index,
    zoneOf: (cell) => {
      const zone = zoneIn(cell, areas)
      // Hidden columns hold the form's own helpers, not its labels.
      return zone === 'label' && sheet.hiddenColumns.includes(cell.column) ? null : zone
    },
    movedRows: movedOf(sheet.tables.map((table) => [table.rowAt, table.blankRowAt])),
    movedColumns: movedOf(sheet.tables.map((table) => [table.columnAt, table.blankColumnAt])),
    hiddenRows: new Set(sheet.hiddenRows),
    hiddenColumns: new Set(sheet.hiddenColumns),
  }
}

/** Places that are elsewhere in the blank workbook. */
export function movedOf(pairs: readonly (readonly [number[], number[]])[]): Map<number, number> {
  const moved = new Map<number, number>()
  for (const [here, blank] of pairs)
    here.forEach((at, i) => {
      const was = blank[i] ?? -1
      if (at >= 0 && was >= 0 && was !== at) moved.set(at, was)
    })
  return moved
}

/** The part of the sheet that a table takes up. */
interface Area {
  rows: ReadonlySet<number>
  columns: ReadonlySet<number>
  strangeRows: ReadonlySet<number>
  strangeColumns: ReadonlySet<number>
  top: number
  /** First row of the headings. */
  headings: number
  bottom: number
  left: number
  right: number
}

function areaOf(table: Table, form: Form | undefined, index: CellIndex): Area | null {
  const rows = table.rowAt.filter((at) => at >= 0)
  const columns = table.columnAt.filter((at) => at >= 0)
  if (rows.length === 0 || columns.length === 0) return null
  const top = Math.min(...rows)
  return {
    rows: new Set(rows),
    columns: new Set(columns),
    strangeRows: strange(table.rowAt, table.blankRowAt),
    strangeColumns: strange(table.columnAt, table.blankColumnAt),
    top,
    headings: form ? headingsTop(table, form, index, top) : top,
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  }
}

/** Rows or columns between two matched ones that are more than the blank workbook has there. */
export function strange(here: readonly number[], blank: readonly number[]): Set<number> {
  const places = here
    .map((at, i) => ({ at, blank: blank[i] ?? -1 }))
    .filter((place) => place.at >= 0)
    .toSorted((a, b) => a.at - b.at)
  const found = new Set<number>()
  places.slice(1).forEach((place, i) => {
    const before = places[i]
    if (!before) return
    const gap = place.at - before.at - 1
    const own = place.blank < 0 || before.blank < 0 ? 0 : place.blank - before.blank - 1
    if (gap > own) for (let at = before.at + 1; at < place.at; at += 1) found.add(at)
  })
  return found
}

const MOST_HEADINGS = 8

/** The highest row above the figures in which a heading of the form stands over its column. */
function headingsTop(table: Table, form: Form, index: CellIndex, top: number): number {
  let highest = top
  for (let row = top - 1; row >= Math.max(0, top - MOST_HEADINGS); row -= 1) {
    const known = table.columnAt.some((at, column) => {
      const cell = at < 0 ? undefined : index.at(row, at)
      return cell !== undefined && isOneOf(cell.text, columnLabels(form, column))
    })
    if (known) highest = row
  }
  return highest
}

function zoneIn(cell: SentCell, areas: readonly (Area | null)[]): Zone {
  if (cell.item !== null) return 'item'
  if (cell.reason?.code === 'unmatched-content') return 'unknown'
  if (cell.text.trim() === '') return null
  for (const area of areas) {
    const zone = area && zoneOver(cell, area)
    if (zone) return zone
  }
  return null
}

function zoneOver(cell: SentCell, area: Area): Zone {
  const { row, column } = cell
  const covers = (set: ReadonlySet<number>, from: number, size: number): boolean =>
    Array.from({ length: size }, (_, i) => from + i).some((at) => set.has(at))
  if (row >= area.top && row <= area.bottom && column <= area.right) {
    if (area.strangeRows.has(row)) return 'unknown'
    if (area.strangeColumns.has(column)) return 'unknown'
    if (area.columns.has(column) && area.rows.has(row)) return 'closed'
    if (column >= area.left) return null
  }
  if (column < area.left && covers(area.rows, row, cell.rowSpan)) return 'label'
  const inHeadings = row >= area.headings && row < area.top
  if (inHeadings && covers(area.columns, column, cell.columnSpan)) return 'heading'
  if (inHeadings && area.strangeColumns.has(column)) return 'unknown'
  return null
}
