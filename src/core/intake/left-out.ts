import type { Cleaning, Form, Reason } from '../../shared/model.ts'
import { editionOf } from '../align/match-sheets.ts'
import type { Match } from '../align/match-sheets.ts'
import { normalLabel } from '../forms/label.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { NOT_ASKED, STATE_LETTER } from '../../shared/state-letter.ts'
import type { TableReading } from '../model/reading.ts'

/**
 * Blocks that a school left out of a sheet with several tables: the sheet is there with the others,
 * nothing on it is unexplained, and neither the block's own title nor any label that is the block's
 * alone stands on it. They are blank, which is noted; a table whose sheet is not there is missing.
 *
 * @param reasons what is said of the tables that were found
 */
export function leftOutBlocks(
  used: readonly Match[],
  reasons: readonly Reason[],
  forms: readonly Form[],
  blanks: readonly string[] | null,
): { tables: TableReading[]; layout: Cleaning[] } {
  const out: { tables: TableReading[]; layout: Cleaning[] } = { tables: [], layout: [] }
  if (blanks === null) return out
  for (const form of forms) {
    const edition = editionOf(form, blanks)
    if (edition === undefined || form.list !== undefined) continue
    if (used.some((match) => match.form.id === form.id)) continue
    const beside = used.filter((match) => match.edition?.sheet === edition.sheet)
    const [first] = beside
    const explained = beside.every(({ grid }) =>
      reasons.every((reason) => reason.sheet !== grid.sheet.name || !OPEN.has(reason.code)),
    )
    if (first === undefined || !explained) continue
    const own = ownLabels(form, beside)
    if (beside.some(({ grid }) => saysAny(grid, own))) continue
    const asked = new Set(edition.items)
    const sheet = first.grid.sheet.name
    out.tables.push({
      form: form.id,
      sheet,
      aligned: 'moved',
      rowAt: form.rows.map(() => -1),
      columnAt: form.columns.map(() => -1),
      states: form.items.map((_, i) => (asked.has(i) ? STATE_LETTER.blank : NOT_ASKED)).join(''),
      values: form.items.map(() => ''),
      raw: {},
      formulas: {},
      cleanings: {},
    })
    const raw = form.title
    out.layout.push({ kind: 'row-missing', sheet, cell: null, item: null, raw, value: null })
  }
  return out
}

/** What leaves something on a sheet unexplained. */
const OPEN: ReadonlySet<Reason['code']> = new Set([
  'unmatched-content',
  'unsure-line',
  'unsure-layout',
  'old-template',
])

/** A form's title, and its labels that none of the tables beside it has. */
function ownLabels(form: Form, beside: readonly Match[]): Set<string> {
  const shared = new Set(beside.flatMap((match) => labelsOf(match.form)))
  const own = labelsOf(form).filter((label) => !shared.has(label))
  return new Set([normalLabel(form.title), ...own])
}

function labelsOf({ rows, columns }: Form): string[] {
  const labels = [
    ...rows.map(({ label }) => label.split(' / ').at(-1) ?? ''),
    ...columns.map(({ path }) => path.at(-1) ?? ''),
  ]
  return labels.map(normalLabel).filter((label) => label !== '')
}

function saysAny(grid: SheetGrid, wanted: ReadonlySet<string>): boolean {
  return grid.textCells.some(({ value }) => wanted.has(normalLabel(value)))
}
