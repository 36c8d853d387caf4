import type { Reason, School } from '../../shared/model.ts'
import { codeOf } from '../../shared/register.ts'
import { editDistance } from '../forms/label.ts'

/** Whose return it is, and how sure. */
export interface Identity {
  code: string | null
  name: string | null
  /** Register id; null when unsure or unknown. */
  school: string | null
  reasons: Reason[]
  candidates: { school: string; name: string; why: string }[]
}

/** The register prepared for look-ups; made once per run. */
export interface Register {
  schools: School[]
  byId: Map<string, School>
  /** By the code in the register; two schools may bear one. */
  byCode: Map<string, School[]>
  /** By a code that a school had before it was corrected, where no school bears it now. */
  byFormerCode: Map<string, School[]>
  byName: Map<string, School[]>
  byShortName: Map<string, School[]>
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u3000\u00a0]+/gu, '')
    .toLowerCase()

export function prepareRegister(schools: School[]): Register {
  const byName = new Map<string, School[]>()
  const byShortName = new Map<string, School[]>()
  const byCode = new Map<string, School[]>()
  const byFormerCode = new Map<string, School[]>()
  const put = (map: Map<string, School[]>, key: string, school: School): void => {
    if (key !== '') map.set(key, [...(map.get(key) ?? []), school])
  }
  for (const school of schools) {
    put(byName, plain(school.name), school)
    put(byCode, plain(codeOf(school)), school)
    for (const name of otherNames(school)) put(byShortName, name, school)
    for (const code of school.formerly?.codes ?? []) put(byFormerCode, plain(code), school)
  }
  for (const [key, all] of byCode) byCode.set(key, standing(all))
  for (const [key, all] of byName) byName.set(key, standing(all))
  for (const [key, all] of byShortName) byShortName.set(key, standing(all))
  for (const key of byCode.keys()) byFormerCode.delete(key)
  const byId = new Map(schools.map((school) => [school.id, school]))
  return { schools, byId, byCode, byFormerCode, byName, byShortName }
}

/** Of schools of one code or name those that stand for themselves; merged ones where there are no others. */
function standing(all: School[]): School[] {
  const own = all.filter(({ mergedInto }) => mergedInto === undefined)
  return own.length > 0 ? own : all
}

const FORMER_NAME = ['曾用名', '原名', '原校名', '更名前']

/** Short name and former names (several may stand in one column), in plain form. */
function otherNames(school: School): string[] {
  const former = FORMER_NAME.flatMap((column) =>
    (school.attributes[column] ?? '').split(/[、,，;；/]/u),
  )
  const names = [school.shortName, ...former, ...(school.formerly?.names ?? [])].map(plain)
  return [...new Set(names)].filter((name) => name !== '' && name !== plain(school.name))
}

/**
 * Weighs code, name, short name and file name against the register. One school beyond doubt is
 * taken, with a reason where something was not as it should be; two that contradict each other
 * are left to a person.
 *
 * @param said the codes and names that stand in the file, in its order
 * @param path the file's path, as weak evidence only
 */
export function identify(
  said: { codes: readonly string[]; names: readonly string[] },
  path: string,
  register: Register,
): Identity {
  const codes = [...new Set(said.codes.map(plain))]
  const names = [...new Set(said.names)]
  const written = { code: codes[0] ?? null, name: names[0] ?? null }
  const named = findByName(names, register)
  const known = codes.flatMap((code) => bearersOf(code, named, register))
  if (new Set(known.map((school) => school.id)).size > 1) {
    const reason = {
      code: 'several-schools' as const,
      params: { names: known.map((s) => s.name).join('、') },
    }
    return {
      ...written,
      school: null,
      reasons: [reason],
      candidates: known.map((s) => candidate(s, 'code')),
    }
  }
  const byCode = known[0] ?? null
  if (byCode !== null) return withCode(written, byCode, named, path, register)
  if (named !== null) return withoutCode(written, named, register)
  const likely = likelySchools(written, path, register)
  const params = { name: written.name ?? '', code: written.code ?? '' }
  return {
    ...written,
    school: null,
    reasons: [{ code: 'unknown-school', params }],
    candidates: likely,
  }
}

