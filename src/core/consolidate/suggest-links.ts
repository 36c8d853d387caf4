import type { LinkSuggestion } from '../../shared/consolidate.ts'

/** A school of one year as far as it helps to find it again in the other. */
export interface Known {
  id: string
  name: string
  town: string
}

/** Least likeness of two names that is worth asking about, in %. */
const ALIKE = 60
const SOMEWHAT_ALIKE = 25

/**
 * Proposes who became whom among the schools that the codes leave over: like names in the same
 * place, one name within the other, codes that differ in one digit. Only proposals; a person
 * decides.
 *
 * @param gone schools of last year that are not in this year's register, or closed there
 * @param fresh schools of this year without values of last year
 * @param staying schools of both years: what a closed school may have been merged into
 */
export function suggestLinks(
  gone: readonly Known[],
  fresh: readonly Known[],
  staying: readonly Known[],
): LinkSuggestion[] {
  const found: LinkSuggestion[] = []
  const taken = new Set<string>()
  const pairs = gone
    .flatMap((old) => fresh.map((now) => ({ old, now, ...likenessOf(old, now) })))
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness)
  for (const { old, now, likeness, why } of pairs) {
    if (taken.has(old.id) || taken.has(now.id)) continue
    taken.add(old.id).add(now.id)
    found.push({ kind: 'renamed', before: [old.id], now: [now.id], why, likeness })
  }
  for (const old of gone) {
    if (taken.has(old.id)) continue
    const host = staying.find((one) => isPartOf(old.name, one.name, one.town))
    if (host === undefined) continue
    const before = [old.id, host.id]
    found.push({ kind: 'merged', before, now: [host.id], why: 'contains-name', likeness: ALIKE })
  }
  for (const now of fresh) {
    if (taken.has(now.id)) continue
    const parent = staying.find((one) => isPartOf(now.name, one.name, one.town))
    if (parent === undefined) continue
    const both = [parent.id, now.id]
    found.push({
      kind: 'split',
      before: [parent.id],
      now: both,
      why: 'contains-name',
      likeness: ALIKE,
    })
  }
  return found
}

function likenessOf(old: Known, now: Known): Pick<LinkSuggestion, 'likeness' | 'why'> {
  const alike = nameLikeness(core(old), core(now))
  // Codes are given out in a row, so that neighbours differ in one digit too: the names must agree somewhat.
  if (oneDigitApart(old.id, now.id) && old.town === now.town && alike >= SOMEWHAT_ALIKE) {
    return { likeness: Math.max(ALIKE, alike), why: 'code-digit' }
  }
  return { likeness: old.town === now.town ? alike : Math.max(0, alike - 25), why: 'like-name' }
}

/** What of a name tells a school from its neighbours: without county and town in front. */
function core({ name, town }: Known): string {
  const at = town === '' ? -1 : name.indexOf(town)
  const own = at < 0 ? name : name.slice(at + town.length)
  return own === '' ? name : own
}

/** A branch carries the other's name: 第一小学东校区 of 第一小学. */
function isPartOf(name: string, whole: string, town: string): boolean {
  const own = core({ id: '', name: whole, town })
  return own.length >= 4 && name !== whole && name.includes(own)
}

/**
 * Likeness of two names in %: the Sørensen–Dice coefficient of their pairs of neighbouring
 * characters (L. R. Dice, Ecology 26, 1945), on which a changed prefix weighs as little as a
 * changed ending.
 */
export function nameLikeness(a: string, b: string): number {
  if (a === b) return 100
  const [first, second] = [pairsOf(a), pairsOf(b)]
  if (first.length + second.length === 0) return 0
  const rest = [...second]
  let common = 0
  for (const pair of first) {
    const at = rest.indexOf(pair)
    if (at < 0) continue
    rest.splice(at, 1)
    common++
  }
  return Math.floor((200 * common) / (first.length + second.length))
}

function pairsOf(text: string): string[] {
  const characters = Array.from(text)
  return characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`)
}

function oneDigitApart(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false
  return Array.from(a).filter((digit, i) => digit !== b[i]).length === 1
}
