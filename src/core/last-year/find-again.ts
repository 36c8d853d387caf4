import type { PastNote } from '../../shared/last-year.ts'
import type { PastTable } from './past-table.ts'
import type { SchoolFinder } from './school-finder.ts'

/**
 * Last year's lines put to the schools of a register that was changed since they were kept. Where two
 * lines of a table come to one school the first counts, and it is said.
 *
 * @param key heading of the column of school codes
 */
export function foundAgain(
  tables: readonly PastTable[],
  key: string,
  find: SchoolFinder,
): { tables: PastTable[]; notes: PastNote[] } {
  const notes: PastNote[] = []
  const again = tables.map((table) => {
    const first = new Map<string, number>()
    const lines = table.lines.flatMap((line) => {
      const written = line.said[key] ?? line.school
      const school = find(written || line.school, line.name)?.id ?? line.school
      const before = first.get(school)
      if (before !== undefined) {
        const params = { row: line.at + 1, written, name: line.name, school, before }
        notes.push({ code: 'school-twice', sheet: table.sheet, cell: '', params })
        return []
      }
      first.set(school, line.at + 1)
      return [{ ...line, school }]
    })
    return { ...table, lines }
  })
  return { tables: again, notes }
}
