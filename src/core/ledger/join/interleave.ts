/** Something that two histories may share, with when it was done. */
export interface Dated {
  /** The same in both where it is the same thing. */
  key: string
  /** ISO time. */
  at: string
}

/** One thing of the joined history: its place in the first and in the second, null where it is not there. */
export type Place = [first: number | null, second: number | null]

/**
 * Two histories as one: everything of both once, each in its own order, what only one has put by its
 * time. Which of the two is first makes no difference but to the order within a place.
 */
export function interleaved(first: readonly Dated[], second: readonly Dated[]): Place[] {
  const inFirst = placesOf(first)
  const inSecond = placesOf(second)
  const joined: Place[] = []
  const done = new Set<string>()
  let [i, j] = [0, 0]
  for (;;) {
    while (i < first.length && done.has(first[i]?.key ?? '')) i += 1
    while (j < second.length && done.has(second[j]?.key ?? '')) j += 1
    const one = next(first[i], second[j], inFirst, inSecond)
    if (one === undefined) return joined
    done.add(one.key)
    joined.push([inFirst.get(one.key) ?? null, inSecond.get(one.key) ?? null])
  }
}

function placesOf(all: readonly Dated[]): Map<string, number> {
  return new Map(all.map(({ key }, at) => [key, at]))
}

/** What comes next: what the other has too waits until the other is there as well. */
function next(
  a: Dated | undefined,
  b: Dated | undefined,
  inFirst: ReadonlyMap<string, number>,
  inSecond: ReadonlyMap<string, number>,
): Dated | undefined {
  if (a === undefined || b === undefined || a.key === b.key) return a ?? b
  const [waitsA, waitsB] = [inSecond.has(a.key), inFirst.has(b.key)]
  if (waitsA !== waitsB) return waitsA ? b : a
  if (a.at !== b.at) return a.at < b.at ? a : b
  return a.key < b.key ? a : b
}
