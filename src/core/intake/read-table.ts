import type { Form, FormEdition, Reason, Repair } from '../../shared/model.ts'
import type { TableMap } from '../align/align-table.ts'
import { isFoot, isYear, headingRole, stemIndex } from '../forms/furniture.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { a1, itemAddress } from '../model/address.ts'
import { STATE_LETTER } from '../model/reading.ts'
import type { TableReading } from '../model/reading.ts'
import type { RawCell } from '../model/sheet.ts'
import { recompute } from './recompute.ts'
import { isPlainNumber, isPercent, takeNumber, takeText } from './value.ts'
import type { TakenValue } from './value.ts'

/** A table's figures with what has to be said of them. */
export interface TableResult {
  table: TableReading
  reasons: Reason[]
}

/**
 * Takes every figure of an aligned table. A form row that the sheet lacks gives blanks (the file
 * is of an older layout, and says so); figures that stand where the form has no item are named.
 *
 * @param edition the blank workbook that the school was to fill in; its "*" cells are no items
 */
export function readTable(
  grid: SheetGrid,
  map: TableMap,
  edition: FormEdition | undefined,
  aligned: TableReading['aligned'],
): TableResult {
  const { form } = map
  const { asked, unasked } = askedIn(form, edition)
  const reasons: Reason[] = []
  const table: TableReading = {
    form: form.id,
    sheet: grid.sheet.name,
    aligned,
    rowAt: map.rowAt,
    columnAt: map.columnAt,
    states: '',
    values: [],
    raw: {},
    formulas: {},
    repairs: {},
  }
  const disputed = new Map(map.disputedRows.map((d) => [d.formRow, d.sheetRow]))
  let states = ''
  form.items.forEach((item, index) => {
    if (asked[index] !== 1) {
      states += 'x'
      table.values.push('')
      return
    }
    const row = map.rowAt[item.row] ?? -1
    const column = map.columnAt[item.column] ?? -1
    const there = row < 0 || column < 0 ? undefined : grid.unmerged(row, column)
    if (item.kind === 'number' && isPlainNumber(there)) {
      states += STATE_LETTER.number
      table.values.push(there.value)
      return
    }
    const result =
      row < 0 || column < 0
        ? absent(grid, map, item.row, item.column, disputed)
        : takeCell(grid, map, row, column, item)
    states += STATE_LETTER[result.state]
    table.values.push(result.value)
    note(table, index, result)
    const formula = row < 0 || column < 0 ? undefined : grid.cell(row, column)?.formula
    if (formula !== undefined) table.formulas[index] = formula
    if (result.reason !== null) {
      const at = { row: row < 0 ? (disputed.get(item.row) ?? -1) : row, column }
      reasons.push(cellReason(grid, at.row, at.column, result.reason))
    }
  })
  table.states = states
  reasons.push(...unaskedFigures(grid, map, unasked), ...unmatchedContent(grid, map))
  return { table, reasons }
}

function note(table: TableReading, index: number, result: TakenValue): void {
  if (result.raw !== result.value) table.raw[index] = result.raw
  if (result.repairs.length > 0) table.repairs[index] = result.repairs
}

function cellReason(
  grid: SheetGrid,
  row: number,
  column: number,
  reason: NonNullable<TakenValue['reason']>,
): Reason {
  const at = row < 0 || column < 0 ? {} : { cell: a1(row, column) }
  return { ...reason, sheet: grid.sheet.name, ...at }
}

/** An item whose row or column the sheet lacks: blank, unless the row's code stands there under another label. */
function absent(
  grid: SheetGrid,
  map: TableMap,
  formRow: number,
  formColumn: number,
  disputed: Map<number, number>,
): TakenValue {
  const blank: TakenValue = { state: 'blank', value: '', raw: '', repairs: [], reason: null }
  const row = disputed.get(formRow)
  const column = map.columnAt[formColumn] ?? -1
  if (row === undefined || column < 0) return blank
  const cell = grid.cell(row, column)
  if (cell === undefined || cell.value.trim() === '') return blank
  const label = grid.text(row, map.stubColumns.at(-1) ?? 0)
  const raw = `${label}：${cell.value}`
  return {
    state: 'unreadable',
    value: '',
    raw,
    repairs: [],
    reason: { code: 'unreadable-cell', params: { raw } },
  }
}

