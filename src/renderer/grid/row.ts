import type { GridData, GridRow } from '../../shared/figures.ts'
import type { SchoolRow } from '../../shared/intake.ts'

/** A row of the list, with what the frozen columns show. */
export interface ListRow extends GridRow {
  /** Unique among schools and groups. */
  id: string
  name: string
  group: string
}

/** The rows of a grid with names and groups; the county's row apart, for it is pinned. */
export function listRows(
  grid: GridData,
  schools: ReadonlyMap<string, SchoolRow>,
): { rows: ListRow[]; county: ListRow | null } {
  const rows: ListRow[] = []
  let county: ListRow | null = null
  let begun = 0
  for (const row of grid.rows) {
    if (row.level === 'county') county = { ...row, id: 'county', name: '', group: '' }
    else if (row.level === 'group') {
      // A group's row follows its schools; only now is their group known.
      for (const member of rows.slice(begun)) member.group = row.key
      rows.push({ ...row, id: `g:${row.key}`, name: '', group: row.key })
      begun = rows.length
    } else {
      const name = schools.get(row.key)?.school.name ?? row.key
      rows.push({ ...row, id: `s:${row.key}`, name, group: '' })
    }
  }
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
