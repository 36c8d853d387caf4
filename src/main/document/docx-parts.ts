import {
  kindOf,
  partNamed,
  relationshipsOf,
  relationshipsPart,
} from '../workbook/ooxml/relationships.ts'
import { decodeXml } from '../workbook/ooxml/xml.ts'
import type { Zip } from '../workbook/package.ts'
import { Unreadable } from '../workbook/unreadable.ts'

/** The parts of a .docx that hold text, by their names in the zip. */
export interface DocxParts {
  body: string
  /** Footnotes, then endnotes. */
  notes: string[]
  headers: string[]
  footers: string[]
}

/** @throws Unreadable not-a-workbook where there is no document in the zip; damaged */
export function docxParts(zip: Zip): DocxParts {
  const body = bodyOf(zip)
  const related = relationships(zip, body)
  const all = (kind: string): string[] =>
    related.flatMap(({ type, target }) => (type === kind && zip.has(target) ? [target] : []))
  return {
    body,
    notes: [...all('footnotes'), ...all('endnotes')],
    headers: all('header'),
    footers: all('footer'),
  }
}

function bodyOf(zip: Zip): string {
  const main = relationships(zip, '').find(({ type }) => type === 'officeDocument')?.target
  const body = main !== undefined && zip.has(main) ? main : 'word/document.xml'
  if (!zip.has(body) || !/\.xml$/iu.test(body) || /^(?:xl|ppt)\//iu.test(body))
    throw new Unreadable('not-a-workbook', zip.has('content.xml') ? 'OpenDocument' : 'ZIP')
  return body
}

/** Relations of a part (of the package for ''): the last word of the type, and the part aimed at. */
function relationships(zip: Zip, part: string): { type: string; target: string }[] {
  const bytes = zip.part(relationshipsPart(part))
  const lines = bytes === null ? [] : relationshipsOf(decodeXml(bytes))
  return lines
    .filter(({ external }) => !external)
    .map((line) => ({ type: kindOf(line), target: partNamed(part, line.target) }))
}
