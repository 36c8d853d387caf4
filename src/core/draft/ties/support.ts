import { DIMENSIONS, EVENTS, RANGES, WEAK } from './concepts.ts'
import type { WordWeights } from './words.ts'

/** The words around a figure, from near to far. */
export interface Surroundings {
  /** Of its own clause, on both sides, and what narrows it. */
  beside: WordWeights
  /** Of its sentence. */
  sentence: WordWeights
  /** Of what stands before the sentence: a heading, the sentence before. */
  above: WordWeights
}

/** How much a word says that stands further off. */
const SHARES = { sentence: 0.6, above: 0.4 }

/** How much of what a target is called the words around a figure say, and how much those beside it; 0 to 1. */
export interface Support {
  whole: number
  beside: number
  /** Where the thing itself is named, and not only a kind of school or a range. */
  named: 'sentence' | 'above' | 'nowhere'
  /** Whether what happened to it (开工, 新增) is said in the sentence, where the target says any. */
  happened: boolean
}

const NONE: Support = { whole: 0, beside: 0, named: 'nowhere', happened: false }

/**
 * Other than likeness this does not ask what else the text says there: a long clause says much that is
 * no name. So it tells something only where the value agrees as well.
 */
export function supportOf({ beside, sentence, above }: Surroundings, target: WordWeights): Support {
  if (contradicts(beside, target)) return NONE
  let [all, near, whole] = [0, 0, 0]
  for (const [word, own] of target) {
    all += own
    if (beside.has(word)) near += own
    else if (sentence.has(word)) whole += own * SHARES.sentence
    else if (above.has(word)) whole += own * SHARES.above
  }
  if (all === 0) return NONE
  return {
    whole: (near + whole) / all,
    beside: near / all,
    ...namingOf({ beside, sentence, above }, target),
  }
}

/**
 * How much of a target's name stands beside a figure, 0 to 1. What happened to many things (建设, 开工) is
 * no name, but where nothing else names a target beyond its kind of school (幼儿园工程).
 */
export function namedBeside({ beside }: Surroundings, target: WordWeights): number {
  if (contradicts(beside, target)) return 0
  const named = tellingOf(target).length > 0
  const own = [...target].filter(([word]) => !named || !WEAK.has(word))
  const sum = (words: [string, number][]): number => words.reduce((all, [, of]) => all + of, 0)
  return own.length === 0 ? 0 : sum(own.filter(([word]) => beside.has(word))) / sum(own)
}

/** Where a target's own thing is named, and whether what happened to it is said. */
export function namingOf(
  { beside, sentence, above }: Surroundings,
  target: WordWeights,
): Pick<Support, 'named' | 'happened'> {
  const telling = tellingOf(target)
  const isSaid = (word: string): boolean => beside.has(word) || sentence.has(word)
  const inSentence = telling.length === 0 || telling.some(isSaid)
  const isAbove = telling.some((word) => above.has(word))
  return {
    named: inSentence ? 'sentence' : isAbove ? 'above' : 'nowhere',
    happened: [...target.keys()].every((word) => !EVENTS.has(word) || isSaid(word)),
  }
}

/** The words of a target that say more than a kind of school, a range, or what many things are. */
function tellingOf(target: WordWeights): string[] {
  return [...target.keys()].filter(
    (word) => !WEAK.has(word) && !RANGES.has(word) && !DIMENSIONS.some((one) => one.has(word)),
  )
}

/** Whether the words beside a figure narrow it otherwise than a target does: 小学 and 初中, 全省 and 市内. */
function contradicts(beside: WordWeights, target: WordWeights): boolean {
  return [...DIMENSIONS, RANGES].some((dimension) => {
    const own = [...target.keys()].filter((word) => dimension.has(word))
    const said = [...beside.keys()].filter((word) => dimension.has(word))
    return own.length > 0 && said.length > 0 && !own.some((word) => said.includes(word))
  })
}
