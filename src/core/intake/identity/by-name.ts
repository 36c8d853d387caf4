import type { Evidence, EvidenceKind } from '../../../shared/evidence.ts'
import type { School } from '../../../shared/model.ts'
import { editDistance } from '../../forms/label.ts'
import { plain } from './piece.ts'
import type { Piece } from './piece.ts'
import { shortened } from './register.ts'
import type { Register } from './register.ts'

/**
 * The names written in one kind of place: in full, else by another name of the school, else as
 * people shorten it, else one that contains a school's name.
 */
export function namePiece(kind: EvidenceKind, names: readonly string[], register: Register): Piece {
  const fits: Piece['fits'] = new Map()
  const put = (schools: readonly School[], how: Evidence['how'], text: string): void => {
    for (const { id } of schools) if (!fits.has(id)) fits.set(id, { kind, how, text })
  }
  for (const name of names) put(register.byName.get(plain(name)) ?? [], 'exact', name)
  for (const name of names) put(byOtherName(plain(name), register), 'other', name)
  if (fits.size === 0) for (const name of names) put(byLooseName(name, register), 'alike', name)
  if (fits.size === 0) {
    for (const name of names) put(containedIn(plain(name), register), 'alike', name)
  }
  return { kind, texts: [...names], fits }
}

function byOtherName(name: string, { byName, byOtherName: others, bare }: Register): School[] {
  if (byName.has(name)) return []
  const own = others.get(name)
  if (own !== undefined) return own
  const rest = bare(name)
  return rest === name ? [] : (byName.get(rest) ?? others.get(rest) ?? [])
}

function byLooseName(name: string, { byLooseName: loose, bare }: Register): School[] {
  return loose.get(shortened(bare(plain(name)))) ?? []
}

/** The schools with the longest name that a text contains ("双桥中心小学(东校区)" also contains "中心小学"). */
function containedIn(text: string, { schools }: Register): School[] {
  const within = schools.filter(({ name }) => plain(name) !== '' && text.includes(plain(name)))
  const longest = Math.max(0, ...within.map(({ name }) => plain(name).length))
  return within.filter(({ name }) => plain(name).length === longest)
}

/** A name that is no other school's and contains, or nearly is, this one's. */
export function isAlike(written: string, school: School, register: Register): boolean {
  const given = plain(written)
  const own = [plain(school.name), plain(school.shortName)].filter((name) => name !== '')
  const within = Math.max(0, ...own.map((name) => (given.includes(name) ? name.length : 0)))
  const others = register.schools.filter((other) => other.id !== school.id)
  const another = others.some((other) => {
    const name = plain(other.name)
    return name.length > within && given.includes(name)
  })
  if (another) return false
  if (within > 0 || own.some((name) => name.includes(given))) return true
  const distance = Math.min(...own.map((name) => editDistance(given, name)))
  const nearest = Math.min(...others.map((other) => editDistance(given, plain(other.name))))
  return distance <= Math.max(2, Math.floor(given.length / 3)) && distance < nearest
}
