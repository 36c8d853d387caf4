import type { School } from '../../../shared/model.ts'
import { isOutside } from './piece.ts'
import type { Piece } from './piece.ts'
import type { Register } from './register.ts'

/**
 * Pieces that speak of schools which are one by now, as speaking of one: the one that all inside
 * mean, else the one that stands for all. What was merged is another name of it then.
 */
export function asMerged(pieces: readonly Piece[], { byId }: Register): Piece[] {
  const spoken = (some: readonly Piece[]): Map<string, Set<string>> => {
    const groups = new Map<string, Set<string>>()
    for (const id of some.flatMap(({ fits }) => [...fits.keys()])) {
      const group = standsAs(byId.get(id)) ?? id
      groups.set(group, (groups.get(group) ?? new Set()).add(id))
    }
    return groups
  }
  const all = spoken(pieces)
  if ([...all.values()].every(({ size }) => size < 2)) return [...pieces]
  const inside = spoken(pieces.filter(({ kind }) => !isOutside(kind)))
  const meant = (id: string): string => {
    const group = standsAs(byId.get(id)) ?? id
    if ((all.get(group)?.size ?? 0) < 2) return id
    const [only, ...others] = inside.get(group) ?? []
    return only === undefined || others.length > 0 ? group : only
  }
  return pieces.map((piece) => {
    const fits: Piece['fits'] = new Map()
    for (const [id, one] of piece.fits) {
      const now = meant(id)
      if (!fits.has(now) || now === id) fits.set(now, now === id ? one : { ...one, how: 'other' })
    }
    return { ...piece, fits }
  })
}

function standsAs(school: School | undefined): string | undefined {
  return school?.mergedInto ?? school?.id
}
