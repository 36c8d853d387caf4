import type { School } from '../../shared/model.ts'
import { codeOf } from '../../shared/register.ts'

/** The school that a file's name speaks of: by code, full name or short name; null when none or several. */
export function namedIn(path: string, schools: readonly School[]): School | null {
  const name = (path.split('/').at(-1) ?? path).replace(/\s+/gu, '')
  const hits = schools.filter(
    (school) =>
      (codeOf(school).length >= 6 && name.includes(codeOf(school))) ||
      name.includes(school.name) ||
      (school.shortName.length >= 3 && name.includes(school.shortName)),
  )
  // "双桥中心小学" also contains "中心小学": the longest name is meant.
  const length = (school: School): number =>
    Math.max(
      ...[school.name, school.shortName, codeOf(school)].map((n) =>
        n !== '' && name.includes(n) ? n.length : 0,
      ),
    )
  const [best, second] = [...hits].sort((a, b) => length(b) - length(a))
  if (best === undefined) return null
  return second !== undefined && length(second) === length(best) ? null : best
}
