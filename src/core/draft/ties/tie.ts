import { codePoints } from '../../../shared/code-points.ts'
import { compare } from '../../model/number.ts'
import type { Figure } from '../../model/draft/figure.ts'
import { held, looselyQuotingOf, quotingOf } from './compare.ts'
import type { Held } from './compare.ts'
import type { OwnQuote } from './own-sentences.ts'
import { figureKeys } from './figure-key.ts'
import { namedBeside, namingOf, supportOf } from './support.ts'
import type { Support } from './support.ts'
import { looselySameUnit } from './target.ts'
import type { Target } from './target.ts'
import { WEAK } from './concepts.ts'
import { wordsOf } from './words.ts'
import type { WordWeights } from './words.ts'
import { yearOf } from './year.ts'
import { likeness } from './likeness.ts'
import { phrasesOf } from './phrases.ts'
import type { Said } from './phrases.ts'

/** A target that a figure may quote. */
export interface Choice {
  target: Target
  /** How alike the words are, 0 to 1, in the kindest reading, and in the one that takes in everything. */
  likeness: number
  strictly: number
  held: Held
}

/** What a figure quotes of the collection. */
export interface Tie {
  /** Index of the figure. */
  figure: number
  /** By what it is known in the ledger. */
  key: string
  choice: Choice | null
  /** Who says so: a person, or the words (and the value, where the words alone are not enough). */
  by: 'person' | 'words' | null
  /**
   * `last-year`: differs, and is what it was last year; `refused`: a person said that it quotes
   * nothing of the collection; `none`: not tied.
   */
  verdict: 'agrees' | 'differs' | 'last-year' | 'refused' | 'none'
  /** The best of what else it may be, the likeliest first, the choice included. */
  alternatives: Choice[]
}

/** What persons said of figures: figure key → key of the target, null for none. */
export type Decided = ReadonlyMap<string, string | null>

/** Words so alike say the same, also where the value differs. */
const SURE = 0.95
/** The next best must be so much less like. */
const APART = 0.08
/** With the same value, words so alike are enough; a small number agrees by chance sooner. */
const ENOUGH = 0.6
const ENOUGH_SMALL = 0.65
const SMALL = 20
const ENOUGH_TOTAL = 0.8
const ALTERNATIVES = 6
/** Below that it is no alternative, and beyond so many it is not looked at. */
const SHOWN = 0.3
const LIKELY = 40

/**
 * Ties the figures of a text to what a collection can say, one when it is asked for: a long text has
 * ten thousand, and others want their turn between them.
 *
 * @param thisYear the year that the collection is of; null when it does not say
 * @param own what the collection's own summary quotes in the sentence of a figure
 * @returns the tie of the figure at an index
 */
export function tierOf(
  text: string,
  figures: readonly Figure[],
  targets: readonly Target[],
  decided: Decided,
  thisYear: number | null,
  own: (index: number) => OwnQuote | null = () => null,
): (figure: Figure, index: number) => Tie {
  const byWord = indexOf(targets)
  const byKey = new Map(targets.map((target) => [target.key, target]))
  const keys = figureKeys(text, figures)
  const said = phrasesOf(text, figures)
  const characters = codePoints(text)
  return (figure, index) => {
    const key = keys[index] ?? ''
    const lead = characters.slice(Math.max(0, figure.start - 14), figure.start).join('')
    const told = askedOf(figure, said[index], thisYear)
    const asked = GAP_TO_PLAN.test(lead) ? { ...told, year: 'other' as const } : told
    const choices = choicesOf(asked, byWord)
    const alternatives = choices.slice(0, ALTERNATIVES)
    const decision = decided.get(key)
    if (decision === null) {
      return { figure: index, key, choice: null, by: 'person', verdict: 'refused', alternatives }
    }
    const target = decision === undefined ? undefined : byKey.get(decision)
    const chosen = target === undefined ? null : choiceOf(asked, target)
    const choice = chosen ?? ownChoice(asked, own(index), byKey) ?? byWords(asked, choices, targets)
    const by = chosen === null ? (choice === null ? null : 'words') : 'person'
    const verdict = choice === null ? 'none' : verdictOf(figure, choice)
    return { figure: index, key, choice, by, verdict, alternatives }
  }
}

/** What the summary quotes in that sentence, if the figure can be of its unit at all. */
function ownChoice(
  { figure }: Asked,
  quote: OwnQuote | null,
  byKey: ReadonlyMap<string, Target>,
): Choice | null {
  const target = quote === null ? undefined : byKey.get(`indicator:${quote.indicator}`)
  if (quote === null || target === undefined) return null
  const fits = looselySameUnit(figure.unit, target.unit.base)
  const own = held(figure, target, 'this', () => (fits ? quote.quoting : null))
  return own === null ? null : { target, likeness: 1, strictly: 1, held: own }
}

