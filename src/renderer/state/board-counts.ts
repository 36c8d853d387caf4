import type { SchoolRow } from '../../shared/intake.ts'
import type { Overview } from '../../shared/overview.ts'
import type { SchoolState } from '../../shared/model.ts'
import { isSchool } from '../../shared/reporters.ts'
import { groupOf } from './groups.ts'

export interface BoardGroup {
  name: string
  /** Reporters that are no schools: they are in no number of schools. */
  units: boolean
  expected: number
  counts: Record<SchoolState, number>
}

/**
 * Schools from which a return is expected, by group of a dimension and state; groups in the register's
 * order, behind them other reporters by their kind.
 */
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
    const units = !isSchool(row.school)
    const name = groupOf(row.school, by, overview)
    const key = units ? `units ${name}` : name
    const group = groups.get(key) ?? emptyGroup(name, units)
    groups.set(key, group)
    group.expected += 1
    group.counts[row.state] += 1
  }
  const shown = [...groups.values()].filter((group) => group.expected > 0)
  return [...shown.filter(({ units }) => !units), ...shown.filter(({ units }) => units)]
}

function emptyGroup(name: string, units = false): BoardGroup {
  return { name, units, expected: 0, counts: { reported: 0, queried: 0, rejected: 0, missing: 0 } }
}
