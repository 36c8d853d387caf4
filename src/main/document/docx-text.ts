import { codePoints } from '../../shared/code-points.ts'
import type { DraftPiece, DraftText } from '../../shared/draft.ts'
import { decodeXml, XmlWalk } from '../workbook/ooxml/xml.ts'
import type { Zip } from '../workbook/package.ts'
import { Unreadable } from '../workbook/unreadable.ts'
import { docxParts } from './docx-parts.ts'
import { ParagraphReader } from './docx-paragraphs.ts'
import type { Paragraph, ParagraphSource } from './docx-paragraphs.ts'

/** A stretch of the plain text (code points) and the text element of the body's part that it comes from. */
export type TextSource = ParagraphSource

/**
 * The plain text of a .docx: its paragraphs joined by line feeds, the body in reading order with
 * tables cell by cell in their place, then footnotes and endnotes, headers, footers, text boxes.
 * Tracked insertions are text, tracked deletions are not.
 *
 * @throws Unreadable damaged, not-a-workbook
 */
export function docxText(zip: Zip): DraftText {
  return joined(paragraphsIn(zip).all)
}

/**
 * Where the plain text of a .docx stands in the XML of its body, in the order of the text. Notes,
 * headers and footers are other parts.
 *
 * @throws as `docxText`
 */
export function textSources(zip: Zip): TextSource[] {
  const { all, ofBody } = paragraphsIn(zip)
  let length = 0
  return all.flatMap((paragraph) => {
    const at = length
    length += codePoints(paragraph.text).length + 1
    if (!ofBody.has(paragraph)) return []
    return paragraph.sources.map((source) => ({
      ...source,
      start: source.start + at,
      end: source.end + at,
    }))
  })
}

/** The paragraphs in the order of the plain text, and which of them stand in the body's part. */
function paragraphsIn(zip: Zip): { all: Paragraph[]; ofBody: ReadonlySet<Paragraph> } {
  const parts = docxParts(zip)
  const body = paragraphsOf(zip, parts.body, 'body')
  const notes = parts.notes.map((name) => paragraphsOf(zip, name, 'footnote'))
  const headers = parts.headers.map((name) => paragraphsOf(zip, name, 'header'))
  const footers = parts.footers.map((name) => paragraphsOf(zip, name, 'footer'))
  const all = [body, ...notes, ...headers, ...footers]
  return {
    all: [...all.flatMap(({ text }) => text), ...all.flatMap(({ boxes }) => boxes)],
    ofBody: new Set([...body.text, ...body.boxes]),
  }
}

function paragraphsOf(
  zip: Zip,
  name: string,
  place: DraftPiece['place'],
): { text: Paragraph[]; boxes: Paragraph[] } {
  const bytes = zip.part(name)
  if (bytes === null) throw new Unreadable('damaged', name)
  const reader = new ParagraphReader(place)
  reader.read(new XmlWalk(decodeXml(bytes)))
  return reader
}

/** Paragraphs without text keep their line, so that lines are those of the document. */
function joined(paragraphs: readonly Paragraph[]): DraftText {
  const pieces: DraftPiece[] = []
  let length = 0
  for (const { text, place } of paragraphs) {
    const end = length + Array.from(text).length
    const last = pieces.at(-1)
    if (last?.place === place) last.end = end
    else pieces.push({ start: length, end, place })
    length = end + 1
  }
  return { text: paragraphs.map(({ text }) => text).join('\n'), pieces }
}