/** 比计划少1处: neither what is, nor what was planned, nor a change on last year. */
const GAP_TO_PLAN =
  /比(?:原|年初|年度|全年)?(?:计划|规划|目标|预期)数?(?:多|少|超|高|低|增|减)\p{Script=Han}{0,2}$/u

const NOTHING: WordWeights = new Map()
const UNSAID: Said = {
  surroundings: { beside: NOTHING, sentence: NOTHING, above: NOTHING },
  readings: [],
  strict: { said: NOTHING, around: NOTHING, near: NOTHING, weight: 0 },
  period: null,
}

/** A figure with what the text says of it. */
interface Asked extends Pick<Said, 'readings' | 'strict' | 'surroundings'> {
  figure: Figure
  year: ReturnType<typeof yearOf>
}

function askedOf(figure: Figure, said: Said | undefined, thisYear: number | null): Asked {
  const { readings, strict, surroundings, period } = said ?? UNSAID
  return { figure, readings, strict, surroundings, year: yearOf(period, thisYear) }
}

function indexOf(targets: readonly Target[]): ReadonlyMap<string, Target[]> {
  const byWord = new Map<string, Target[]>()
  for (const target of targets) {
    for (const word of target.words.keys()) {
      const own = byWord.get(word)
      if (own === undefined) byWord.set(word, [target])
      else own.push(target)
    }
  }
  return byWord
}

/** What it may quote, the best first. */
function choicesOf(asked: Asked, byWord: ReadonlyMap<string, Target[]>): Choice[] {
  if (asked.year === 'other') return []
  const met = new Set<Target>()
  for (const { said, around } of asked.readings) {
    for (const word of [...said.keys(), ...around.keys()]) {
      for (const target of byWord.get(word) ?? []) met.add(target)
    }
  }
  // Values are worked out only of what the words make likely.
  return [...met]
    .filter((target) => quotingOf(asked.figure, target, 'this') !== null)
    .map((target) => ({ target, alike: alikeness(asked, target) }))
    .filter(({ alike }) => alike >= SHOWN)
    .toSorted((a, b) => b.alike - a.alike)
    .slice(0, LIKELY)
    .flatMap(({ target }) => choiceOf(asked, target) ?? [])
    .toSorted(
      (a, b) =>
        b.likeness - a.likeness ||
        Number(b.held.agrees) - Number(a.held.agrees) ||
        Number(a.target.indicator === null) - Number(b.target.indicator === null),
    )
}

function alikeness({ readings }: Asked, { words }: Target): number {
  return Math.max(0, ...readings.map((phrase) => likeness(phrase, words)))
}

function choiceOf(asked: Asked, target: Target): Choice | null {
  const { figure, strict, year } = asked
  const own = held(figure, target, year === 'last' ? 'last' : 'this')
  if (own === null) return null
  // A group is meant where the figure's own words name it, and a word that says little names nothing.
  const named = [...wordsOf(target.group ?? '').keys()].every((word) => strict.said.has(word))
  const says = [...target.words.keys()].some((word) => !WEAK.has(word))
  const strictly = named && says ? likeness(strict, target.words) : 0
  return { target, likeness: alikeness(asked, target), strictly, held: own }
}

/** The choice that the words make: sure ones, else those that agree. */
function bestOf(asked: Asked, all: readonly Choice[]): Choice | null {
  const { figure, year } = asked
  const choices = all.filter(({ target }) => target.item === null)
  const [best] = choices
  if (best !== undefined && best.likeness >= SURE && best.held.agrees) return best
  const [sure, ...others] = choices.toSorted((a, b) => b.strictly - a.strictly)
  // A year named somewhere before may be another's: last year's value is taken where it fits.
  if (sure !== undefined && sure.strictly >= SURE && year === 'this') {
    const other = others.find(({ held: own }) => compare(own.value, sure.held.value) !== 0)
    if (other === undefined || sure.strictly - other.strictly >= APART) return sure
  }
  const enough = isSmall(figure) ? ENOUGH_SMALL : ENOUGH
  const agreeing = choices.find(
    (one) => one.held.agrees && one.likeness >= enough && isNamed(asked, one.target),
  )
  if (agreeing !== undefined) return agreeing
  // Last year's value under the words of this year's: a figure that nobody brought up to date.
  const stale = choices.find((one) => one.likeness >= enough && isLastYears(figure, one))
  if (stale !== undefined) return stale
  // Headings of forms say much: a total is taken by its words only with its value.
  return all.find((one) => one.held.agrees && one.likeness >= ENOUGH_TOTAL) ?? null
}

/** Small numbers agree by chance: of what is counted more must be said than a kind of school. */
function isNamed({ figure, surroundings }: Asked, { words }: Target): boolean {
  if (!isSmall(figure)) return true
  const { named, happened } = namingOf(surroundings, words)
  return named === 'sentence' && happened
}