function takeCell(
  grid: SheetGrid,
  map: TableMap,
  row: number,
  column: number,
  item: Form['items'][number],
): TakenValue {
  const merge = grid.merge(row, column)
  if (merge !== undefined && coversSeveralItems(map, merge)) {
    const raw = grid.text(row, column)
    if (raw === '') return { state: 'blank', value: '', raw: '', repairs: [], reason: null }
    return {
      state: 'unreadable',
      value: '',
      raw,
      repairs: [],
      reason: { code: 'merged-cells', params: { raw } },
    }
  }
  const cell = grid.cell(row, column)
  if (item.kind === 'text') return takeText(cell)
  const result = recomputed(grid, cell) ?? takeNumber(cell, item)
  // Some forms have "-" and 无 mean "not applicable" instead of an empty cell.
  const marked = result.state === 'blank' && result.repairs.includes('blank-mark')
  return marked && map.form.marks === 'na' ? { ...result, state: 'na' } : result
}

/**
 * A plain sum is worked out again. Where the school's program stored no result, the sum is taken;
 * where it stored another one (an old total, cells changed since), what the school saw is taken.
 * Both are listed.
 */
function recomputed(grid: SheetGrid, cell: RawCell | undefined): TakenValue | null {
  if (cell?.formula === undefined || isPercent(cell)) return null
  const value = recompute(grid.sheet, cell.formula, grid.workbook)
  if (value === null) return null
  const listed = { state: 'number', repairs: ['formula-recomputed'], reason: null } as const
  if (cell.noResult === true)
    return { ...listed, repairs: [...listed.repairs], value, raw: `=${cell.formula}` }
  const stored = cell.kind === 'number' ? takeNumber(cell, { unit: null }).value : value
  if (stored === value) return null
  const raw = `=${cell.formula} ⇒ ${value}`
  return { ...listed, repairs: [...listed.repairs], value: stored, raw }
}

function coversSeveralItems(
  map: TableMap,
  merge: { top: number; left: number; bottom: number; right: number },
): boolean {
  const rows = map.rowAt.filter((row) => row >= merge.top && row <= merge.bottom).length
  const columns = map.columnAt.filter((c) => c >= merge.left && c <= merge.right).length
  return rows * columns > 1
}

/** A figure, also one that could not be taken as it is typed ("约12", "2000万", "12人"). */
const isFigure = (text: string): boolean =>
  /^[\p{L}<>≥≤+-]{0,3}\s*\d[\d,.]*\s*[\p{L}%²³]{0,4}$/u.test(text.normalize('NFKC'))

const UNASKED_LISTED = 20

/** Which items a blank workbook asks for, and the crossings of rows and columns where it asks for none. */
interface Asked {
  /** 1 for each item that is asked for, parallel to Form.items. */
  asked: Uint8Array
  unasked: { row: number; column: number }[]
}

const askedBy = new WeakMap<Form | FormEdition, Asked>()

/** Worked out once for a form's edition, used for every return. */
function askedIn(form: Form, edition: FormEdition | undefined): Asked {
  const known = askedBy.get(edition ?? form)
  if (known !== undefined) return known
  const asked = new Uint8Array(form.items.length)
  for (const index of edition?.items ?? form.items.keys()) asked[index] = 1
  const at = new Set(
    form.items.flatMap((item, index) =>
      asked[index] === 1 ? [item.row * 16_384 + item.column] : [],
    ),
  )
  const unasked = form.rows.flatMap((_, row) =>
    form.columns.flatMap((__, column) => (at.has(row * 16_384 + column) ? [] : [{ row, column }])),
  )
  const made = { asked, unasked }
  askedBy.set(edition ?? form, made)
  return made
}

/** Figures typed into cells that this school's form marks as not to be filled in. */
function unaskedFigures(grid: SheetGrid, map: TableMap, unasked: Asked['unasked']): Reason[] {
  const { form } = map
  const found: { label: string; text: string; row: number; column: number }[] = []
  for (const at of unasked) {
    const row = map.rowAt[at.row] ?? -1
    const column = map.columnAt[at.column] ?? -1
    if (row < 0 || column < 0) continue
    const text = grid.text(row, column)
    if (text === '' || !grid.isAnchor(row, column)) continue
    if (!isFigure(text) || /^[0０]+$/.test(text)) continue
    const [rowCode, columnCode] = [form.rows[at.row]?.code, form.columns[at.column]?.code]
    const label = itemAddress(form.id, rowCode ?? '', columnCode ?? '')
    found.push({ label, text, row, column })
  }
  // The last one named stands for the rest: all are counted.
  const rest = Math.max(0, found.length - UNASKED_LISTED)
  return found.slice(0, UNASKED_LISTED).map(({ label, text, row, column }, i) => ({
    code: 'unmatched-content' as const,
    params: {
      form: form.id,
      place: '不填单元格',
      label,
      count: i === UNASKED_LISTED - 1 ? 1 + rest : 1,
      sample: text,
    },
    sheet: grid.sheet.name,
    cell: a1(row, column),
  }))
}

