import type { StoredEntry } from '../entry.ts'
import type { AnyKind, Said } from '../kind.ts'
import { REGISTRY } from '../registry.ts'

/** The last word on a matter, and the line that has it. */
export interface LastWord extends Said {
  entry: StoredEntry
}

/** One matter of which two histories say different things: the line of each, null where it was taken back. */
export interface Conflict {
  matter: string
  sides: [{ entry: number | null }, { entry: number | null }]
}

/** Which lines count, as the ledger says. */
type Counting = (entries: readonly StoredEntry[]) => readonly (StoredEntry & { active: boolean })[]

/** The last word on every matter. */
export function lastWords(
  entries: readonly (StoredEntry & { active: boolean })[],
  registry: ReadonlyMap<string, AnyKind> = REGISTRY,
): Map<string, LastWord> {
  const words = new Map<string, LastWord>()
  for (const { active, ...entry } of entries) {
    if (!active) continue
    const said = registry.get(entry.kind)?.settles?.(entry.payload, entry.reason) ?? []
    for (const one of said) words.set(one.matter, { ...one, entry })
  }
  return words
}

/**
 * What of two joined histories a person has to decide, and what has to be said once more: where only
 * one of the two spoke of a matter since they parted its word holds, also when by the clock
 * something else came last. Both spoke: it holds where they say the same.
 *
 * @param entries the joined ledger
 * @param there whether a line of it stands in the first, in the second
 */
export function conflictsOf(
  entries: readonly StoredEntry[],
  there: (entry: StoredEntry) => readonly [boolean, boolean],
  counting: Counting,
): { conflicts: Conflict[]; again: LastWord[] } {
  const words = (which: (own: readonly [boolean, boolean]) => boolean): Map<string, LastWord> =>
    lastWords(counting(entries.filter((entry) => which(there(entry)))))
  const before = words(([first, second]) => first && second)
  const sides = [words(([first]) => first), words(([, second]) => second)] as const
  const now = words(() => true)
  const matters = new Set([...before.keys(), ...sides[0].keys(), ...sides[1].keys(), ...now.keys()])
  const conflicts: Conflict[] = []
  const again: LastWord[] = []
  for (const matter of [...matters].toSorted()) {
    const [first, second] = sides.map((side) => side.get(matter))
    const spoke = [first, second].map((one) => one?.entry.id !== before.get(matter)?.entry.id)
    const held = heldOf([first, second], spoke, before.get(matter))
    if (held !== 'open' && held?.value === now.get(matter)?.value) continue
    if (held === 'open' || held === undefined) conflicts.push(conflict(matter, first, second))
    else again.push(held)
  }
  const known = new Set(conflicts.map(({ matter }) => matter))
  const others = overturned(sides, before).filter(({ matter }) => !known.has(matter))
  return { conflicts: [...conflicts, ...others, ...inCircles(now, there, known)], again }
}

const MERGED = /^register:(.+)\|→$/u

/**
 * Schools that the two merged in a circle, each by itself without fault: the last of its steps does nothing.
 * The matter is where a school of the other one's steps goes.
 */
function inCircles(
  now: ReadonlyMap<string, LastWord>,
  there: (entry: StoredEntry) => readonly [boolean, boolean],
  known: ReadonlySet<string>,
): Conflict[] {
  const steps = new Map<string, LastWord>()
  for (const word of now.values()) {
    const school = MERGED.exec(word.matter)?.[1]
    if (school !== undefined && word.value !== '') steps.set(school, word)
  }
  const found = new Map<string, Conflict>()
  for (const start of steps.keys()) {
    const circle: LastWord[] = []
    let at = start
    for (let step = steps.get(at); step !== undefined && !circle.includes(step);) {
      circle.push(step)
      at = step.value
      step = steps.get(at)
    }
    if (circle.length < 3 || at !== start) continue
    const byAge = circle.toSorted((a, b) => b.entry.id - a.entry.id)
    const [last] = byAge
    const own = last === undefined ? [] : there(last.entry)
    const other = byAge.find(({ entry }) => there(entry).some((has, side) => has !== own[side]))
    if (last === undefined || other === undefined || known.has(other.matter)) continue
    found.set(other.matter, conflict(other.matter, last, other))
  }
  return [...found.values()]
}

type Maybe = LastWord | undefined

/** What holds of a matter: one line's word, nothing, or what a person has to say. */
function heldOf(
  [first, second]: readonly Maybe[],
  [one = false, other = false]: readonly boolean[],
  before: Maybe,
): Maybe | 'open' {
  if (!one && !other) return before
  if (!one || !other) return one ? first : second
  if (first?.value === second?.value) return first
  if (first?.weak === true && second !== undefined && second.weak !== true) return second
  if (second?.weak === true && first !== undefined && first.weak !== true) return first
  return 'open'
}

function conflict(matter: string, first: Maybe, second: Maybe): Conflict {
  const ids = [first?.entry.id ?? null, second?.entry.id ?? null]
  const [a = null, b = null] = ids.toSorted((x, y) => (x ?? Infinity) - (y ?? Infinity))
  return { matter, sides: [{ entry: a }, { entry: b }] }
}

/** What one side said has another meaning after what the other said. */
function overturned(
  [first, second]: readonly [ReadonlyMap<string, LastWord>, ReadonlyMap<string, LastWord>],
  before: ReadonlyMap<string, LastWord>,
): Conflict[] {
  const news = (words: ReadonlyMap<string, LastWord>): LastWord[] =>
    [...words.values()].filter(({ matter, entry }) => before.get(matter)?.entry.id !== entry.id)
  const found = (own: LastWord[], others: LastWord[]): Conflict[] =>
    own.flatMap((one) => {
      const { over } = one
      if (over === undefined) return []
      return others
        .filter(({ matter }) => matter.startsWith(over) && matter !== one.matter)
        .map((other) => conflict(other.matter, one, other))
    })
  const [a, b] = [news(first), news(second)]
  const all = [...found(a, b), ...found(b, a)]
  return [...new Map(all.map((one) => [one.matter, one])).values()].toSorted((x, y) =>
    JSON.stringify(x) < JSON.stringify(y) ? -1 : 1,
  )
}