function isSmall({ value }: Figure): boolean {
  return value !== null && value.scale === 0 && value.units < BigInt(SMALL)
}

function verdictOf(figure: Figure, choice: Choice): Tie['verdict'] {
  if (choice.held.agrees) return 'agrees'
  return isLastYears(figure, choice) ? 'last-year' : 'differs'
}

/** Whether a figure said to be of this year is what the target was last year. */
function isLastYears(figure: Figure, { target, held: own }: Choice): boolean {
  if (own.agrees || own.quoting !== 'value') return false
  const before = held(figure, target, 'last')
  return before !== null && before.agrees && compare(before.value, own.value) !== 0
}

/** Support that a figure needs, by how little its value says: small numbers agree with many things. */
const NEEDED = { little: 0.55, some: 0.45, much: 0.35 }
/** So much of it must stand beside the figure. */
const BESIDE = { little: 0.15, some: 0.15, much: 0.07 }
/** Where the thing itself must be named. */
const NAMED: Record<keyof typeof NEEDED, readonly Support['named'][]> = {
  little: ['sentence'],
  some: ['sentence', 'above'],
  much: ['sentence', 'above', 'nowhere'],
}
/** The next best that agrees too must have so much less; where it has much less, less is enough. */
const CLEAR = 0.05
const ALONE = { apart: 0.2, of: 0.75 }
/** What is planned, and what is, are seldom said for one another. */
const OTHERWISE = 0.15

/** What a figure quotes whose words alone do not tell it: what its value agrees with and its surroundings name. */
function supported(asked: Asked, targets: readonly Target[]): Choice | null {
  const { figure, surroundings, year } = asked
  if (year === 'other' || figure.value === null) return null
  const says = informationOf(figure)
  const [best, next] = targets
    .flatMap((target) => {
      if (target.item !== null || target.group !== null) return []
      const { whole, beside, named, happened } = supportOf(surroundings, target.words)
      if (beside < BESIDE[says] || !NAMED[says].includes(named)) return []
      if (says === 'little' && !happened) return []
      const held = agreeing(asked, target)
      if (held === null) return []
      const other = target.plan !== (figure.kind === 'plan_target') && !target.rank
      return [{ target, held, support: whole - (other ? OTHERWISE : 0) }]
    })
    .toSorted((a, b) => b.support - a.support)
  if (best === undefined) return null
  const apart = best.support - (next?.support ?? 0)
  const needed = NEEDED[says] * (apart >= ALONE.apart ? ALONE.of : 1)
  if (apart < CLEAR || best.support < needed) return null
  const { target, held: own, support } = best
  return { target, likeness: Math.min(support, 1), strictly: 0, held: own }
}

/** What the words, and the value where they are not enough, make of a figure. */
function byWords(
  asked: Asked,
  choices: readonly Choice[],
  targets: readonly Target[],
): Choice | null {
  const best = bestOf(asked, choices)
  if (best !== null) return agreesByChance(asked, best, targets, FAR) ? null : best
  const next = supported(asked, targets)
  return next !== null && agreesByChance(asked, next, targets, CLEAR) ? null : next
}

/** So much of its name beside a figure names a thing in full. */
const IN_FULL = 0.9
/** So much more of another's name: what words and value together tied is then still doubtful. */
const FAR = 0.5

/** Whether another thing is named in full beside the figure, and comes to something else: 教学楼2栋、2栋宿舍楼. */
function agreesByChance(
  asked: Asked,
  found: Choice,
  targets: readonly Target[],
  apart: number,
): boolean {
  if (!found.held.agrees || found.likeness >= SURE) return false
  const { figure, surroundings, year } = asked
  const own = namedBeside(surroundings, found.target.words)
  return targets.some((target) => {
    if (target.item !== null || target.group !== null) return false
    const other = namedBeside(surroundings, target.words)
    if (other < IN_FULL || other <= own + apart) return false
    const comesTo = held(figure, target, year === 'last' ? 'last' : 'this', looselyQuotingOf)
    return comesTo !== null && !comesTo.agrees
  })
}

function agreeing({ figure, year }: Asked, target: Target): Held | null {
  const own = held(figure, target, year === 'last' ? 'last' : 'this', looselyQuotingOf)
  return own?.agrees === true ? own : null
}

/** How much a value says: of one digit little, of three that are no round number much. */
function informationOf({ value, unit, decimals, scale, approx }: Figure): keyof typeof NEEDED {
  if (approx !== null) return 'little'
  const digits = value === null ? 0 : value.units.toString().replace(/0+$/u, '').length
  if (decimals > 0 || digits >= 3) return 'much'
  return unit === '%' || scale !== '' || digits === 2 ? 'some' : 'little'
}
