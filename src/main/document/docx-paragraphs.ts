import type { DraftPiece } from '../../shared/draft.ts'
import { skipElement } from '../workbook/ooxml/alternate-content.ts'
import type { XmlWalk } from '../workbook/ooxml/xml.ts'

export interface Paragraph {
  text: string
  place: DraftPiece['place']
}

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
  private readonly open: { text: string; goesOn: boolean }[] = []
  /** The beginning of a paragraph whose mark is deleted: it goes on in the next. */
  private begun = ''
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
    if (this.begun !== '') this.put(this.begun)
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
      this.open.push({ text: this.begun, goesOn: false })
      this.begun = ''
    } else if (walk.name === 'tbl') this.tables += 1
    else if (walk.name === 'txbxContent') this.boxDepth += 1
    else if (character !== undefined) this.write(character)
    else if (walk.name === 'sym') this.write(symbolOf(walk.attribute('char')))
  }

  private end(walk: XmlWalk): void {
    if (walk.name === 't') this.write(walk.textBefore())
    else if (walk.name === 'tbl') this.tables -= 1
    else if (walk.name === 'txbxContent') this.boxDepth -= 1
    else if (walk.name === 'p') {
      const closed = this.open.pop()
      if (closed?.goesOn === true) this.begun = closed.text
      else if (closed !== undefined) this.put(closed.text)
    }
  }

  private write(text: string): void {
    const last = this.open.at(-1)
    if (last !== undefined) last.text += text
  }

  private put(text: string): void {
    if (this.boxDepth > 0) this.boxes.push({ text, place: 'text-box' })
    else {
      const inTable = this.tables > 0 && this.place === 'body'
      this.text.push({ text, place: inTable ? 'table' : this.place })
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
