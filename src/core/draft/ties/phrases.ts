import { codePoints } from '../../../shared/code-points.ts'
import type { Figure } from '../../model/draft/figure.ts'
import { DIMENSIONS } from './concepts.ts'
import { governedBy, stageOfParagraph, UNGOVERNED } from './governing.ts'
import type { Governed } from './governing.ts'
import type { Phrase } from './likeness.ts'
import type { Surroundings } from './support.ts'
import { periodIn } from './year.ts'
import { joined, wordsOf } from './words.ts'
import type { WordWeights } from './words.ts'

const NOTHING: WordWeights = new Map()
const SENTENCE_END = /[。！？!?\n]/u
const CLAUSE_END = /[，；：,;:（）()]/u
/** Also where a list goes on: what stands behind is the next one's. */
const CLAUSE_BREAK = /[，；：。！？,;:（）()、\n]/u
const SEPARATED = /[，；：。、,;:（）()]/u
const LISTED = /[、和与及]/u
/** Between figures of a list nothing else stands. */
const SEPARATOR = /^[\s、，,和与及以]*$/u
const RESPECTIVELY = /分别|依次/u
/** Of the one before: …幼儿园9所，占民办幼儿园的56%. */
const PART_OF = /^\s*(?:约)?占/u
/** Where it is not sure what is counted: 3所小学完成改造 is not how many there are. */
const UNSURE = 0.9
/** What is said of the year before, not of the figure's measure. */
const COMPARED =
  /(?:同比|环比|(?:比|较|与)?(?:上年|去年|上一年|上学年)(?:同期)?(?:相比)?)?(?:增加了?|减少了?|增长了?|下降了?|提高了?|上升了?|降低了?|净增|多|少|升|降)?到?\s*$/u

/** What a text says of a figure: in several ways of reading it, and of which time. */
export interface Said {
  readings: Phrase[]
  /** The one that takes in everything that may make it another thing: for what is told of a difference. */
  strict: Phrase
  period: string | null
  /** The words around it, whatever part they play. */
  surroundings: Surroundings
}

/** A figure with what the text said before it. */
interface Known {
  said: WordWeights
  around: WordWeights
  governed: Governed
  /**
   * Whether what is counted is named only behind the figure (3所小学完成改造), without 有 before it, or
   * is the whole of a share, which may be any whole.
   */
  unsure: boolean
}

/** 现有26所小学, 共26所: the number of what follows. */
const THERE_ARE = /(?:有|共|计)\s*$/u

/**
 * What a text says of each of its figures. Read off the words beside the figure: those before it in
 * its clause, what earlier clauses narrow, in a list the member that is its own; where none are,
 * those of the figure before.
 */
export function phrasesOf(text: string, figures: readonly Figure[]): Said[] {
  const characters = codePoints(text)
  const found: Said[] = []
  let last: Known = { said: NOTHING, around: NOTHING, governed: UNGOVERNED, unsure: false }
  let list: WordWeights[] = []
  figures.forEach((figure, index) => {
    const previous = figures[index - 1]
    const from = sentenceStart(characters, figure.start)
    const first = previous === undefined || previous.end <= from
    const between = characters.slice(first ? from : previous.end, figure.start).join('')
    const after = wordsOf(tailOf(characters, figure.end, figures[index + 1]?.start))
    const sentence = characters.slice(from, figure.start).join('')
    const member = !first && SEPARATOR.test(between) ? list.shift() : undefined
    if (member === undefined) {
      const clause = lastClause(between, after)
      list = RESPECTIVELY.test(clause) ? membersOf(clause) : []
      const own = list.shift() ?? wordsOf(clause.replace(COMPARED, ''))
      const before = first ? NOTHING : last.said
      // 占幼儿园220所的39%: the whole first, which what narrows its part does not narrow, then the share.
      const isPart = PART_OF.test(clause)
      const isWhole = isPart && figure.unit !== '%'
      const said = isPart && !isWhole ? joined([before, own]) : own
      const others = figure.kind.startsWith('change') ? [before, after] : [after, before]
      const counted = [said, ...others].find((words) => words.size > 0) ?? NOTHING
      last = {
        said: counted,
        around: narrowed(
          counted,
          first || isWhole ? NOTHING : joined([last.around, last.said]),
          between,
        ),
        governed: governedBy(between, first ? null : last),
        unsure: isWhole || (counted === after && !THERE_ARE.test(between)),
      }
    } else last = { ...last, said: member }
    const near = wordsOf(sentence)
    found.push({
      readings: readingsOf(last, near, after, figure),
      strict: strictly(last, near, stageOfParagraph(characters, from, sentence)),
      period: figure.about.period ?? periodIn(sentence),
      surroundings: surroundingsOf(last, characters, figure, {
        sentence: from,
        // 以616分居第一名: what a clause goes on to say is of what it began with.
        clause: first || SEPARATED.test(between) ? figure.start : clauseStart(characters, figure),
      }),
    })
  })
  return found
}

