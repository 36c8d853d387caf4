import type { Overview } from '../../shared/overview.ts'
import type { School } from '../../shared/model.ts'

/**
 * The group of a dimension that a school belongs to. The register's column of that name says it
 * outright; a dimension by codes (城乡代码 "121" → 镇区) is not resolved here and gives ''. Reporters that
 * are no schools stand apart under their kind (股室).
 */
export function groupOf(
  school: School,
  by: string,
  overview: Pick<Overview, 'dimensions'>,
): string {
  if (school.unit !== undefined) return school.unit
  const value = school.attributes[by] ?? ''
  const groups = overview.dimensions.find((dimension) => dimension.name === by)?.groups
  return !groups || groups.includes(value) ? value : ''
}

/** The dimension that boards and coverage go by: the first one (乡镇), whose groups stand in the register as they are. */
export function boardDimension(overview: Pick<Overview, 'dimensions'>): string {
  return overview.dimensions[0]?.name ?? ''
}
