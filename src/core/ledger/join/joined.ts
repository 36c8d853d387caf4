import type { StoredEntry } from '../entry.ts'
import type { Reference } from '../kind.ts'
import { readLine } from '../read-line.ts'
import { interleaved } from './interleave.ts'
import type { Place } from './interleave.ts'
import { withReferences } from './references.ts'

/** One of two files of a collection, as far as its history goes. */
export interface History {
  /** Lines as stored, parallel to `entries`. */
  bodies: readonly string[]
  entries: readonly StoredEntry[]
  files: readonly { id: number; path: string; sha256: string; receivedAt: string }[]
  assets: readonly { role: string; name: string; sha256: string }[]
}

/** Something kept beside the returns, in the joined collection; `side` says of which it has the bytes. */
export interface JoinedAsset {
  role: string
  name: string
  sha256: string
  side: 0 | 1
}

/** Two histories as one. */
export interface Joined {
  /** Lines to be written, numbered from 1 in this order, each with where it stood. */
  lines: { body: string; from: Place }[]
  /** The same as entries, with their new numbers. */
  entries: StoredEntry[]
  /** Received files, numbered from 1 in this order: their numbers in the first and the second. */
  files: Place[]
  assets: JoinedAsset[]
}

/**
 * Two histories that began as one, joined: every line, file and thing kept of both once. Lines are
 * numbered anew, and with them what they say of files and other lines; a line that stays as it was
 * keeps its text. Whichever comes first, the lines are the same.
 *
 * @param digest a hash of a text
 */
export function joined(first: History, second: History, digest: (text: string) => string): Joined {
  const sides = [first, second] as const
  const files = interleaved(datedFiles(first), datedFiles(second)).map(([a, b]): Place => [
    a === null ? null : (first.files[a]?.id ?? null),
    b === null ? null : (second.files[b]?.id ?? null),
  ])
  const assets = assetsOf(first, second)
  const places = interleaved(datedLines(first, digest), datedLines(second, digest))
  const numbers = ([0, 1] as const).map((side) => ({
    file: numbersOf(files, (place) => place[side]),
    entry: numbersOf(places, (place) => {
      const at = place[side]
      return at === null ? null : (sides[side].entries[at]?.id ?? null)
    }),
  }))
  const put =
    (side: 0 | 1) =>
    (to: Reference['to'], was: unknown): unknown => {
      if (to === 'file' || to === 'entry') return numbers[side]?.[to].get(Number(was))
      const { sha256 } = sides[side].assets.find((one) => one.role === to && one.name === was) ?? {}
      return assets.find((one) => one.role === to && one.sha256 === sha256)?.name
    }
  const lines = places.map((from) => {
    const texts = ([0, 1] as const).flatMap((side) => {
      const at = from[side]
      return at === null ? [] : [textOf(sides[side], at, put(side))]
    })
    return { body: texts.toSorted()[0] ?? '', from }
  })
  const entries = lines.map(({ body }, at) => readLine(at + 1, JSON.parse(body)))
  return { lines, entries, files, assets }
}

function numbersOf(
  places: readonly Place[],
  was: (place: Place) => number | null,
): Map<number, number> {
  return new Map(
    places.flatMap((place, at): [number, number][] => {
      const number = was(place)
      return number === null ? [] : [[number, at + 1]]
    }),
  )
}

/** A line's text with its numbers put anew; as stored where none is another. */
function textOf(
  { bodies, entries }: History,
  at: number,
  put: (to: Reference['to'], was: unknown) => unknown,
): string {
  const stored = bodies[at] ?? ''
  const entry = entries[at]
  if (entry === undefined || entry.kind === 'unreadable') return stored
  const { id: _, ...line } = entry
  const payload = withReferences(line.kind, line.payload, put)
  return JSON.stringify(payload) === JSON.stringify(line.payload)
    ? stored
    : JSON.stringify({ ...line, payload })
}

function datedFiles({ files }: History): { key: string; at: string }[] {
  return counted(
    files.map(({ path, sha256, receivedAt }) => ({ key: `${path}\n${sha256}`, at: receivedAt })),
  )
}

/** Lines by what they say, whatever their numbers and those of what they speak of. */
function datedLines(
  { bodies, entries, files, assets }: History,
  digest: (text: string) => string,
): { key: string; at: string }[] {
  const fileOf = new Map(files.map(({ id, path, sha256 }) => [id, `${path}\n${sha256}`]))
  const keyOf = new Map<number, string>()
  const spoken = (to: Reference['to'], was: unknown): unknown => {
    if (to === 'file') return fileOf.get(Number(was))
    if (to === 'entry') return keyOf.get(Number(was))
    return assets.find((one) => one.role === to && one.name === was)?.sha256
  }
  const times = new Map<string, number>()
  return entries.map((entry, at) => {
    const { id, ...line } = entry
    const said =
      line.kind === 'unreadable'
        ? (bodies[at] ?? '')
        : JSON.stringify({ ...line, payload: withReferences(line.kind, line.payload, spoken) })
    const [one] = counted([{ key: digest(said), at: line.at }], times)
    keyOf.set(id, one?.key ?? '')
    return one ?? { key: '', at: '' }
  })
}

/** What is there twice is told apart by which of them it is. */
function counted<T extends { key: string }>(
  all: readonly T[],
  times: Map<string, number> = new Map(),
): T[] {
  return all.map((one) => {
    const before = times.get(one.key) ?? 0
    times.set(one.key, before + 1)
    return { ...one, key: `${one.key} ${String(before)}` }
  })
}

/** What is kept beside the returns; two things of one name get names that tell them apart. */
function assetsOf(first: History, second: History): JoinedAsset[] {
  const all = [first, second].flatMap(({ assets }, side) =>
    assets.map(({ role, name, sha256 }): JoinedAsset => ({
      ...{ role, name, sha256 },
      side: side === 0 ? 0 : 1,
    })),
  )
  const key = ({ role, name, sha256 }: JoinedAsset): string => JSON.stringify([role, name, sha256])
  const once = [...new Map(all.toReversed().map((one) => [key(one), one])).values()].toReversed()
  const named = (one: JoinedAsset): JoinedAsset[] =>
    once.filter(({ role, name }) => role === one.role && name === one.name)
  return once.map((one) => {
    if (named(one).length === 1) return one
    const mark = one.sha256.slice(0, 8)
    const own = one.name.slice(one.name.indexOf('/') + 1)
    return { ...one, name: `${mark}/${own}` }
  })
}
