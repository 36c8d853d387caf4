import type { RegisterNote } from '../../shared/faults.ts'
import type { SchoolRow } from '../../shared/intake.ts'
import { codeOf } from '../../shared/register.ts'
import type { RegisterView } from '../../shared/register.ts'
import type { RegisterScreen, RegisterWhich } from '../state/register-screen.ts'

/** A line of 名册: a school that stands, or one that was merged into another. */
export interface RegisterRow {
  id: string
  code: string
  name: string
  /** Null for a merged school. */
  standing: SchoolRow | null
  /** Name of the school that a merged one went into. */
  into: string | null
  attributes: Record<string, string>
  notes: RegisterNote[]
}

/** Everybody the register speaks of, merged schools last. */
export function registerRows(schools: readonly SchoolRow[], view: RegisterView): RegisterRow[] {
  const names = new Map(schools.map(({ school }) => [school.id, school.name]))
  const notesOf = (id: string): RegisterNote[] =>
    view.notes.flatMap(({ school, note }) => (school === id ? [note] : []))
  const { key, name: nameColumn } = view.roles
  return [
    ...schools.map((row): RegisterRow => {
      const { id, name, attributes } = row.school
      const code = codeOf(row.school)
      return { id, code, name, standing: row, into: null, attributes, notes: notesOf(id) }
    }),
    ...view.merged.map(({ id, code, name, into }): RegisterRow => {
      const attributes = { [key]: code, [nameColumn]: name }
      const intoName = names.get(into) ?? into
      return { id, code, name, standing: null, into: intoName, attributes, notes: notesOf(id) }
    }),
  ]
}

/** Whether a row is of the kind. */
export function isOf(row: RegisterRow, which: RegisterWhich): boolean {
  switch (which) {
    case 'all':
      return true
    case 'active':
      return row.standing?.school.active === true
    case 'closed':
      return row.standing?.school.active === false
    case 'merged':
      return row.standing === null
    case 'noted':
      return row.notes.length > 0
  }
}

/** Rows of the wanted kind that hold every word typed. */
export function rowsShown(
  rows: readonly RegisterRow[],
  { text, which }: Pick<RegisterScreen, 'text' | 'which'>,
): RegisterRow[] {
  const words = text
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '')
  return rows.filter((row) => {
    const said = [row.code, ...Object.values(row.attributes)].join(' ').toLowerCase()
    return isOf(row, which) && words.every((word) => said.includes(word))
  })
}

/** What stands in a column anywhere, the commonest first; empty where nearly every school says its own. */
export function usualTexts(rows: readonly RegisterRow[], column: string): string[] {
  const counts = new Map<string, number>()
  for (const { attributes } of rows) {
    const text = attributes[column] ?? ''
    if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const filled = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (counts.size > Math.max(OFFERED, filled / 2)) return []
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([text]) => text)
}

/** So many texts are offered even where few schools share one. */
const OFFERED = 12
