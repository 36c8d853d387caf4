import type { School } from '../../shared/model.ts'
import { codeOf } from '../../shared/register.ts'

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
export function schoolFinder(schools: readonly Findable[]): SchoolFinder {
  const ids = new Set(schools.map(({ id }) => id))
  const codes = (school: Findable): string[] => [codeOf(school)]
  const former = ({ formerly }: Findable): string[] => formerly?.codes ?? []
  // A code that another school bears by now is that one's.
  const byCode = new Map([...found(schools, former), ...found(schools, codes)])
  const byZeros = new Map([
    ...found(schools, (one) => former(one).map(withoutZeros)),
    ...found(schools, (one) => codes(one).map(withoutZeros)),
  ])
  const byName = found(schools, ({ name, shortName, formerly }) =>
    [name, shortName, ...(formerly?.names ?? [])].map(plain),
  )
  return (written, name) => {
    const code = written
      .normalize('NFKC')
      .replaceAll(/\s/gu, '')
      .replace(/^'/u, '')
      .replace(/\.0+$/u, '')
    const own = byCode.get(code)
    if (own !== undefined) return { id: own, restored: false }
    const named = plain(name) === '' ? undefined : byName.get(plain(name))
    if (code === '' || isScientific(code))
      return named === undefined ? null : { id: named, restored: written !== '' }
    const withZeros = byZeros.get(withoutZeros(code))
    if (withZeros !== undefined) return { id: withZeros, restored: true }
    // What is no code at all (a name in the column of codes) is a school only by its name.
    if (!/\d/u.test(code)) {
      const here = named ?? byName.get(plain(written))
      return here === undefined ? null : { id: here, restored: true }
    }
    // Two claim it, now or once: the code alone cannot say which.
    if (ids.has(code)) return named === undefined ? null : { id: named, restored: true }
    return { id: code, restored: false }
  }
}

type Findable = Pick<School, 'id' | 'code' | 'name' | 'shortName' | 'formerly' | 'mergedInto'>

/** School by key; of two with one key the one that stands for itself, else neither. */
function found(
  schools: readonly Findable[],
  keysOf: (school: Findable) => string[],
): Map<string, string> {
  const pairs = (all: readonly Findable[]): [string, string][] =>
    all.flatMap((school) => keysOf(school).map((key): [string, string] => [key, school.id]))
  const merged = schools.filter(({ mergedInto }) => mergedInto !== undefined)
  const standing = schools.filter(({ mergedInto }) => mergedInto === undefined)
  return new Map([...only(pairs(merged)), ...only(pairs(standing))])
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
