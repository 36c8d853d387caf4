import type { FileRow, SchoolRow } from '../../shared/intake.ts'
import type { Overview } from '../../shared/overview.ts'
import { groupOf } from '../state/groups.ts'
import type { Reason, ReasonCode } from '../../shared/model.ts'
import type { IntakeFilter } from '../state/desk.ts'
import { dayOf } from '../ui/days.ts'

/** A file with values that no school has been found for. */
export function isUnclaimed(file: Pick<FileRow, 'school' | 'tables' | 'status'>): boolean {
  return file.school === null && file.tables.length > 0 && file.status === 'queried'
}

/**
 * Whether a school is shown under the filter and the search text.
 *
 * @param said what is said about it in words, so that the search finds it
 */
export function schoolShown(
  row: SchoolRow,
  filter: IntakeFilter,
  text: string,
  overview: Pick<Overview, 'dimensions'>,
  by: string,
  said: string = '',
): boolean {
  const { state, group, reason } = filter
  if (reason !== null && !hasReason(row, reason)) return false
  if (group !== null && groupOf(row.school, by, overview) !== group) return false
  if (state === 'unreadable' || state === 'adopted') {
    if (row[state] === 0) return false
  } else if (state === 'active') {
    if (!row.school.active) return false
  } else if (state !== null && state !== 'unclaimed') {
    // A closed school is not missing: nobody expects a return of it.
    if (row.state !== state || !row.school.active) return false
  }
  const { name, shortName, id } = row.school
  return holds(`${name} ${shortName} ${id} ${row.file?.path ?? ''} ${said}`, text)
}

export function fileShown(
  file: FileRow,
  filter: IntakeFilter,
  text: string,
  inGroup: (school: string) => boolean,
  said: string = '',
): boolean {
  if (filter.reason !== null && !hasReason(file, filter.reason)) return false
  if (filter.group !== null && (file.school === null || !inGroup(file.school))) return false
  if (filter.day !== null && !isOfDay(file, filter.day)) return false
  if (filter.state === 'unclaimed' && !isUnclaimed(file)) return false
  if (filter.status !== null && file.status !== filter.status) return false
  return holds(`${file.path} ${file.schoolName ?? ''} ${file.school ?? ''} ${said}`, text)
}

function holds(hay: string, text: string): boolean {
  return hay.toLowerCase().includes(text.trim().toLowerCase())
}

function hasReason(row: { reasons: readonly Reason[] }, code: ReasonCode): boolean {
  return row.reasons.some((reason) => reason.code === code)
}

function isOfDay(file: FileRow, { by, day }: NonNullable<IntakeFilter['day']>): boolean {
  const own = dayOf(file, by)
  // What is no return has no date to miss.
  return day === '' ? own === null && file.tables.length > 0 : own === day
}
