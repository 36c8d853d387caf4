import type { DraftKind, FormDraft } from '../../../shared/form-draft.ts'
import { a1 } from '../../model/address.ts'
import type { MadeCell, MadeForm } from '../../model/made-form.ts'
import type { Merge, RawCell } from '../../model/sheet.ts'
import { isOfWhich } from '../label.ts'
import { unitNamed, usualDecimals } from '../units.ts'

const TITLE = 0
const NUMBER = 1
const SENDER = 2
const HEAD = 3
/** Columns left of the figures: label and code. */
const STUB = 2

/** Cells that a total adds up: rows of its column, or columns of its row. Null for a cell that is typed. */
export function sumsOf(
  draft: FormDraft,
  row: number,
  column: number,
): { rows: number[] } | { columns: number[] } | null {
  const { rows, columns } = draft
  const own = columns[column]
  if (own === undefined || isWords(own.kind)) return null
  if (own.total) {
    const group = own.path.slice(0, -1).join('/')
    const parts = columns.flatMap((one, at) => {
      const same = one.path.slice(0, -1).join('/') === group
      const counted = same && !one.total && !isWords(one.kind) && one.unit === own.unit
      return counted && !isOfWhich(one.path.at(-1) ?? '') ? [at] : []
    })
    return parts.length === 0 ? null : { columns: parts }
  }
  if (rows[row]?.total !== true) return null
  const parts = rows.flatMap((one, at) => (one.total || isOfWhich(one.label) ? [] : [at]))
  return parts.length === 0 ? null : { rows: parts }
}

/** Whether a column takes words: dates and choices are kept as they are written. */
export function isWords(kind: DraftKind): boolean {
  return kind === 'text' || kind === 'date' || kind === 'choice'
}

/** What is printed over a column: its headings, with the unit or what is filled in behind the last. */
export function headingOf(draft: FormDraft, at: number, said: readonly string[]): string[] {
  const column = draft.columns[at]
  if (column === undefined) return []
  const notes = [said[at] ?? '', isWords(column.kind) ? '' : column.unit].filter(
    (text) => text !== '',
  )
  const last = column.path.at(-1) ?? ''
  const whole = `${last}${notes.map((text) => `（${text}）`).join('')}`
  return [...column.path.slice(0, -1), whole]
}

