import type { Aligned } from '../../shared/sent.ts'
import type { Cleaning, CleaningKind, FormEdition, Reason } from '../../shared/model.ts'
import { standsAsPrinted } from '../align/align-table.ts'
import { concernNot } from '../align/concerned.ts'
import type { Match } from '../align/match-sheets.ts'
import { placesOfParts, topOf } from '../align/table-map.ts'
import { displayLabel } from '../forms/label.ts'
import { columnName } from '../model/address.ts'

/** How a table's layout differs from the blank workbook's, one entry a difference. */
export interface LayoutNotes {
  aligned: Aligned
  cleanings: Cleaning[]
}

/** Below this a layout is so much unlike the form's that a person is asked. */
const SURE_SCORE = 0.7

/** Compares where a table's rows and columns stand with where the blank workbook has them. */
export function layoutOf(match: Match): LayoutNotes {
  const { form, edition, grid, map, more = [] } = match
  const sheet = grid.sheet.name
  const cleanings: Cleaning[] = []
  const add = (kind: CleaningKind, raw: string): void => {
    cleanings.push({ kind, sheet, cell: null, item: null, raw, value: null })
  }
  if (edition === undefined) return { aligned: 'unsure', cleanings }
  if (sheet !== edition.sheet) add('sheet-renamed', `${edition.sheet} → ${sheet}`)
  if (edition.pages === undefined && map.parts.length === 1) noteShifts(match, edition, add)
  else if (!standsAsPrinted(map, edition)) add('row-inserted', String(topOf(map.rowAt) + 1))
  for (const { grid: other } of more) add('sheet-moved', other.sheet.name)
  const { rows, columns } = lacking(match)
  const label = (index: number): string => form.rows[index]?.label ?? ''
  if (rows.length > 0 && concernNot(form, map.parts, rows))
    add('row-missing', rows.map(label).join('、'))
  else for (const index of rows) add('row-missing', label(index))
  for (const index of columns) add('column-missing', form.columns[index]?.path.join('·') ?? '')
  for (const { label: printed, written } of map.variants) {
    add('label-variant', `${displayLabel(printed)} ← ${displayLabel(written)}`)
  }
  const moved = cleanings.some((r) => r.kind !== 'sheet-renamed' && r.kind !== 'label-variant')
  const sure = more.length > 0 || map.score >= SURE_SCORE
  return { aligned: !sure ? 'unsure' : moved ? 'moved' : 'exact', cleanings }
}

/** Notes how the lines of a table in one block are shifted against the blank's. */
function noteShifts(
  { form, grid, map }: Match,
  edition: FormEdition,
  add: (kind: CleaningKind, raw: string) => void,
): void {
  const rows = gaps(map.rowAt, edition.rowAt)
  const columns = gaps(map.columnAt, edition.columnAt)
  if (edition.columnAt.some((c) => c > 0) && columns.shift === -1 && !grid.hasHelpers) {
    add('helper-missing', form.id)
  } else if (rows.shift > 0 && columns.shift === 0) {
    add('row-inserted', String(topOf(map.rowAt) + 1))
  } else if (columns.shift > 0) add('column-inserted', 'A')
  const helperRow = !grid.hasHelpers && columns.shift === -1
  if (helperRow && rows.shift > -1) add('row-inserted', String((map.parts[0]?.headTop ?? 0) + 1))
  if (rows.turned || columns.turned) add('lines-moved', form.id)
  for (const at of rows.inserted) add('row-inserted', String(at + 1))
  for (const at of columns.inserted) add('column-inserted', columnName(at))
}

/** Rows and columns that the blank workbook has and the return lacks, on whichever sheets the table stands. */
export function lacking({ edition, map, more = [] }: Match): { rows: number[]; columns: number[] } {
  if (edition === undefined) return { rows: [], columns: [] }
  const found = placesOfParts([...map.parts, ...more.flatMap((other) => other.map.parts)])
  return {
    rows: missing(found.rowAt, edition.rowAt),
    columns: missing(found.columnAt, edition.columnAt),
  }
}

function missing(found: number[], wanted: number[]): number[] {
  const absent: number[] = []
  for (let index = 0; index < wanted.length; index++) {
    if ((wanted[index] ?? -1) >= 0 && (found[index] ?? -1) < 0) absent.push(index)
  }
  return absent
}

/** How far the whole table is shifted, before which places further lines were put in, and whether lines are in another order. */
function gaps(
  found: number[],
  wanted: number[],
): { shift: number; inserted: number[]; turned: boolean } {
  let shift: number | null = null
  let drift = 0
  let last = -1
  let turned = false
  const inserted: number[] = []
  for (let index = 0; index < found.length; index++) {
    const at = found[index] ?? -1
    const want = wanted[index] ?? -1
    if (at < 0 || want < 0) continue
    const here = at - want
    if (shift === null) shift = here
    else if (here > drift) inserted.push(at - 1)
    drift = here
    turned ||= at < last
    last = at
  }
  return { shift: shift ?? 0, inserted: turned ? [] : inserted, turned }
}

/**
 * Rows or columns that a school put in for itself, noted as cleanings of the layout instead of asked about.
 *
 * @param isOwn whether a reason speaks of such a one
 * @returns what is left to ask, and the cleanings: each with its heading or label and its first cell
 */
export function asOwnLines(
  reasons: readonly Reason[],
  kind: 'extra-column' | 'extra-row',
  isOwn: (reason: Reason) => boolean,
): { open: Reason[]; layout: Cleaning[] } {
  const layout = reasons.filter(isOwn).map(({ params, cell, sheet }): Cleaning => {
    const raw = `${String(params['label'] ?? '')}（${cell ?? ''}）`
    return { kind, sheet: sheet ?? '', cell: null, item: null, raw, value: null }
  })
  return { open: reasons.filter((reason) => !isOwn(reason)), layout }
}
