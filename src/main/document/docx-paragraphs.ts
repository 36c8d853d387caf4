import { codePoints } from '../../shared/code-points.ts'
import type { DraftPiece } from '../../shared/draft.ts'
import { skipElement } from '../workbook/ooxml/alternate-content.ts'
import type { XmlWalk } from '../workbook/ooxml/xml.ts'

/** A stretch of a paragraph's text and the text element (`w:t`) that it comes from. */
export interface ParagraphSource {
  /** Code points of the paragraph. */
  start: number
  end: number
  /** UTF-16 units of the part's XML, between the element's tags. */
  from: number
  to: number
}

export interface Paragraph {
  text: string
  place: DraftPiece['place']
  sources: ParagraphSource[]
}

/** What is read of a paragraph so far; its length in code points. */
interface Begun {
  text: string
  length: number
  sources: ParagraphSource[]
}

const NOTHING: Readonly<Begun> = { text: '', length: 0, sources: [] }

/** Text that is deleted or moved away, instructions of fields, phonetic guides, what a choice falls back to. */
const SKIPPED = new Set(['del', 'moveFrom', 'instrText', 'delText', 'rt', 'Fallback', 'rPr'])
/** Footnotes that Word keeps for its separators. */
const SEPARATORS = new Set(['separator', 'continuationSeparator', 'continuationNotice'])
/** What stands for a character. */
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
}

/** Reads the paragraphs of one part of a .docx; those of text boxes apart. */
export class ParagraphReader {
  readonly text: Paragraph[] = []
  readonly boxes: Paragraph[] = []
  private readonly place: DraftPiece['place']
  /** The paragraphs that are open, the innermost last: a text box stands inside a paragraph. */
  private readonly open: (Begun & { goesOn: boolean })[] = []
  /** The beginning of a paragraph whose mark is deleted: it goes on in the next. */
  private begun: Begun = NOTHING
  /** Where the text element begins that is being read. */
  private from = 0
  private tables = 0
  private boxDepth = 0

  constructor(place: DraftPiece['place']) {
    this.place = place
  }

  /** @throws Unreadable damaged where the XML breaks off */
  read(walk: XmlWalk): void {
    while (walk.next()) {
      if (walk.opens && walk.name === 'pPr') this.readProperties(walk)
      else if (walk.opens && isPassedOver(walk)) skipElement(walk)
      else {
        if (walk.opens) this.begin(walk)
        if (walk.closes) this.end(walk)
      }
    }
    if (this.begun.text !== '') this.put(this.begun)
  }

  private readProperties(walk: XmlWalk): void {
    const last = this.open.at(-1)
    for (let depth = walk.closes ? 0 : 1; depth > 0 && walk.next();) {
      const deleted = walk.opens && (walk.name === 'del' || walk.name === 'moveFrom')
      if (deleted && last !== undefined) last.goesOn = true
      depth += (walk.opens ? 1 : 0) - (walk.closes ? 1 : 0)
    }
  }

  private begin(walk: XmlWalk): void {
    const character = CHARACTERS[walk.name]
    if (walk.name === 'p') {
      this.open.push({ ...this.begun, sources: [...this.begun.sources], goesOn: false })
      this.begun = NOTHING
    } else if (walk.name === 't') this.from = walk.position
    else if (walk.name === 'tbl') this.tables += 1
    else if (walk.name === 'txbxContent') this.boxDepth += 1
    else if (character !== undefined) this.write(character)
    else if (walk.name === 'sym') this.write(symbolOf(walk.attribute('char')))
  }

  private end(walk: XmlWalk): void {
    if (walk.name === 't') this.write(walk.textBefore(), walk.start)
    else if (walk.name === 'tbl') this.tables -= 1
    else if (walk.name === 'txbxContent') this.boxDepth -= 1
    else if (walk.name === 'p') {
      const closed = this.open.pop()
      if (closed?.goesOn === true) this.begun = closed
      else if (closed !== undefined) this.put(closed)
    }
  }

  /** @param to where the text element's text ends; null for what only stands for a character */
  private write(text: string, to: number | null = null): void {
    const last = this.open.at(-1)
    if (last === undefined) return
    const start = last.length
    last.text += text
    last.length += codePoints(text).length
    if (to !== null) last.sources.push({ start, end: last.length, from: this.from, to })
  }

  private put({ text, sources }: Begun): void {
    if (this.boxDepth > 0) this.boxes.push({ text, sources, place: 'text-box' })
    else {
      const inTable = this.tables > 0 && this.place === 'body'
      this.text.push({ text, sources, place: inTable ? 'table' : this.place })
    }
  }
}

function isPassedOver(walk: XmlWalk): boolean {
  if (walk.name === 'footnote' || walk.name === 'endnote')
    return SEPARATORS.has(walk.attribute('type') ?? '')
  return SKIPPED.has(walk.name)
}

/** A character of a symbol font, whose private code says nothing, is a box. */
function symbolOf(code: string | null): string {
  const point = Number.parseInt(code ?? '', 16)
  const known = point >= 0x20 && point < 0xf000
  return known ? String.fromCodePoint(point) : '\u25a1'
}