/** What a sheet of the form is called. */
export function sheetName(draft: FormDraft): string {
  const name = (draft.number || draft.title).replaceAll(/[[\]:*?/\\']/gu, '').trim()
  return Array.from(name).slice(0, 28).join('') || '空表'
}

/**
 * A draft laid out as the official forms are: title, 表号 and unit, who sends it, headings over a row of
 * column numbers, labels with codes, a line for signatures.
 *
 * @param said what is told in brackets behind each column's heading; "" for nothing
 */
export function layDraft(draft: FormDraft, said: readonly string[]): MadeForm {
  const width = STUB + draft.columns.length
  const cells: (RawCell | undefined)[][] = []
  const merges: Merge[] = []
  const put = (row: number, column: number, cell: RawCell): void => {
    const line = (cells[row] ??= [])
    line[column] = cell
  }
  const write = (row: number, column: number, value: string, bold = false): void =>
    put(row, column, { kind: 'text', value, ...(bold && { bold }) })
  const merge = (top: number, left: number, bottom: number, right: number): void => {
    if (top < bottom || left < right) merges.push({ top, left, bottom, right })
  }
  write(TITLE, 0, draft.title.trim(), true)
  merge(TITLE, 0, TITLE, width - 1)
  const head = [
    ...(draft.number === '' ? [] : [`表号：${draft.number}`]),
    ...(draft.unit === '' ? [] : [`单位：${draft.unit}`]),
  ].join('    ')
  if (head !== '') write(NUMBER, 0, head)
  merge(NUMBER, 0, NUMBER, width - 1)
  write(SENDER, 0, '填报单位（盖章）：')
  merge(SENDER, 0, SENDER, width - 1)
  const headings = draft.columns.map((_, at) => headingOf(draft, at, said))
  const depth = Math.max(...headings.map((path) => path.length))
  const headBottom = HEAD + depth - 1
  layHead(headings, depth, write, merge)
  const numbers = headBottom + 1
  write(numbers, 0, '甲')
  write(numbers, 1, '乙')
  draft.columns.forEach((_, at) => write(numbers, STUB + at, String(at + 1)))
  const inputs: MadeCell[] = []
  draft.rows.forEach(({ label }, at) => {
    const row = numbers + 1 + at
    write(row, 0, label)
    write(row, 1, String(at + 1).padStart(2, '0'))
    draft.columns.forEach((column, c) => {
      const sums = sumsOf(draft, at, c)
      if (sums !== null) put(row, STUB + c, sumCell(sums, row, STUB + c, numbers + 1))
      else if (isWords(column.kind) && draft.rows[at]?.total === true) write(row, STUB + c, '*')
      else {
        const unit = column.unit === '' ? draft.unit : column.unit
        const decimals = column.kind === 'count' ? usualDecimals(unitNamed(unit)) : 6
        inputs.push({ row, column: STUB + c, kind: column.kind, decimals, choices: column.choices })
      }
    })
  })
  const bottom = numbers + draft.rows.length
  write(bottom + 1, 0, '单位负责人：            填表人：            报出日期：')
  merge(bottom + 1, 0, bottom + 1, width - 1)
  const longest = Math.max(...draft.rows.map(({ label }) => label.length))
  return {
    sheet: {
      name: sheetName(draft),
      hidden: false,
      rowCount: bottom + 2,
      columnCount: width,
      cells,
      merges,
      hiddenRows: [],
      hiddenColumns: [],
      columnWidths: [
        Math.min(40, Math.max(16, longest * 2 + 2)),
        6,
        ...draft.columns.map(() => 12),
      ],
    },
    headTop: HEAD,
    headBottom: numbers,
    bottom,
    inputs,
  }
}

type Write = (row: number, column: number, value: string, bold?: boolean) => void
type PutMerge = (top: number, left: number, bottom: number, right: number) => void

/** Headings with those that columns have in common merged over them, the last reaching down. */
function layHead(headings: string[][], depth: number, write: Write, merge: PutMerge): void {
  write(HEAD, 0, '指标名称', true)
  write(HEAD, 1, '代码', true)
  merge(HEAD, 0, HEAD + depth - 1, 0)
  merge(HEAD, 1, HEAD + depth - 1, 1)
  const shared = (at: number, level: number): string =>
    (headings[at] ?? []).slice(0, level + 1).join('/')
  headings.forEach((path, at) =>
    path.forEach((text, level) => {
      const last = level === path.length - 1
      const column = STUB + at
      if (last) {
        write(HEAD + level, column, text, true)
        merge(HEAD + level, column, HEAD + depth - 1, column)
        return
      }
      const before = headings[at - 1]
      if (
        before !== undefined &&
        before.length > level + 1 &&
        shared(at - 1, level) === shared(at, level)
      )
        return
      let end = at
      while (
        (headings[end + 1]?.length ?? 0) > level + 1 &&
        shared(end + 1, level) === shared(at, level)
      )
        end++
      write(HEAD + level, column, text, true)
      merge(HEAD + level, column, HEAD + level, STUB + end)
    }),
  )
}

function sumCell(
  sums: { rows: number[] } | { columns: number[] },
  row: number,
  column: number,
  firstRow: number,
): RawCell {
  const places =
    'rows' in sums
      ? sums.rows.map((at) => ({ row: firstRow + at, column }))
      : sums.columns.map((at) => ({ row, column: STUB + at }))
  return { kind: 'number', value: '0', formula: `SUM(${rangesOf(places).join(',')})` }
}

/** Cells as ranges of neighbours. */
function rangesOf(places: { row: number; column: number }[]): string[] {
  const ranges: { from: { row: number; column: number }; to: { row: number; column: number } }[] =
    []
  for (const place of places) {
    const last = ranges.at(-1)
    const next =
      last !== undefined &&
      place.row - last.to.row + (place.column - last.to.column) === 1 &&
      (place.row === last.from.row || place.column === last.from.column) &&
      (last.from.row === last.to.row || place.column === last.from.column) &&
      (last.from.column === last.to.column || place.row === last.from.row)
    if (last !== undefined && next) last.to = place
    else ranges.push({ from: place, to: place })
  }
  return ranges.map(({ from, to }) => {
    const [first, last] = [a1(from.row, from.column), a1(to.row, to.column)]
    return first === last ? first : `${first}:${last}`
  })
}
