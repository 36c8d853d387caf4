import { useMemo } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import { useSchoolMap } from '../state/catalog.ts'
import { useCall } from '../state/use-call.ts'
import { useDeskState } from '../state/context.tsx'

/**
 * Schools whose form has the table, group by group, as the list shows them; all schools until that
 * is known. Which they are does not change with the figures, so it is asked once for a table.
 */
export function useFormSchools(form: string, schools: SchoolRow[]): SchoolRow[] {
  const by = useDeskState((state) => state.by)
  const byId = useSchoolMap(schools)
  const grid = useCall('grid', { form, basis: 'returned', by }, { once: true }).value
  return useMemo(() => {
    if (!grid) return schools
    return grid.rows
      .filter((row) => row.level === 'school')
      .map((row) => byId.get(row.key))
      .filter((row) => row !== undefined)
  }, [grid, schools, byId])
}
