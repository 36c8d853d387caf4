import type { Form } from '../../shared/model.ts'

/** The heading over a column of the list, or over several. */
export type Heading =
  | { kind: 'group'; id: string; name: string; children: Heading[] }
  | { kind: 'item'; name: string; code: string; item: number; index: number }

/**
 * Headings of the list: every row of the form ("01 总计") over its columns, the columns under
 * their own headings as on paper. A form with one column of figures needs no second storey: there the
 * row itself is the heading.
 *
 * @param items indices into Form.items in the order of the data's values
 * @param onlyRow index into Form.rows; null for all rows
 */
export function headingsOf(
  form: Form,
  items: readonly number[],
  onlyRow: number | null,
): Heading[] {
  const top: Heading[] = []
  const single = form.columns.length === 1
  items.forEach((itemIndex, index) => {
    const item = form.items[itemIndex]
    const row = item && form.rows[item.row]
    const column = item && form.columns[item.column]
    if (!row || !column || (onlyRow !== null && item.row !== onlyRow)) return
    if (single) {
      // What is counted from a list is called by its code.
      const code = row.code === row.label ? '' : row.code
      top.push({ kind: 'item', name: row.label, code, item: itemIndex, index })
      return
    }
    const path = [`${row.code} ${row.label}`, ...column.path.slice(0, -1)]
    const name = column.path.at(-1) ?? ''
    const leaf: Heading = { kind: 'item', name, code: column.code, item: itemIndex, index }
    place(top, path, leaf, `r${item.row}`)
  })
  return top
}

/** Puts a leaf under its path; only neighbours share a group, as merged headings on paper do. */
function place(level: Heading[], path: readonly string[], leaf: Heading, id: string): void {
  const [name, ...rest] = path
  if (name === undefined) {
    level.push(leaf)
    return
  }
  const last = level.at(-1)
  if (last?.kind === 'group' && last.name === name) {
    place(last.children, rest, leaf, last.id)
    return
  }
  const group: Heading = { kind: 'group', id: `${id}/${level.length}`, name, children: [] }
  level.push(group)
  place(group.children, rest, leaf, group.id)
}
