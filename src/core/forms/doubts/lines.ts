import type { DoubtPlace } from '../../../shared/form-doubts.ts'
import type { Form, FormItem } from '../../../shared/model.ts'

/** Items of which the same is to be said: a whole column's, a whole row's, or one by itself. */
export interface Line {
  items: number[]
  places: DoubtPlace[]
  /** What it is called. */
  label: string
  /** By what an edit names it. */
  of:
    | { column: string }
    | { column: string; rows: string[] }
    | { row: string }
    | { row: string; column: string }
}

/**
 * Parts items into whole columns, else whole rows, else what there is of a column, so that what is
 * asked is asked once for each line. A form's own formulas do not part a line.
 *
 * @param is whether it is to be said of an item
 */
export function linesOf(form: Form, is: (item: FormItem, index: number) => boolean): Line[] {
  const open = new Set(form.items.flatMap((item, index) => (is(item, index) ? [index] : [])))
  if (open.size === 0) return []
  const lines: Line[] = []
  const take = (of: 'column' | 'row', at: number): void => {
    const all = form.items.flatMap((item, index) =>
      item[of] === at && (item.input || open.has(index)) ? [index] : [],
    )
    const own = all.filter((index) => open.has(index))
    if (own.length === 0 || own.length < all.length) return
    const code = (of === 'column' ? form.columns : form.rows)[at]?.code ?? ''
    for (const index of own) open.delete(index)
    lines.push(
      of === 'column'
        ? { items: own, places: [{ column: at }], label: headingOf(form, at), of: { column: code } }
        : {
            items: own,
            places: [{ row: at }],
            label: form.rows[at]?.label ?? '',
            of: { row: code },
          },
    )
  }
  // Of a school's one line and of a card a cell has its own label.
  if (form.shape !== 'card') {
    form.columns.forEach((_, at) => take('column', at))
    if (form.shape !== 'school') form.rows.forEach((_, at) => take('row', at))
  }
  for (const rest of byColumn(form, open)) {
    const items = rest.flatMap((index) => form.items[index] ?? [])
    const [first] = items
    if (first === undefined) continue
    const column = form.columns[first.column]?.code ?? ''
    const rows = items.map(({ row }) => form.rows[row]?.code ?? '')
    const [row = ''] = rows
    const heading = headingOf(form, first.column)
    lines.push({
      items: rest,
      places: rest.map((item) => ({ item })),
      label:
        items.length > 1
          ? heading
          : (first.label ?? `${form.rows[first.row]?.label ?? ''}·${heading}`),
      of: items.length > 1 ? { column, rows } : { row, column },
    })
  }
  return lines
}

/** What is left of each column; on a card every cell is by itself. */
function byColumn(form: Form, open: ReadonlySet<number>): number[][] {
  if (form.shape === 'card') return [...open].map((index) => [index])
  return form.columns
    .map((_, at) => [...open].filter((index) => form.items[index]?.column === at))
    .filter((rest) => rest.length > 0)
}

export function headingOf(form: Form, column: number): string {
  return form.columns[column]?.path.filter((text) => text !== '').join('·') ?? ''
}
