import type { Run, TextElement } from './runs.ts'

/** Something put into an XML text; what was there stays. */
export interface Insertion {
  /** UTF-16 units. */
  at: number
  text: string
  /** Whether it begins something that stands behind it: at one place that comes after what ends there. */
  begins: boolean
}

/** What stands between two characters of a text: ends of ranges before starts of others. */
export interface Between {
  ends: string
  starts: string
}

const BLANK = /[ \t\r\n]/u

/**
 * Insertions that put marks between characters of a text element. The run is closed before a mark
 * and opened again behind it with the same properties, as a mark may not stand within a run.
 *
 * @param marks place in the XML → what is to stand there
 * @param nextId a fresh id of an annotation, for copies of tracked changes of the properties
 */
export function splitText(
  xml: string,
  element: TextElement,
  marks: ReadonlyMap<number, Between>,
  nextId: () => number,
): Insertion[] {
  const { run, from, to, first, last } = element
  const open = (): string => `<${run.prefix}r>${freshProperties(run, nextId)}`
  const close = `</${run.prefix}r>`
  const inserted: Insertion[] = []
  const points = [...marks.keys()].toSorted((a, b) => a - b)
  const inner = points.filter((at) => at > from && at < to)
  for (const at of points) {
    const { ends, starts } = marks.get(at) ?? { ends: '', starts: '' }
    const mark = ends + starts
    if (at === from) {
      if (first) inserted.push({ at: run.start, text: mark, begins: true })
      else inserted.push(put(element.start, `${close}${mark}${open()}`))
    } else if (at === to) {
      if (last) inserted.push(put(run.end, mark))
      else inserted.push(put(element.end, `${close}${mark}${open()}`))
    } else {
      inserted.push(...trailingBlanks(xml, element, lastBefore(inner, at) ?? from, at))
      const next = inner.find((one) => one > at) ?? null
      const text = opening(element, xml.slice(at, next ?? to), next === null)
      inserted.push(put(at, `</${run.prefix}t>${close}${mark}${open()}${text}`))
    }
  }
  return inserted
}

const put = (at: number, text: string): Insertion => ({ at, text, begins: false })

function lastBefore(points: readonly number[], at: number): number | null {
  return points.findLast((one) => one < at) ?? null
}

/** The opening tag of a piece behind a mark. White space at an end that was inside before is text. */
function opening({ run, preserved }: TextElement, piece: string, isLast: boolean): string {
  const blanks = BLANK.test(piece[0] ?? '') || (!isLast && BLANK.test(piece.at(-1) ?? ''))
  return preserved || blanks ? `<${run.prefix}t xml:space="preserve">` : `<${run.prefix}t>`
}

/**
 * White space before a mark would be dropped at the end of a text that does not keep it: it gets an
 * element of its own. Only the first piece has the tag it came with; others are opened as needed.
 */
function trailingBlanks(
  xml: string,
  { from, preserved, run }: TextElement,
  start: number,
  at: number,
): Insertion[] {
  if (preserved || start !== from) return []
  let blank = at
  while (blank > start && BLANK.test(xml[blank - 1] ?? '')) blank -= 1
  if (blank === at) return []
  return [put(blank, `</${run.prefix}t><${run.prefix}t xml:space="preserve">`)]
}

/** The run's properties for another run: ids of tracked changes may not stand twice. */
function freshProperties({ properties }: Run, nextId: () => number): string {
  return properties.replaceAll(
    /(<(?:[^\s>/]+:)?(?:rPrChange|ins|del|moveFrom|moveTo)\b[^>]*?\s(?:[^\s=]+:)?id=)(["'])[^"']*\2/gu,
    (_, before: string, quote: string) => `${before}${quote}${String(nextId())}${quote}`,
  )
}

/** The text with everything inserted. */
export function inserting(xml: string, insertions: readonly Insertion[]): string {
  let done = ''
  let at = 0
  const ordered = insertions.toSorted((a, b) => a.at - b.at || Number(a.begins) - Number(b.begins))
  for (const one of ordered) {
    done += xml.slice(at, one.at) + one.text
    at = one.at
  }
  return done + xml.slice(at)
}
