import type { School } from '../../shared/model.ts'
import type { StoredFile } from '../ports.ts'

/** Without a register the schools are those that sent something. */
export function schoolsFromReturns(
  files: readonly StoredFile[],
  key: string,
  name: string,
): School[] {
  const schools = new Map<string, School>()
  for (const { reading } of files) {
    if (reading.school === null || schools.has(reading.school)) continue
    const called = reading.identity.name ?? reading.school
    schools.set(reading.school, {
      id: reading.school,
      name: called,
      shortName: '',
      type: '',
      status: '',
      active: true,
      attributes: { [key]: reading.school, [name]: called },
    })
  }
  return [...schools.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
