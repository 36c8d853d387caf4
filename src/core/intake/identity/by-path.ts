import type { Evidence } from '../../../shared/evidence.ts'
import type { School } from '../../../shared/model.ts'
import { perObject } from '../../memory/per-object.ts'
import { plain } from './piece.ts'
import type { Piece } from './piece.ts'
import type { Register } from './register.ts'

/**
 * What a file is called, and what the nearest folder (or zip) around it that speaks of a school is.
 *
 * @param path "returns/石门镇.zip/石门小学(2).xlsx"
 */
export function pathPieces(path: string, register: Register): Piece[] {
  const parts = path.split('/')
  const name = (parts.at(-1) ?? '').replace(/\.[A-Za-z]{1,4}$/u, '')
  const folders = parts
    .slice(0, -1)
    .reverse()
    .map((part) => part.replace(/\.[A-Za-z0-9]{1,3}$/u, ''))
  const file: Piece = { kind: 'file', texts: [name], fits: namedIn(name, 'file', register) }
  for (const folder of folders) {
    const fits = namedIn(folder, 'folder', register)
    if (fits.size > 0) return [file, { kind: 'folder', texts: [folder], fits }]
  }
  return [file]
}

const SHORTEST_CODE = 6
const SHORTEST_NAME = 3

/** The schools that a file's or folder's name speaks of, by code or by name. */
function namedIn(text: string, kind: 'file' | 'folder', register: Register): Piece['fits'] {
  const given = plain(text)
  const found = [...codesIn(given, register), ...namesIn(given, register)]
  // "双桥中心小学" also contains "中心小学": the longer name is meant.
  const meant = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from,
      ),
  )
  const fits: Piece['fits'] = new Map()
  for (const { school, how, stands } of meant) {
    if (stands && fits.get(school.id)?.how !== 'exact') fits.set(school.id, { kind, how, text })
  }
  return fits
}

interface Found {
  school: School
  how: Evidence['how']
  from: number
  to: number
  /** False where what stands around the name makes another one of it. */
  stands: boolean
}

const codesOf = perObject((byCode: Register['byCode']) =>
  within(
    [...byCode].flatMap(([code, schools]) =>
      code.length >= SHORTEST_CODE && /\d/u.test(code) ? [{ text: code, code, schools }] : [],
    ),
  ),
)

const namesOf = perObject((names: Register['names']) =>
  within(names.filter(({ text }) => text.length >= SHORTEST_NAME)),
)

/**
 * Finds those of many words that stand in a text, in the order of the words, and where each stands
 * first: by the few lengths that words have, for to look for each of thousands would take longer with
 * every school.
 */
function within<W extends { text: string }>(
  words: readonly W[],
): (text: string) => (W & { from: number })[] {
  const places = new Map<string, number[]>()
  words.forEach(({ text }, at) => {
    const known = places.get(text)
    if (known === undefined) places.set(text, [at])
    else known.push(at)
  })
  const lengths = new Map<string, Set<number>>()
  for (const { text } of words) {
    const first = text.charAt(0)
    lengths.set(first, (lengths.get(first) ?? new Set()).add(text.length))
  }
  return (text) => {
    const first = new Map<number, number>()
    for (let from = 0; from < text.length; from++) {
      for (const length of lengths.get(text.charAt(from)) ?? []) {
        if (from + length > text.length) continue
        for (const at of places.get(text.slice(from, from + length)) ?? [])
          if (!first.has(at)) first.set(at, from)
      }
    }
    const found = [...first].toSorted(([a], [b]) => a - b)
    return found.flatMap(([at, from]) => {
      const word = words[at]
      return word === undefined ? [] : [{ ...word, from }]
    })
  }
}

function codesIn(text: string, { byCode }: Register): Found[] {
  const found: Found[] = []
  for (const { code, schools, from } of codesOf(byCode)(text)) {
    const to = from + code.length
    // A longer number (a telephone's) is no code with digits around it.
    const stands = !/[a-z0-9]$/u.test(text.slice(0, from)) && !/^[a-z0-9]/u.test(text.slice(to))
    if (!stands) continue
    for (const school of schools) found.push({ school, how: 'exact', from, to, stands })
  }
  return found
}

function namesIn(text: string, register: Register): Found[] {
  const found: Found[] = []
  for (const { text: name, school, how, from } of namesOf(register.names)(text)) {
    const to = from + name.length
    const { county } = register
    // Before the county its province may stand; a name without the county may stand behind it.
    const around = county !== '' && name.startsWith(county) ? from + county.length : from
    const stands = begins(text.slice(0, around), school, register) && ends(text.slice(to))
    found.push({ school, how, from, to, stands })
  }
  return found
}

/** Words before a name that belong to the file and not to the name. */
const OF_THE_FILE =
  /(?:表|册|统计|年报|季报|月报|上报|报送|填报|数据|材料|附件|学年|年度|年|月|日|的|和|与|及|关于)$/u

/**
 * Whether a name can begin behind this: at the start, behind what is no word, behind the county or the
 * school's own town, behind words of the file. Behind any other it is only the end of a longer name,
 * another county's or another town's ("北山县" 石门小学, "新" 红旗小学).
 */
function begins(before: string, school: School, register: Register): boolean {
  if (!/\p{Script=Han}$/u.test(before) || OF_THE_FILE.test(before)) return true
  const { county } = register
  if (county !== '' && before.endsWith(county)) {
    const around = before.slice(0, -county.length)
    return /[省市州盟]$/u.test(around) || begins(around, school, register)
  }
  const place = Object.values(school.attributes)
    .map(plain)
    .find((one) => one.length >= 2 && before.endsWith(one))
  return place !== undefined && begins(before.slice(0, -place.length), school, register)
}

/** Words behind a name that make another school of it, or a part of one. */
const GOES_ON =
  /^(?:附属|附设|附中|附小|附幼|幼儿|小学|中学|初中|初级|高中|高级|九年|教学|分校|分园|分部|校区|园区|[东南西北新老](?:校|园|区)|[一二三四五六七八九十]+(?:分|校区|小|中|幼))/u
const PART_IN_BRACKETS = /^\([^)]*(?:附属|附设|分校|分园|分部|校区|园区|教学点)/u

function ends(behind: string): boolean {
  return !GOES_ON.test(behind) && !PART_IN_BRACKETS.test(behind)
}
