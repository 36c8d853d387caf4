import { stretchAt } from '../../../core/draft/prose/clauses.ts'
import { idAttribute, wordNames } from './names.ts'
import type { WordNames } from './names.ts'
import { textElements } from './runs.ts'
import type { TextElement } from './runs.ts'
import { splitText } from './splits.ts'
import type { TextSource } from '../docx-text.ts'
import type { Between, Insertion } from './splits.ts'

/** A comment on a stretch of the plain text. */
export interface Anchor {
  /** Code points of the plain text. */
  start: number
  end: number
  /** The comment's id in the document. */
  id: number
}

/** The anchor's ends in the XML. A text box has none of its own: what is said of it stands at the box. */
type Ends = { kind: 'text'; from: Point; to: Point } | { kind: 'box'; start: number; end: number }

interface Point {
  element: TextElement
  at: number
}

/**
 * Insertions that anchor comments in a document's main part, and the anchors for which there is no
 * place in it. Word ignores comments in text boxes (MS-OI29500, 2.1.315): one on a figure in a box is
 * anchored at the run that holds the box.
 *
 * @param sources in the order of the plain text
 */
export function anchoring(
  xml: string,
  sources: readonly TextSource[],
  anchors: readonly Anchor[],
  nextId: () => number,
): { insertions: Insertion[]; without: Anchor[] } {
  const names = wordNames(xml)
  const elements = new Map(textElements(xml).map((element) => [element.from, element]))
  const marks = new Map<TextElement, Map<number, Between>>()
  const insertions: Insertion[] = []
  const without: Anchor[] = []
  for (const anchor of anchors) {
    const ends = endsOf(xml, sources, elements, anchor)
    if (ends === null) {
      without.push(anchor)
    } else if (ends.kind === 'box') {
      insertions.push({ at: ends.start, text: startMark(names, anchor.id), begins: true })
      insertions.push({ at: ends.end, text: endMark(names, anchor.id), begins: false })
    } else {
      between(marks, ends.from).starts += startMark(names, anchor.id)
      between(marks, ends.to).ends += endMark(names, anchor.id)
    }
  }
  for (const [element, own] of inOrder(marks)) {
    insertions.push(...splitText(xml, element, own, nextId))
  }
  return { insertions, without }
}

function inOrder(
  marks: ReadonlyMap<TextElement, Map<number, Between>>,
): [TextElement, Map<number, Between>][] {
  return [...marks].toSorted(([a], [b]) => a.start - b.start)
}

function between(marks: Map<TextElement, Map<number, Between>>, { element, at }: Point): Between {
  const own = marks.get(element) ?? new Map<number, Between>()
  marks.set(element, own)
  const found = own.get(at) ?? { ends: '', starts: '' }
  own.set(at, found)
  return found
}

function endsOf(
  xml: string,
  sources: readonly TextSource[],
  elements: ReadonlyMap<number, TextElement>,
  { start, end }: Anchor,
): Ends | null {
  const from = pointAt(xml, sources, elements, start, 0)
  const to = pointAt(xml, sources, elements, end - 1, 1)
  if (from === null || to === null) return null
  const { host } = from.element.run
  if (host !== null) return { kind: 'box', start: host.start, end: host.end }
  return to.element.run.host === null ? { kind: 'text', from, to } : null
}

/** The place before (`past` 0) or behind (1) a character of the plain text. */
function pointAt(
  xml: string,
  sources: readonly TextSource[],
  elements: ReadonlyMap<number, TextElement>,
  character: number,
  past: 0 | 1,
): Point | null {
  const source = stretchAt(sources, character)
  const element = source === null ? undefined : elements.get(source.from)
  if (source === null || element === undefined) return null
  const raw = xml.slice(source.from, source.to)
  const tokens = raw.match(/&[^;&<]{1,10};|[^&]/gsu) ?? []
  // CDATA, or a line break that XML made another: the text is not parted.
  const plain = !raw.includes('<') && tokens.length === source.end - source.start
  if (!plain) return { element, at: past === 0 ? element.from : element.to }
  const before = tokens.slice(0, character - source.start + past).join('').length
  return { element, at: element.from + before }
}

function startMark(names: WordNames, id: number): string {
  return `<${names.prefix}commentRangeStart ${idAttribute(names, id)}/>`
}

function endMark(names: WordNames, id: number): string {
  const { prefix } = names
  const own = idAttribute(names, id)
  const reference = `<${prefix}r><${prefix}commentReference ${own}/></${prefix}r>`
  return `<${prefix}commentRangeEnd ${own}/>${reference}`
}
