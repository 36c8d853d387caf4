import type { Form, Reason } from '../../shared/model.ts'
import { STATE_LETTER } from '../../shared/state-letter.ts'
import { concernNot, concernNotColumns } from '../align/concerned.ts'
import type { Match } from '../align/match-sheets.ts'
import type { TableReading } from '../model/reading.ts'
import { lacking } from './layout.ts'

/** Rows and columns of a form, as indices. */
interface Lines {
  rows: number[]
  columns: number[]
}

/** Lines of the sheet that are named where a line of the form was not found. */
const LISTED = 3

/**
 * Lines of the school's own blank that its return lacks, and that it cannot simply have left out: none
 * of these is asked about by itself, and they are not all of grades or kinds that the school has not.
 */
function notFound(match: Match): Lines {
  const { form, map } = match
  const absent = lacking(match)
  // What may be one of several lines is asked about by itself.
  const open = map.parts.flatMap((part) => part.disputedRows.map(({ formRow }) => formRow))
  const asked = map.parts.flatMap((part) => part.disputedColumns.map((d) => d.formColumn))
  const rows = absent.rows.filter((index) => !open.includes(index))
  const columns = absent.columns.filter((index) => !asked.includes(index))
  const concerns = !concernNotColumns(form, columns) || !concernNot(form, map.parts, rows)
  return concerns ? { rows, columns } : { rows: [], columns: [] }
}

/**
 * What is said of lines that were not found. Where the sheet has other lines that the form has not,
 * they may be these under another name: then their items are not blank but unknown, and no rule that
 * reads them is decided. Else they count as blank, as those of an older form.
 *
 * @param reasons what is said of the table's other lines
 * @returns the table with such items unreadable, and the reason, if any
 */
export function linesNotFound(
  match: Match,
  table: TableReading,
  reasons: readonly Reason[],
): { table: TableReading; reasons: Reason[] } {
  const { form, grid } = match
  const { rows, columns } = notFound(match)
  const labels = [
    ...rows.map((index) => form.rows[index]?.label ?? ''),
    ...columns.map((index) => form.columns[index]?.path.join('·') ?? ''),
  ]
  if (labels.length === 0) return { table, reasons: [] }
  const others = [
    ...(rows.length > 0 ? linesOf(reasons, '行') : []),
    ...(columns.length > 0 ? linesOf(reasons, '列') : []),
  ]
  const sheet = grid.sheet.name
  const params = { form: form.id, labels: labels.join('、') }
  if (others.length === 0) return { table, reasons: [{ code: 'old-template', params, sheet }] }
  const named = others.slice(0, LISTED).map(({ label, cell }) => `“${label}”（${cell}）`)
  const beside = named.join('、') + (others.length > LISTED ? '…' : '')
  const renamed: Lines = {
    rows: others.some(({ place }) => place === '行') ? rows : [],
    columns: others.some(({ place }) => place === '列') ? columns : [],
  }
  return {
    table: unknownOn(table, form, renamed),
    reasons: [{ code: 'old-template', params: { ...params, beside }, sheet }],
  }
}

/** Lines with figures that the form has not, or that cannot be told from another of their name. */
function linesOf(
  reasons: readonly Reason[],
  place: string,
): { place: string; label: string; cell: string }[] {
  return reasons.flatMap(({ code, params, cell }) => {
    const open = code === 'unmatched-content' || code === 'unsure-line'
    if (!open || params['place'] !== place || cell === undefined) return []
    return [{ place, label: String(params['label'] ?? ''), cell }]
  })
}

/** The table with the blank items of these lines unreadable. */
function unknownOn(table: TableReading, form: Form, { rows, columns }: Lines): TableReading {
  const states = form.items.map(({ row, column }, index) => {
    const state = table.states.charAt(index)
    const unknown = rows.includes(row) || columns.includes(column)
    return unknown && state === STATE_LETTER.blank ? STATE_LETTER.unreadable : state
  })
  return { ...table, states: states.join('') }
}
