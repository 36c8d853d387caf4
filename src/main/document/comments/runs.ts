import { XmlWalk } from '../../workbook/ooxml/xml.ts'

/** A run (`w:r`) of a document's main part; places are UTF-16 units of its XML. */
export interface Run {
  start: number
  end: number
  /** The prefix of WordprocessingML with its colon, as this document has it. */
  prefix: string
  /** Its properties (`w:rPr`) as written; "" without. */
  properties: string
  /** The outermost run that holds the text box in which it stands; null outside of boxes. */
  host: Run | null
}

/** A text element (`w:t`) of a run. */
export interface TextElement {
  start: number
  end: number
  /** Where its text begins and ends. */
  from: number
  to: number
  run: Run
  /** Whether nothing but properties stands before it in its run, and nothing behind it. */
  first: boolean
  last: boolean
  /** Whether white space at its ends is text (`xml:space="preserve"`). */
  preserved: boolean
}

interface Open {
  name: string
  start: number
  run: Run | null
  text: TextElement | null
  /** Children of a run that are content, and the last of them if it is text. */
  contents: number
  lastText: TextElement | null
}

/** Every text element of a document's main part, in the order of the XML. Throws Unreadable damaged. */
export function textElements(xml: string): TextElement[] {
  const walk = new XmlWalk(xml, (text) => text)
  const found: TextElement[] = []
  const open: Open[] = []
  let prefix: string | null = null
  while (walk.next()) {
    const own = prefixAt(xml, walk.start)
    prefix ??= own
    // Mathematics and drawings have runs and texts of their own.
    const name = own === prefix ? walk.name : ''
    if (walk.opens) opened(walk, xml, { name, prefix }, open, found)
    if (walk.closes) closed(walk, xml, open)
  }
  return found
}

function opened(
  walk: XmlWalk,
  xml: string,
  { name, prefix }: { name: string; prefix: string },
  open: Open[],
  found: TextElement[],
): void {
  const { start, position } = walk
  const parent = open.at(-1)
  const first = parent?.contents === 0
  const entry: Open = { name, start, run: null, text: null, contents: 0, lastText: null }
  if (name === 'r') {
    const box = open.some((one) => one.name === 'txbxContent')
    const host = box ? (open.find((one) => one.run !== null)?.run ?? null) : null
    entry.run = { start, end: start, prefix, properties: '', host }
  }
  if (name === 't' && parent?.run) {
    const preserved = walk.attribute('space') === 'preserve'
    const place = { start, end: position, from: position, to: position }
    entry.text = { ...place, run: parent.run, first, last: false, preserved }
    // `<w:t/>` holds nothing.
    if (xml[position - 2] !== '/') found.push(entry.text)
  }
  if (parent?.run && name !== 'rPr') {
    parent.contents += 1
    parent.lastText = entry.text
  }
  open.push(entry)
}

function closed(walk: XmlWalk, xml: string, open: Open[]): void {
  const entry = open.pop()
  const parent = open.at(-1)
  const { start, position } = walk
  if (entry?.text) {
    entry.text.to = start
    entry.text.end = position
  }
  if (entry?.name === 'rPr' && parent?.run && parent.contents === 0) {
    parent.run.properties = xml.slice(entry.start, position)
  }
  if (entry?.run) {
    entry.run.end = position
    if (entry.lastText) entry.lastText.last = true
  }
}

function prefixAt(xml: string, tag: number): string {
  return /^<\/?([^\s:/>]+:)?/u.exec(xml.slice(tag, tag + 80))?.[1] ?? ''
}
