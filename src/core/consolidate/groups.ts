import type { School } from '../../shared/model.ts'
import { isSchool } from '../../shared/reporters.ts'
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

/**
 * The group a school belongs to: its register value, or the name its code's prefix stands for (城乡).
 * A reporter that is no school is in a group of its kind (股室, 学区) wherever the register says nothing
 * else, and among the kinds of schools always.
 */
export function groupOf(
  school: Pick<School, 'attributes' | 'unit'>,
  dimension: string,
  config: CollectionConfig,
): string {
  const none = school.unit ?? UNGROUPED
  if (dimension === '办学类型' && school.unit !== undefined) return school.unit
  const field = config.dimensionFields[dimension] ?? dimension
  const value = school.attributes[field] ?? ''
  const names = config.codeNames[dimension]
  if (names === undefined) return value === '' ? none : value
  const prefixes = Object.keys(names).filter((prefix) => value.startsWith(prefix))
  const longest = prefixes.sort((a, b) => b.length - a.length)[0]
  return longest === undefined ? (value === '' ? none : value) : (names[longest] ?? value)
}

/** In the order of the register, other reporters behind the schools. */
export function schoolsFirst(all: readonly School[]): School[] {
  return [...all.filter(isSchool), ...all.filter((one) => !isSchool(one))]
}

/** The group under which a reporter's return is awaited: other reporters than schools by their kind. */
export function awaitedUnder(school: School, dimension: string, config: CollectionConfig): string {
  return school.unit ?? groupOf(school, dimension, config)
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