/** Whose a code is: of two that bear it the one that is named beside it, where one is. */
function bearersOf(code: string, named: Named | null, register: Register): School[] {
  const all = register.byCode.get(code) ?? register.byFormerCode.get(code) ?? []
  const beside = all.filter(({ id }) => id === named?.school.id)
  return beside.length > 0 ? beside : all
}

interface Named {
  school: School
  how: 'name' | 'short'
  given: string
}

function findByName(names: string[], register: Register): Named | null {
  for (const given of names) {
    const exact = register.byName.get(plain(given)) ?? []
    const [only] = exact
    if (exact.length === 1 && only !== undefined) return { school: only, how: 'name', given }
  }
  for (const given of names) {
    const short = register.byShortName.get(plain(given)) ?? []
    const [only] = short
    if (short.length === 1 && only !== undefined) return { school: only, how: 'short', given }
  }
  return null
}

/**
 * The code is in the register: it decides, unless the name is clearly another school's. Of a school
 * and one that was merged into it, the one that stands for itself is meant.
 */
function withCode(
  written: { code: string | null; name: string | null },
  school: School,
  named: Named | null,
  path: string,
  register: Register,
): Identity {
  if (named !== null && named.school.id !== school.id) {
    if (standsAs(named.school) === standsAs(school))
      return mergedPair(written, school, named, register)
    const params = { code: codeOf(school), codeName: school.name, name: named.school.name }
    return {
      ...written,
      school: null,
      reasons: [{ code: 'school-conflict', params }],
      candidates: conflictOrder(school, named.school, path),
    }
  }
  const reasons: Reason[] = [...corrected(written.code, school)]
  if (named?.how === 'short') {
    reasons.push({ code: 'short-name', params: { given: named.given, name: school.name } })
  }
  const differs =
    named === null && written.name !== null && !alikeNames(plain(written.name), school, register)
  if (differs) {
    const params = { code: codeOf(school), codeName: school.name, name: written.name ?? '' }
    reasons.push({ code: 'school-conflict', params })
    return { ...written, school: null, reasons, candidates: [candidate(school, 'code')] }
  }
  if (named === null && written.name !== null && plain(written.name) !== plain(school.name)) {
    reasons.push({ code: 'short-name', params: { given: written.name, name: school.name } })
  }
  reasons.push(...standingOf(school, register))
  return { ...written, school: school.id, reasons, candidates: [] }
}

const standsAs = ({ id, mergedInto }: School): string => mergedInto ?? id

/** The code of one and the name of the other of two schools that are one by now. */
function mergedPair(
  written: { code: string | null; name: string | null },
  school: School,
  named: Named,
  register: Register,
): Identity {
  const meant = register.byId.get(standsAs(school)) ?? school
  const { name } = meant
  const reasons: Reason[] = []
  if (named.school.id !== meant.id) {
    reasons.push({ code: 'short-name', params: { given: named.given, name } })
  }
  if (school.id !== meant.id) {
    const params = { code: written.code ?? '', expected: codeOf(meant), name }
    reasons.push({ code: 'code-typo', params })
  }
  reasons.push(...standingOf(meant, register))
  return { ...written, school: meant.id, reasons, candidates: [] }
}

/** A code that the school had before the register was corrected. */
function corrected(written: string | null, school: School): Reason[] {
  const before = school.formerly?.codes.some((code) => plain(code) === written) === true
  if (!before || plain(codeOf(school)) === written) return []
  const params = { code: written ?? '', expected: codeOf(school), name: school.name }
  return [{ code: 'code-typo', params }]
}

