import type { GridData, GridRow } from '../../shared/figures.ts'
import type { SchoolRow } from '../../shared/intake.ts'

/** A row of the list, with what the frozen columns show. */
export interface ListRow extends GridRow {
  /** Unique among schools and groups. */
  id: string
  name: string
  group: string
}

/** What was made of a row: the same object as long as nothing of it changes, so that the grid draws it once. */
const made = new WeakMap<GridRow, ListRow>()

function shown(row: GridRow, id: string, name: string, group: string): ListRow {
  const before = made.get(row)
  if (before?.id === id && before.name === name && before.group === group) return before
  const now = { ...row, id, name, group }
  made.set(row, now)
  return now
}

/** The rows of a grid with names and groups; the county's row apart, for it is pinned. */
export function listRows(
  grid: GridData,
  schools: ReadonlyMap<string, SchoolRow>,
): { rows: ListRow[]; county: ListRow | null } {
  const rows: ListRow[] = []
  let county: ListRow | null = null
  const waiting: GridRow[] = []
  const schoolRow = (row: GridRow, group: string): ListRow =>
    shown(row, `s:${row.key}`, schools.get(row.key)?.school.name ?? row.key, group)
  for (const row of grid.rows) {
    if (row.level === 'county') county = shown(row, 'county', '', '')
    else if (row.level === 'group') {
      // A group's row follows its schools; only now is their group known.
      for (const one of waiting.splice(0)) rows.push(schoolRow(one, row.key))
      rows.push(shown(row, `g:${row.key}`, '', row.key))
    } else waiting.push(row)
  }
  for (const one of waiting) rows.push(schoolRow(one, ''))
  return { rows, county }
}

/**
 * Rows in the order of a sort, towns kept together: schools as given within their group, each
 * group followed by its subtotal, groups in the form's order.
 */
export function keepGroups<T extends { level: GridRow['level']; group: string }>(
  sorted: readonly T[],
  groups: readonly string[],
): T[] {
  const order = [...new Set([...groups, ...sorted.map((row) => row.group)])]
  return order.flatMap((group) => {
    const members = sorted.filter((row) => row.group === group)
    return [
      ...members.filter((row) => row.level === 'school'),
      ...members.filter((row) => row.level !== 'school'),
    ]
  })
}
