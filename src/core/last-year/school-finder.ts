import type { School } from '../../shared/model.ts'

/** Whom a line is about: by the code and the name written there; null when that cannot be told. */
export type SchoolFinder = (
  written: string,
  name: string,
) => { id: string; restored: boolean } | null

/** A code as a spreadsheet mangles it: its end is lost for good. */
const SCIENTIFIC = /^[+-]?\d(?:\.\d+)?e[+-]?\d+$/iu

/** Whether a code was turned into 2.19E+09. */
export function isScientific(code: string): boolean {
  return SCIENTIFIC.test(code.normalize('NFKC').trim())
}

/**
 * Finds a list's schools in the register. A code that lost its leading zeros, or that only says its
 * first digits, is found again when exactly one school of the register fits it, by name first; a
 * code that the register does not have is a school that is gone, and stands for itself.
 */
export function schoolFinder(
  schools: readonly Pick<School, 'id' | 'name' | 'shortName'>[],
): SchoolFinder {
  const ids = new Set(schools.map(({ id }) => id))
  const byZeros = only(schools.map(({ id }) => [withoutZeros(id), id]))
  const byName = only(
    schools.flatMap(({ id, name, shortName }): [string, string][] =>
      [...new Set([plain(name), plain(shortName)])].map((one) => [one, id]),
    ),
  )
  return (written, name) => {
    const code = written
      .normalize('NFKC')
      .replaceAll(/\s/gu, '')
      .replace(/^'/u, '')
      .replace(/\.0+$/u, '')
    if (ids.has(code)) return { id: code, restored: false }
    const named = plain(name) === '' ? undefined : byName.get(plain(name))
    if (code === '' || isScientific(code))
      return named === undefined ? null : { id: named, restored: written !== '' }
    const padded = byZeros.get(withoutZeros(code))
    if (padded !== undefined) return { id: padded, restored: true }
    // What is no code at all (a name in the column of codes) is a school only by its name.
    if (!/\d/u.test(code)) {
      const here = named ?? byName.get(plain(written))
      return here === undefined ? null : { id: here, restored: true }
    }
    return { id: code, restored: false }
  }
}

const withoutZeros = (code: string): string => code.replace(/^0+(?=.)/u, '')

const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s/gu, '')

/** Keys that stand for one school only. */
function only(pairs: [string, string][]): Map<string, string> {
  const found = new Map<string, string>()
  const twice = new Set<string>()
  for (const [key, id] of pairs) {
    if (key === '') continue
    if (found.has(key) && found.get(key) !== id) twice.add(key)
    found.set(key, id)
  }
  for (const key of twice) found.delete(key)
  return found
}