/** So far before a sentence stands what it belongs to. */
const ABOVE = 120
/** So far behind a figure may stand what it counts. */
const BEHIND = 40

function surroundingsOf(
  { said, around }: Known,
  characters: readonly string[],
  { start, end }: Figure,
  from: { sentence: number; clause: number },
): Surroundings {
  const behind = characters.slice(end, end + BEHIND).join('')
  const [clause = ''] = behind.split(CLAUSE_BREAK)
  const to = behind.search(SENTENCE_END)
  const rest = to < 0 ? behind : behind.slice(0, to)
  const sentence = `${characters.slice(from.sentence, start).join('')}，${rest}`
  const begun = characters.slice(from.clause, start).join('')
  const above = characters.slice(Math.max(0, from.sentence - ABOVE), from.sentence).join('')
  return {
    beside: joined([said, around, wordsOf(begun), wordsOf(clause)]),
    sentence: wordsOf(sentence),
    above: wordsOf(above),
  }
}

function clauseStart(characters: readonly string[], { start }: Figure): number {
  let at = start
  while (at > 0 && !CLAUSE_BREAK.test(characters[at - 1] ?? '')) at -= 1
  return at
}

/** The reading under which nothing is overlooked that the words may mean. */
function strictly(
  { said, around, governed, unsure }: Known,
  near: WordWeights,
  above: WordWeights,
): Phrase {
  const [stages] = DIMENSIONS
  const staged = [...said.keys(), ...around.keys()].some((word) => stages?.has(word) === true)
  // Whether what a paragraph is about still holds for a sentence that does not say so is not sure.
  const sure = !unsure && (staged || above.size === 0)
  return { said, around: joined([around, governed.words]), near, weight: sure ? 1 : UNSURE }
}

function readingsOf(
  { said, around }: Known,
  near: WordWeights,
  after: WordWeights,
  figure: Figure,
): Phrase[] {
  const { measure, group } = figure.about
  const readings: Phrase[] = [
    { said, around, near, weight: 1 },
    { said, around: NOTHING, near, weight: 0.97 },
    { said: joined([said, after]), around, near, weight: 0.95 },
  ]
  if (measure !== '') {
    const own = wordsOf(measure)
    readings.push({ said: own, around: wordsOf(group.join(' ')), near, weight: 0.98 })
    readings.push({ said: own, around: NOTHING, near, weight: 0.95 })
  }
  return readings
}

/** What narrows a figure: of each dimension the word said last, its own first. */
function narrowed(said: WordWeights, before: WordWeights, between: string): WordWeights {
  const around = new Map<string, number>()
  const earlier = wordsOf(between)
  for (const dimension of DIMENSIONS) {
    const within = (words: WordWeights): [string, number][] =>
      [...words].filter(([word]) => dimension.has(word))
    if (within(said).length > 0) continue
    const found = [earlier, before].map(within).find((words) => words.length > 0) ?? []
    for (const [word, weight] of found) around.set(word, weight)
  }
  return around
}

function sentenceStart(characters: readonly string[], at: number): number {
  let start = at
  while (start > 0 && !SENTENCE_END.test(characters[start - 1] ?? '')) start -= 1
  return start
}

/**
 * The words between the last comma and the figure. Where they say nothing, and nothing is said
 * behind the figure (共663人次教师), those of the clause before.
 */
function lastClause(between: string, after: WordWeights): string {
  const clauses = between.split(CLAUSE_END)
  const says = (clause: string): boolean => wordsOf(clause.replace(COMPARED, '')).size > 0
  const last = clauses.at(-1) ?? ''
  if (says(last) || after.size > 0) return last
  return clauses.findLast(says) ?? last
}

/** Up to the next mark or figure: 26所|幼儿园|，… */
function tailOf(characters: readonly string[], from: number, next: number | undefined): string {
  const tail = characters.slice(from, Math.min(next ?? from + 12, from + 12)).join('')
  return tail.split(/[\s，；：,;:。、（）()！？]/u)[0] ?? ''
}

/** 小学、初中、高中生师比分别为: of each member its own words and those that all share. */
function membersOf(clause: string): WordWeights[] {
  const [list = ''] = clause.split(RESPECTIVELY)
  const parts = list.split(LISTED).map(wordsOf)
  const shared = parts.at(-1) ?? NOTHING
  return parts.map((words) => {
    const own = new Map(words)
    for (const [word, weight] of shared) {
      const dimension = DIMENSIONS.find((one) => one.has(word))
      const has = dimension !== undefined && [...words.keys()].some((one) => dimension.has(one))
      if (!has) own.set(word, weight)
    }
    return own
  })
}
