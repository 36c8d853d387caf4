import { decodeXml, XmlWalk } from '../workbook/ooxml/xml.ts'
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
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const bytes = zip.part(`${folder}_rels/${part.slice(slash + 1)}.rels`)
  if (bytes === null) return []
  const walk = new XmlWalk(decodeXml(bytes))
  const found: { type: string; target: string }[] = []
  while (walk.next()) {
    if (!walk.opens || walk.name !== 'Relationship' || walk.attribute('TargetMode') === 'External')
      continue
    const type = walk.attribute('Type') ?? ''
    const target = resolved(folder, walk.attribute('Target') ?? '')
    found.push({ type: type.slice(type.lastIndexOf('/') + 1), target })
  }
  return found
}

/** A target as a name in the zip: from the root, or from the part's folder with ".." steps. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