/** Rows and columns of figures inside the table that the form does not know. */
function unmatchedContent(grid: SheetGrid, map: TableMap): Reason[] {
  const rows = map.rowAt.filter((row) => row >= 0)
  const columns = map.columnAt.filter((column) => column >= 0)
  const top = Math.min(...rows)
  const disputed = new Set(map.disputedRows.map((d) => d.sheetRow))
  const reasons: Reason[] = []
  // A first row or column under another name stands before the first that was found.
  for (const row of grid.filledRows(map.headTop + 1, map.region.to)) {
    if (rows.includes(row) || disputed.has(row) || (row < top && isHeading(grid, map, row)))
      continue
    const first = grid.anchors(row)[0]
    if (first === undefined) continue
    const past = row > Math.max(...rows)
    if (past && startsAnother(grid, row)) break
    // A note does not end the sheet: what stands below it is sent too.
    if (past && isFoot(grid.text(row, first))) continue
    const figures = columns.filter((c) => grid.isAnchor(row, c) && isFigure(grid.text(row, c)))
    const label = map.stubColumns.map((c) => grid.text(row, c)).find((text) => text !== '') ?? ''
    pushUnmatched(
      reasons,
      grid,
      map,
      '行',
      label,
      figures.map((column) => ({ row, column })),
    )
  }
  for (let column = Math.max(...map.stubColumns) + 1; column < grid.columnCount; column++) {
    if (columns.includes(column) || column === map.codeColumn) continue
    const heading = grid.text(map.headTop, column) || grid.text(top - 1, column)
    if (['ordinal', 'code', 'unit'].includes(headingRole(heading))) continue
    const figures = rows.filter(
      (row) => grid.isAnchor(row, column) && isFigure(grid.text(row, column)),
    )
    pushUnmatched(
      reasons,
      grid,
      map,
      '列',
      heading,
      figures.map((row) => ({ row, column })),
    )
  }
  return reasons
}

/** A line of the header: no row label, or nothing but column numbers and years. */
function isHeading(grid: SheetGrid, map: TableMap, row: number): boolean {
  const label = map.stubColumns.map((c) => grid.text(row, c)).find((text) => text !== '') ?? ''
  if (label === '' || stemIndex(label) >= 0) return true
  const figures = grid
    .anchors(row)
    .map((column) => grid.text(row, column))
    .filter((text) => /^[+-]?\d[\d,.]*$/.test(text.normalize('NFKC')))
  return figures.every((text, i) => isYear(text) || Number(text.normalize('NFKC')) === i + 1)
}

/** A line below the table with a further 表号 or row of column numbers: another table begins. */
function startsAnother(grid: SheetGrid, row: number): boolean {
  const texts = grid.anchors(row).map((column) => grid.text(row, column))
  return texts.some((text) => /表\s*号|^[甲乙]$/u.test(text))
}

function pushUnmatched(
  reasons: Reason[],
  grid: SheetGrid,
  map: TableMap,
  place: string,
  label: string,
  cells: { row: number; column: number }[],
): void {
  const [first] = cells
  if (first === undefined) return
  reasons.push({
    code: 'unmatched-content',
    params: {
      form: map.form.id,
      place,
      label: label || a1(first.row, first.column),
      count: cells.length,
      sample: grid.text(first.row, first.column),
    },
    sheet: grid.sheet.name,
    cell: a1(first.row, first.column),
  })
}

/** The cleanings of a table's cells, one entry a cell and kind. */
export function cellRepairs(form: Form, table: TableReading): Repair[] {
  return Object.entries(table.repairs).flatMap(([key, kinds]) => {
    const index = Number(key)
    const item = form.items[index]
    if (item === undefined) return []
    const row = table.rowAt[item.row] ?? -1
    const column = table.columnAt[item.column] ?? -1
    const address = itemAddress(
      form.id,
      form.rows[item.row]?.code ?? '',
      form.columns[item.column]?.code ?? '',
    )
    const value = table.values[index] ?? ''
    return kinds.map((kind) => ({
      kind,
      sheet: table.sheet,
      cell: row < 0 || column < 0 ? null : a1(row, column),
      item: address,
      raw: table.raw[index] ?? value,
      value: value === '' ? null : value,
    }))
  })
}
