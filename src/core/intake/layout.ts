import type { Aligned } from '../../shared/sent.ts'
import type { Cleaning, CleaningKind } from '../../shared/model.ts'
import { topOf } from '../align/align-table.ts'
import type { Match } from '../align/match-sheets.ts'
import { displayLabel } from '../forms/label.ts'
import { columnName } from '../model/address.ts'

/** How a table's layout differs from the blank workbook's, one entry a difference. */
export interface LayoutNotes {
  aligned: Aligned
  cleanings: Cleaning[]
}

/** Compares where a table's rows and columns stand with where the blank workbook has them. */
export function layoutOf(match: Match): LayoutNotes {
  const { form, edition, grid, map } = match
  const sheet = grid.sheet.name
  const cleanings: Cleaning[] = []
  const add = (kind: CleaningKind, raw: string): void => {
    cleanings.push({ kind, sheet, cell: null, item: null, raw, value: null })
  }
  if (edition === undefined) return { aligned: 'unsure', cleanings }
  if (sheet !== edition.sheet) add('sheet-renamed', `${edition.sheet} → ${sheet}`)
  const rows = gaps(map.rowAt, edition.rowAt)
  const columns = gaps(map.columnAt, edition.columnAt)
  if (edition.columnAt.some((c) => c > 0) && columns.shift === -1 && !grid.hasHelpers) {
    add('helper-missing', form.id)
  } else if (rows.shift > 0 && columns.shift === 0) {
    add('row-inserted', String(topOf(map.rowAt) + 1))
  } else if (columns.shift > 0) add('column-inserted', 'A')
  const helperRow = !grid.hasHelpers && columns.shift === -1
  if (helperRow && rows.shift > -1) add('row-inserted', String(map.headTop + 1))
  for (const at of rows.inserted) add('row-inserted', String(at + 1))
  for (const at of columns.inserted) add('column-inserted', columnName(at))
  for (const index of missing(map.rowAt, edition.rowAt))
    add('row-missing', form.rows[index]?.label ?? '')
  for (const index of missing(map.columnAt, edition.columnAt)) {
    add('column-missing', form.columns[index]?.path.join('·') ?? '')
  }
  for (const { label, written } of map.variants) {
    add('label-variant', `${displayLabel(label)} ← ${displayLabel(written)}`)
  }
  const moved = cleanings.some((r) => r.kind !== 'sheet-renamed' && r.kind !== 'label-variant')
  return { aligned: map.score < 0.7 ? 'unsure' : moved ? 'moved' : 'exact', cleanings }
}

/** Form rows or columns that the blank workbook has and the return lacks. */
export function missing(found: number[], wanted: number[]): number[] {
  const lacking: number[] = []
  for (let index = 0; index < wanted.length; index++) {
    if ((wanted[index] ?? -1) >= 0 && (found[index] ?? -1) < 0) lacking.push(index)
  }
  return lacking
}

/** How far the whole table is shifted, and before which places further lines were put in. */
function gaps(found: number[], wanted: number[]): { shift: number; inserted: number[] } {
  let shift: number | null = null
  let drift = 0
  const inserted: number[] = []
  for (let index = 0; index < found.length; index++) {
    const at = found[index] ?? -1
    const want = wanted[index] ?? -1
    if (at < 0 || want < 0) continue
    const here = at - want
    if (shift === null) shift = here
    else if (here > drift) inserted.push(at - 1)
    drift = here
  }
  return { shift: shift ?? 0, inserted }
}
