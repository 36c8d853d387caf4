import { keptForTexts } from '../../memory/kept-for-text.ts'
import { CONCEPTS, FILLERS, WEAK } from './concepts.ts'

/** What a phrase says: word → how much it says. */
export type WordWeights = ReadonlyMap<string, number>

const CONCEPT_WEIGHT = 2
const WEAK_WEIGHT = 1
/** Of a pair of neighbouring characters that no list knows. */
const PAIR_WEIGHT = 0.7

/** Every written form with what it says; the longest first. */
const FORMS: [string, string[]][] = [
  ...Object.entries(CONCEPTS).flatMap(([says, forms]): [string, string[]][] =>
    forms.map((form) => [form, says.split(' ')]),
  ),
  ...FILLERS.map((filler): [string, string[]] => [filler, []]),
].toSorted(([a], [b]) => b.length - a.length)

const byFirst = new Map<string, [string, string[]][]>()
for (const form of FORMS) {
  const first = form[0].charAt(0)
  byFirst.set(first, [...(byFirst.get(first) ?? []), form])
}

/**
 * The words of a phrase: known ones under one name whatever they are written as, of the rest each
 * two neighbouring characters. Numbers, marks and what says nothing are left out.
 */
export const wordsOf = keptForTexts((phrase: string): WordWeights => {
  const words = new Map<string, number>()
  let rest = ''
  const endRest = (): void => {
    for (const [pair, weight] of pairsOf(rest)) words.set(pair, weight)
    rest = ''
  }
  const text = phrase.normalize('NFKC')
  for (let at = 0; at < text.length;) {
    const known = byFirst.get(text.charAt(at))?.find(([form]) => text.startsWith(form, at))
    if (known === undefined) {
      const character = text.charAt(at)
      if (/[\p{Script=Han}\p{Script=Latin}]/u.test(character)) rest += character
      else if (!QUOTES.test(character)) endRest()
      at += 1
      continue
    }
    endRest()
    for (const one of known[1]) words.set(one, WEAK.has(one) ? WEAK_WEIGHT : CONCEPT_WEIGHT)
    at += known[0].length
  }
  endRest()
  return words
})

/** “营”改“非”: quotation marks part no words. */
const QUOTES = /[“”‘’"'「」『』《》]/u

function pairsOf(rest: string): [string, number][] {
  if (rest.length === 1) return [[rest, PAIR_WEIGHT]]
  return Array.from({ length: Math.max(0, rest.length - 1) }, (_, at) => [
    rest.slice(at, at + 2),
    PAIR_WEIGHT,
  ])
}

const KNOWN: ReadonlySet<string> = new Set(Object.keys(CONCEPTS).flatMap((says) => says.split(' ')))

/** Whether a word stands in the list of concepts; others are pairs of characters that it does not know. */
export function isKnown(word: string): boolean {
  return KNOWN.has(word)
}

/** The words of several phrases. */
export function joined(all: readonly WordWeights[]): WordWeights {
  return new Map(all.flatMap((words) => [...words]))
}
