import type { Num } from '../model/number.ts'
import { compare } from '../model/number.ts'
import { byType } from './county.ts'
import type { ScreenedSchool } from './county.ts'
import type { ScreeningContext } from './context.ts'

/** Schools that can be compared: of one 办学类型 and of similar size. */
export interface Peers {
  type: string
  /** From the smallest, 1 of `bands`. */
  band: number
  bands: number
  members: ScreenedSchool[]
}

/**
 * Like schools: each 办学类型, cut by number of pupils into bands of equal count where it has enough
 * schools for that (at most three). A type with too few schools gives none.
 */
export function peersOf(context: ScreeningContext, schools: readonly ScreenedSchool[]): Peers[] {
  const least = Number(context.threshold('离群', 'peers', '8'))
  const band = Math.max(1, Number(context.threshold('离群', 'band', '15')))
  const pupils = context.role('学生')
  const size = (one: ScreenedSchool): Num => pupils(one)?.now ?? 0
  return [...byType(schools)].flatMap(([type, members]): Peers[] => {
    if (members.length < least) return []
    const bands = Math.min(3, Math.max(1, Math.floor(members.length / band)))
    const ordered = members.toSorted((a, b) => compare(size(a), size(b)))
    const cut = (n: number): number => Math.round((n * members.length) / bands)
    return Array.from({ length: bands }, (_, n) => ({
      type,
      band: n + 1,
      bands,
      members: ordered.slice(cut(n), cut(n + 1)),
    }))
  })
}
