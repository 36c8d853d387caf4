import type { RegisterNote } from '../../shared/faults.ts'
import type { School } from '../../shared/model.ts'
import { codeOf } from '../../shared/register.ts'
import type { CollectionConfig } from '../model/collection.ts'

/** A note, and the school that it is about; "" for a row that is no school's of its own. */
export interface OpenNote {
  school: string
  note: RegisterNote
}

/**
 * What of the register is still not as it should be: notes whose school has its code, or its status,
 * by now are mended and no longer said. A row that repeats another is said until a new register was
 * taken over.
 *
 * @param first what was noted when the collection was made
 * @param later what was noted of the register taken over last; null for none
 * @param everybody the schools in force, and those that were merged into them
 */
export function openNotes(
  first: readonly RegisterNote[],
  later: readonly RegisterNote[] | null,
  everybody: readonly School[],
  { register }: Pick<CollectionConfig, 'register'>,
): OpenNote[] {
  const said = new Set<string>()
  const kept = later === null ? first : first.filter(({ code }) => code !== 'row-twice')
  return [...kept, ...(later ?? [])].flatMap((note) => {
    const school = aboutWhom(note, everybody)
    if (isMended(note, school, register)) return []
    const key = `${note.code}|${school?.id ?? `${note.sheet}!${note.cell}`}`
    if (said.has(key)) return []
    said.add(key)
    return [{ school: school?.id ?? '', note }]
  })
}

/** Codes that two schools of the register bear: a file with such a code is nobody's by its code. */
export function sharedCodes(
  schools: readonly School[],
  { register }: Pick<CollectionConfig, 'register'>,
): { code: string; schools: School[] }[] {
  const byCode = new Map<string, School[]>()
  for (const school of schools) {
    if ((school.attributes[register.key] ?? '') === '') continue
    byCode.set(codeOf(school), [...(byCode.get(codeOf(school)) ?? []), school])
  }
  return [...byCode].flatMap(([code, all]) => (all.length > 1 ? [{ code, schools: all }] : []))
}

/** A school that the register gives no usable code came in under its name. */
function aboutWhom(
  { code, params }: RegisterNote,
  everybody: readonly School[],
): School | undefined {
  const [name, written] = [String(params['name'] ?? ''), String(params['written'] ?? '')]
  const calledSo = (one: School): boolean =>
    one.name === name || one.formerly?.names.includes(name) === true
  switch (code) {
    case 'code-missing':
    case 'code-lost':
    case 'code-twice':
      return everybody.find(({ id }) => id === name) ?? everybody.find(calledSo)
    case 'status-missing':
      return everybody.find(({ id }) => id === written) ?? everybody.find(calledSo)
    case 'row-twice':
    case 'no-school-row':
      return undefined
  }
}

function isMended(
  { code }: RegisterNote,
  school: School | undefined,
  register: CollectionConfig['register'],
): boolean {
  switch (code) {
    case 'code-missing':
    case 'code-lost':
    case 'code-twice':
      return school !== undefined && (school.attributes[register.key] ?? '') !== ''
    case 'status-missing':
      return school !== undefined && school.status !== ''
    case 'row-twice':
    case 'no-school-row':
      return false
  }
}
