import type { SchoolRow } from '../../shared/intake.ts'
import type { Overview } from '../../shared/overview.ts'
import type { SchoolState } from '../../shared/model.ts'
import { groupOf } from './groups.ts'

export interface BoardGroup {
  name: string
  expected: number
  counts: Record<SchoolState, number>
}

/** Schools from which a return is expected, by group of a dimension and state; groups in the register's order. */
export function boardOf(
  schools: readonly SchoolRow[],
  by: string,
  overview: Pick<Overview, 'dimensions'>,
): BoardGroup[] {
  const groups = new Map<string, BoardGroup>()
  const order = overview.dimensions.find((dimension) => dimension.name === by)?.groups ?? []
  for (const name of order) groups.set(name, emptyGroup(name))
  for (const row of schools) {
    if (!row.school.active) continue
    const name = groupOf(row.school, by, overview)
    const group = groups.get(name) ?? emptyGroup(name)
    groups.set(name, group)
    group.expected += 1
    group.counts[row.state] += 1
  }
  return [...groups.values()].filter((group) => group.expected > 0)
}

function emptyGroup(name: string): BoardGroup {
  return { name, expected: 0, counts: { reported: 0, queried: 0, rejected: 0, missing: 0 } }
}
