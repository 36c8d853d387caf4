import type { SchoolRow } from '../../shared/intake.ts'

/** The school `by` places further in the list, around its end. */
export function schoolBeside(schools: readonly SchoolRow[], id: string, by: number): string {
  const at = schools.findIndex((row) => row.school.id === id)
  const next = (at + by + schools.length) % schools.length
  return schools[next]?.school.id ?? id
}
