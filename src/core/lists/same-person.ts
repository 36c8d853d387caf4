import type { ListColumn } from '../../shared/lists.ts'
import { columnOf } from '../model/list-rows.ts'
import type { ListRows } from '../model/list-rows.ts'
import { identityFault } from './identity-number.ts'

/** One school's rows of a list. */
export interface SchoolRows {
  school: string
  rows: ListRows
}

/** A row whose person stands in another row too. */
export interface SamePerson {
  row: number
  /** The others' schools, each once; its own where the person stands there twice. */
  schools: string[]
}

/**
 * Persons who stand in more rows than one, by their identity numbers; numbers with a fault in them
 * tell nobody from anybody.
 *
 * @returns by school, in the order of its rows
 */
export function samePersons(
  columns: readonly ListColumn[],
  lists: readonly SchoolRows[],
): Map<string, SamePerson[]> {
  const identity = columns.findIndex((column) => column.identity)
  const found = new Map<string, SamePerson[]>()
  if (identity < 0) return found
  const first = new Map<string, { school: string; row: number }>()
  const more = new Map<string, { school: string; row: number }[]>()
  for (const { school, rows } of lists) {
    columnOf(rows, identity).forEach((number, row) => {
      if (number === '') return
      const before = first.get(number)
      if (before === undefined) {
        first.set(number, { school, row })
        return
      }
      const known = more.get(number)
      if (known === undefined) more.set(number, [before, { school, row }])
      else known.push({ school, row })
    })
  }
  for (const [number, places] of more) {
    if (identityFault(number) !== null) continue
    for (const place of places) {
      const others = places.filter((other) => other !== place).map(({ school }) => school)
      const own = found.get(place.school) ?? []
      own.push({ row: place.row, schools: [...new Set(others)] })
      found.set(place.school, own)
    }
  }
  for (const own of found.values()) own.sort((a, b) => a.row - b.row)
  return found
}
