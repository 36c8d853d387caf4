import type { School } from '../../../shared/model.ts'
import { codeOf } from '../../../shared/register.ts'
import { plain } from './piece.ts'

/** The register prepared for look-ups; made once per run. */
export interface Register {
  schools: School[]
  byId: Map<string, School>
  /** By the code in the register; two schools may bear one. */
  byCode: Map<string, School[]>
  /** By a code that a school had before it was corrected, where no school bears it now. */
  byFormerCode: Map<string, School[]>
  byName: Map<string, School[]>
  /** By short and former names, and by the name without the county's. */
  byOtherName: Map<string, School[]>
  /** By the name as people shorten it; see `shortened`. */
  byLooseName: Map<string, School[]>
  /** Every name of every school in plain form, for finding them within a text. */
  names: { text: string; school: School; how: 'exact' | 'other' }[]
  /** The county's name in plain form, "" when it is not known. */
  county: string
  /** A name without the county's (and what stands before it), in plain form. */
  bare: (name: string) => string
}

/**
 * @param county the county's name ("青禾县"); "" when the collection does not give it, and then it is
 *   what most names of the register begin with
 */
export function prepareRegister(schools: School[], county = ''): Register {
  const own = plain(county) || commonCounty(schools)
  return { ...lookUps(schools, withoutCounty(own)), county: own }
}

function lookUps(schools: School[], bare: Register['bare']): Omit<Register, 'county'> {
  const byCode = new Map<string, School[]>()
  const byFormerCode = new Map<string, School[]>()
  const byName = new Map<string, School[]>()
  const byOtherName = new Map<string, School[]>()
  const byLooseName = new Map<string, School[]>()
  const names: Register['names'] = []
  const put = (map: Map<string, School[]>, key: string, school: School): void => {
    if (key !== '') map.set(key, [...(map.get(key) ?? []), school])
  }
  for (const school of schools) {
    const own = plain(school.name)
    put(byCode, plain(codeOf(school)), school)
    for (const code of school.formerly?.codes ?? []) put(byFormerCode, plain(code), school)
    put(byName, own, school)
    names.push({ text: own, school, how: 'exact' })
    put(byLooseName, shortened(bare(own)), school)
    for (const text of otherNames(school, bare)) {
      put(byOtherName, text, school)
      names.push({ text, school, how: text === bare(own) ? 'exact' : 'other' })
    }
  }
  for (const map of [byCode, byName, byOtherName, byLooseName])
    for (const [key, all] of map) map.set(key, standing(all))
  for (const key of byCode.keys()) byFormerCode.delete(key)
  const byId = new Map(schools.map((school) => [school.id, school]))
  return { schools, byId, byCode, byFormerCode, byName, byOtherName, byLooseName, names, bare }
}

/** Of schools of one code or name those that stand for themselves; merged ones where there are no others. */
function standing(all: School[]): School[] {
  const own = all.filter(({ mergedInto }) => mergedInto === undefined)
  return own.length > 0 ? own : all
}

const FORMER_NAME = ['曾用名', '原名', '原校名', '更名前']

/** Short name, former names (several may stand in one column) and the name without the county's, in plain form. */
function otherNames(school: School, bare: Register['bare']): string[] {
  const former = FORMER_NAME.flatMap((column) =>
    (school.attributes[column] ?? '').split(/[、,，;；/]/u),
  )
  const own = plain(school.name)
  const names = [school.shortName, ...former, ...(school.formerly?.names ?? [])].map(plain)
  return [...new Set([...names, bare(own), ...names.map(bare)])].filter(
    (name) => name !== '' && name !== own,
  )
}

/** What most names of a register begin with, up to 县, 市, 区 or 旗; "" when there is no such thing. */
function commonCounty(schools: readonly School[]): string {
  const counts = new Map<string, number>()
  for (const { name } of schools) {
    const begun = /^\p{Script=Han}{1,8}?[县市区旗]/u.exec(plain(name))?.[0]
    if (begun !== undefined) counts.set(begun, (counts.get(begun) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  return most !== undefined && most[1] >= 2 && most[1] * 2 > schools.length ? most[0] : ''
}

/** 石门中心校 for 石门镇中心小学, 县一初 apart: the town without its kind, the kind of school in short. */
export function shortened(name: string): string {
  return name
    .replace(/^(\p{Script=Han}{2,4}?)(?:镇|乡|街道|办事处)(?=\p{Script=Han}{3})/u, '$1')
    .replace(/中心(?:完全小学|完小|学校|校)$/u, '中心小学')
    .replace(/(?:完全小学|完小)$/u, '小学')
    .replace(/(?:初级中学|初中)$/u, '中学')
    .replace(/(?:九年一贯制|十二年一贯制)学校$/u, '学校')
}

/** What is left has to say more than a kind of school (小学, 幼儿园). */
const SHORTEST = 4

function withoutCounty(county: string): Register['bare'] {
  if (county === '') return (name) => name
  return (name) => {
    const at = name.indexOf(county)
    // Before it may stand the province and the city that it belongs to, nothing else.
    if (at < 0 || (at > 0 && !/[省市州盟区]$/u.test(name.slice(0, at)))) return name
    const rest = name.slice(at + county.length)
    return rest.length < SHORTEST ? name : rest
  }
}
