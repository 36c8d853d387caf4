/** Two texts that came from one, brought together. */
export interface MergedTexts {
  /** What both changed otherwise: ids of entries, or the lines; empty where nothing is. */
  clashes: string[]
  /** With everything that does not clash, and of what clashes the first's, the second's; alike where nothing does. */
  first: string
  second: string
}

/**
 * Three-way merge of a text that two people edited apart. A list of entries with ids (rules.yaml,
 * indicators.yaml, lists.yaml) is brought together entry by entry; any other text where each changed
 * one passage and the two do not touch.
 *
 * @param base what both began with; "" for nothing
 * @returns null where nothing of it can be brought together: one of the two has to be taken whole
 */
export function mergedTexts(base: string, first: string, second: string): MergedTexts | null {
  if (first === second || second === base) return { clashes: [], first, second: first }
  if (first === base) return { clashes: [], first: second, second }
  return byEntries(base, first, second) ?? byPassage(base, first, second)
}

/** A part of a text: what stands before the list, or an entry with the lines below it. */
interface Part {
  key: string
  text: string
}

function byEntries(...texts: [string, string, string]): MergedTexts | null {
  const [base, first, second] = texts.map(entriesIn)
  if (!base || !first || !second) return null
  const [was, one, other] = [base, first, second].map(
    (parts) => new Map(parts.map(({ key, text }) => [key, text])),
  )
  if (!was || !one || !other) return null
  // Whoever put the entries in another order said something that a merge would undo.
  if (!inOneOrder(base, first) || !inOneOrder(base, second)) return null
  const clashes: string[] = []
  const taken = (key: string): [string | undefined, string | undefined] => {
    const [b, x, y] = [was.get(key), one.get(key), other.get(key)]
    if (x === y || y === b) return [x, x]
    if (x === b) return [y, y]
    clashes.push(key)
    return [x, y]
  }
  const keys = inOrder(base, first, second)
  const found = keys.map(taken)
  const text = (side: 0 | 1): string => found.map((pair) => pair[side] ?? '').join('')
  return { clashes, first: text(0), second: text(1) }
}

/** Entries of a list by id; null for a text that is no such list, or names an id twice or not at all. */
function entriesIn(text: string): Part[] | null {
  const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`
  const lines = whole.match(/[^\n]*\n/gu) ?? []
  const indent = /^( *)- /u.exec(lines.find((line) => /^ *- /u.test(line)) ?? '')?.[1]
  if (indent === undefined && lines.some((line) => !/^\s*(?:#|$)/u.test(line))) return null
  const parts: Part[] = [{ key: '', text: '' }]
  for (const line of lines) {
    const begins = indent !== undefined && line.startsWith(`${indent}- `)
    if (begins) parts.push({ key: '', text: '' })
    const last = parts.at(-1)
    if (last !== undefined) last.text += line
  }
  const named = parts.map(({ text: own }, at) => ({ key: at === 0 ? '' : keyOf(own), text: own }))
  const keys = named.map(({ key }) => key)
  const known = keys.slice(1).every((key) => key !== '') && new Set(keys).size === keys.length
  return known ? named : null
}

/** By what an entry is known: its id, in a list of lists with the list's name. */
function keyOf(entry: string): string {
  const field = (name: string): string =>
    new RegExp(
      String.raw`^\s*-?\s*\{?(?:[^#\n]*,)?\s*${name}:\s*(?:"([^"]*)"|'([^']*)'|([^\s,}#]+))`,
      'mu',
    )
      .exec(entry)
      ?.slice(1)
      .find((one) => one !== undefined) ?? ''
  const id = field('id')
  return id === '' ? '' : [field('list'), id].filter((one) => one !== '').join('·')
}

function inOneOrder(base: readonly Part[], now: readonly Part[]): boolean {
  const there = new Set(now.map(({ key }) => key))
  const before = new Set(base.map(({ key }) => key))
  const kept = base.map(({ key }) => key).filter((key) => there.has(key))
  const still = now.map(({ key }) => key).filter((key) => before.has(key))
  return kept.every((key, at) => still[at] === key)
}

/** Entries of all three in the order of the base; a new one behind the one that it was put behind. */
function inOrder(base: readonly Part[], ...sides: (readonly Part[])[]): string[] {
  const order = base.map(({ key }) => key)
  const known = new Set(order)
  const behind = new Map<string, string[]>()
  for (const side of sides) {
    let last = ''
    for (const { key } of side) {
      if (known.has(key)) last = key
      else behind.set(last, [...new Set([...(behind.get(last) ?? []), key])])
    }
  }
  return order.flatMap((key) => [key, ...(behind.get(key) ?? [])])
}

/** Lines of a text up to those where another begins to differ, and from those on where it does no more. */
function changed(base: readonly string[], now: readonly string[]): { from: number; to: number } {
  let from = 0
  while (from < base.length && from < now.length && base[from] === now[from]) from += 1
  let left = 0
  while (
    left < base.length - from &&
    left < now.length - from &&
    base.at(-1 - left) === now.at(-1 - left)
  )
    left += 1
  return { from, to: base.length - left }
}

function byPassage(base: string, first: string, second: string): MergedTexts | null {
  const [was = [], one = [], other = []] = [base, first, second].map((text) => text.split('\n'))
  const [a, b] = [changed(was, one), changed(was, other)]
  const fits = (before: typeof a, after: typeof a): boolean => before.to < after.from
  if (!fits(a, b) && !fits(b, a)) return null
  const [before, early, after, late] = fits(a, b) ? [a, one, b, other] : [b, other, a, one]
  const own = (now: readonly string[], { from, to }: typeof a): readonly string[] =>
    now.slice(from, now.length - (was.length - to))
  const merged = [
    ...was.slice(0, before.from),
    ...own(early, before),
    ...was.slice(before.to, after.from),
    ...own(late, after),
    ...was.slice(after.to),
  ].join('\n')
  return { clashes: [], first: merged, second: merged }
}
