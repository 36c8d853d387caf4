import { perObject } from '../../../memory/per-object.ts'
import { grouped } from './grouped.ts'
import { coreOf } from './likeness.ts'
import type { Mention } from './mention.ts'

/** What a text's levels, present and past, are called: by successive characters, and by group. */
interface Names {
  readonly byCharacters: ReadonlyMap<string, readonly Mention[]>
  readonly byGroup: ReadonlyMap<string, readonly Mention[]>
  /** What was asked before. */
  readonly known: Map<string, readonly Mention[]>
}

const namesIn = perObject((mentions: readonly Mention[]): Names => {
  const byCharacters = new Map<string, Mention[]>()
  const levels = mentions.filter(({ role }) => role === 'level' || role === 'previous')
  for (const one of levels) {
    const name = coreOf(one.words)
    // By its single characters too, for names that have only one.
    for (const key of new Set([...pairsOf(name), ...Array.from(name)])) {
      const own = byCharacters.get(key)
      if (own === undefined) byCharacters.set(key, [one])
      else own.push(one)
    }
  }
  return { byCharacters, byGroup: grouped(levels, groupOf), known: new Map() }
})

/** What the group that a figure is of is called, without the frame that every name has; '' for none. */
export function groupOf({ figure }: Mention): string {
  return coreOf(figure.about.group.at(-1) ?? '')
}

/**
 * The levels of a text that may be called so, in its order: those that have two successive characters
 * in common with the name (the one character of a name that has only one), and those of a group that it
 * names. Whether one is called so is for the caller to say; no other is.
 *
 * @param core a name as `coreOf` leaves it
 */
export function maybeCalled(mentions: readonly Mention[], core: string): readonly Mention[] {
  const { byCharacters, byGroup, known } = namesIn(mentions)
  const before = known.get(core)
  if (before !== undefined) return before
  const found = new Set(pairsOf(core).flatMap((pair) => byCharacters.get(pair) ?? []))
  for (const [group, some] of byGroup) {
    if (group !== '' && core.includes(group)) for (const one of some) found.add(one)
  }
  const ordered = [...found].toSorted((a, b) => a.index - b.index)
  known.set(core, ordered)
  return ordered
}

/** The pairs of successive characters of a name; where it has only one, that one. */
function pairsOf(name: string): readonly string[] {
  const characters = Array.from(name)
  if (characters.length < 2) return characters
  return characters.slice(1).map((one, at) => (characters[at] ?? '') + one)
}