/** The name alone, in full and unique, is enough to know the school; that the code is wrong is said. */
function withoutCode(
  written: { code: string | null; name: string | null },
  named: Named,
  register: Register,
): Identity {
  const { school } = named
  const reasons: Reason[] = []
  if (named.how === 'short') {
    reasons.push({ code: 'short-name', params: { given: named.given, name: school.name } })
  }
  if (written.code === null) {
    reasons.push({ code: 'code-missing', params: { name: school.name } })
  } else {
    const near = editDistance(written.code, plain(codeOf(school))) <= 2
    const unsure = named.how === 'short' && !near
    if (unsure) {
      const params = { name: named.given, code: written.code }
      return {
        ...written,
        school: null,
        reasons: [{ code: 'unknown-school', params }],
        candidates: [
          candidate(school, 'short-name'),
          ...likelySchools(written, '', register),
        ].slice(0, 5),
      }
    }
    // A school that the register gives no usable code stands under its name: nothing to hold against.
    if (codeOf(school) !== school.name) {
      reasons.push({
        code: 'code-typo',
        params: { code: written.code, expected: codeOf(school), name: school.name },
      })
    }
  }
  reasons.push(...standingOf(school, register))
  return { ...written, school: school.id, reasons, candidates: [] }
}

/** That nothing is to come from a school: it was merged into another, or it is closed. */
function standingOf(school: School, register: Register): Reason[] {
  const { name, status } = school
  if (school.mergedInto !== undefined) {
    const into = register.byId.get(school.mergedInto)?.name ?? school.mergedInto
    return [{ code: 'merged-school', params: { name, into } }]
  }
  return school.active ? [] : [{ code: 'closed-school', params: { name, status } }]
}

/** A name that is no other school's and contains, or nearly is, this one's. */
function alikeNames(given: string, school: School, register: Register): boolean {
  const own = [plain(school.name), plain(school.shortName)].filter((name) => name !== '')
  const within = Math.max(0, ...own.map((name) => (given.includes(name) ? name.length : 0)))
  // "双桥中心小学(东校区)" also contains "中心小学": the longest name of the register is meant.
  const another = register.schools.some((other) => {
    const name = plain(other.name)
    return other.id !== school.id && name.length > within && given.includes(name)
  })
  if (another) return false
  if (within > 0 || own.some((name) => name.includes(given))) return true
  const distance = Math.min(...own.map((name) => editDistance(given, name)))
  const nearest = Math.min(
    ...register.schools
      .filter((other) => other.id !== school.id)
      .map((other) => editDistance(given, plain(other.name))),
  )
  return distance <= Math.max(2, Math.floor(given.length / 3)) && distance < nearest
}

function candidate(school: School, why: string): { school: string; name: string; why: string } {
  return { school: school.id, name: school.name, why }
}

function conflictOrder(
  byCode: School,
  byName: School,
  path: string,
): { school: string; name: string; why: string }[] {
  const inPath = (school: School): boolean =>
    [school.name, school.shortName].some((name) => name !== '' && plain(path).includes(plain(name)))
  const pair = [candidate(byCode, 'code'), candidate(byName, 'name')]
  return inPath(byName) && !inPath(byCode) ? pair.reverse() : pair
}

/** Schools a person might mean: names and codes nearest to what was written, and names in the file's name. */
function likelySchools(
  written: { code: string | null; name: string | null },
  path: string,
  register: Register,
): { school: string; name: string; why: string }[] {
  const scored = register.schools.flatMap((school) => {
    const name = plain(written.name ?? '')
    const names = [plain(school.name), plain(school.shortName)].filter((n) => n !== '')
    const byName = name === '' ? 99 : Math.min(...names.map((own) => editDistance(name, own)))
    const byCode =
      written.code === null ? 99 : editDistance(plain(written.code), plain(codeOf(school)))
    const inPath = names.some((own) => own.length >= 3 && plain(path).includes(own))
    const score = Math.min(byName, byCode + 1, inPath ? 0 : 99)
    const why = inPath ? 'file-name' : byName <= byCode + 1 ? 'name' : 'code'
    return score <= 4 ? [{ ...candidate(school, why), score }] : []
  })
  return scored
    .sort((a, b) => a.score - b.score)
    .slice(0, 5)
    .map(({ school, name, why }) => ({ school, name, why }))
}
