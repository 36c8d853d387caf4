import type { School } from '../../shared/model.ts'
import type { CollectionConfig } from '../model/collection.ts'

/** Group of schools whose register says nothing for a dimension. */
export const UNGROUPED = '（未填）'

/** Dimensions by which this collection can be grouped; without a configuration those the register usually has. */
export function dimensionNames(config: CollectionConfig, schools: School[]): string[] {
  if (config.dimensions.length > 0) return config.dimensions
  const columns = new Set(schools.flatMap((school) => Object.keys(school.attributes)))
  return ['乡镇', '镇街', '乡镇街道', '学区', '办学类型', '举办者'].filter((name) =>
    columns.has(name),
  )
}

/** The group a school belongs to: its register value, or the name its code's prefix stands for (城乡). */
export function groupOf(
  school: Pick<School, 'attributes'>,
  dimension: string,
  config: CollectionConfig,
): string {
  const field = config.dimensionFields[dimension] ?? dimension
  const value = school.attributes[field] ?? ''
  const names = config.codeNames[dimension]
  if (names === undefined) return value === '' ? UNGROUPED : value
  const prefixes = Object.keys(names).filter((prefix) => value.startsWith(prefix))
  const longest = prefixes.sort((a, b) => b.length - a.length)[0]
  return longest === undefined ? (value === '' ? UNGROUPED : value) : (names[longest] ?? value)
}

/** Groups of a dimension in the order of the register, each with its schools. */
export function groupSchools(
  schools: School[],
  dimension: string,
  config: CollectionConfig,
): Map<string, School[]> {
  const groups = new Map<string, School[]>()
  for (const school of schools) {
    const group = groupOf(school, dimension, config)
    const members = groups.get(group)
    if (members === undefined) groups.set(group, [school])
    else members.push(school)
  }
  return groups
}
