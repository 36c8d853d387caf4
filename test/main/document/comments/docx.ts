import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { codePoints } from '../../../../src/shared/code-points.ts'
import { decodeEntities } from '../../../../src/main/workbook/ooxml/xml.ts'
import { textElements } from '../../../../src/main/document/comments/runs.ts'
import type { TextSource } from '../../../../src/main/document/docx-text.ts'

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A .docx of this body, with a header and further parts as given (name → text, content type). */
export function docxOf(
  body: string,
  more: Record<string, { text: string; type: string; link: string }> = {},
): Uint8Array {
  const parts = {
    'word/styles.xml': {
      text: `<w:styles xmlns:w="${W}"/>`,
      type: 'styles',
      link: 'styles',
    },
    'word/header1.xml': {
      text: `<w:hdr xmlns:w="${W}"><w:p><w:r><w:t>第12期</w:t></w:r></w:p></w:hdr>`,
      type: 'header',
      link: 'header',
    },
    ...more,
  }
  const overrides = Object.entries(parts).map(
    ([name, { type }]) => `<Override PartName="/${name}" ContentType="${TYPES}.${type}+xml"/>`,
  )
  const links = Object.entries(parts).map(
    ([name, { link }], at) =>
      `<Relationship Id="rId${String(at + 1)}" Type="${OFFICE}/${link}" Target="${name.slice(5)}"/>`,
  )
  const namespaces =
    `xmlns:w="${W}" xmlns:r="${OFFICE}" ` +
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
    'xmlns:v="urn:schemas-microsoft-com:vml"'
  const section = '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/></w:sectPr>'
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
        `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/>` +
        `${overrides.join('')}</Types>`,
    ),
    '_rels/.rels': strToU8(
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
        `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `${HEAD}<w:document ${namespaces}><w:body>${body}${section}</w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`,
    ),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, { text }]) => [name, strToU8(HEAD + text)]),
    ),
    // Stored as it is: pictures are.
    'word/media/image1.png': [new Uint8Array([137, 80, 78, 71, 1, 2, 3]), { level: 0 }],
  })
}

export const partOf = (docx: Uint8Array, name: string): string =>
  strFromU8(unzipSync(docx)[name] ?? new Uint8Array())

/** The text of the main part's text elements, run together, and where each piece comes from. */
export function sourcesOf(docx: Uint8Array): { text: string; sources: TextSource[] } {
  const xml = partOf(docx, 'word/document.xml')
  const sources: TextSource[] = []
  let text = ''
  for (const { from, to } of textElements(xml)) {
    const start = codePoints(text).length
    text += decodeEntities(xml.slice(from, to))
    sources.push({ start, end: codePoints(text).length, from, to })
  }
  return { text, sources }
}

export interface Commented {
  /** Comment id → the text between its marks, whatever the structure around them. */
  ranges: Record<string, string>
  /** Comment id → what it says. */
  said: Record<string, string>
  /** Ids of the references, in the order of the text. */
  references: string[]
}

const TOKEN = /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>|([^<]+)/gu

/** What a reader finds of comments; XML that is not well-formed throws. */
export function commentsIn(docx: Uint8Array): Commented {
  const ranges: Record<string, string> = {}
  const open = new Set<string>()
  const references: string[] = []
  tokens(partOf(docx, 'word/document.xml'), (name, id, text) => {
    if (name === 'w:commentRangeStart') {
      open.add(id)
      ranges[id] = ''
    }
    if (name === 'w:commentRangeEnd') open.delete(id)
    if (name === 'w:commentReference') references.push(id)
    if (name === 'w:t') for (const one of open) ranges[one] += text
  })
  const said: Record<string, string> = {}
  let own = ''
  tokens(partOf(docx, 'word/comments.xml'), (name, id, text) => {
    if (name === 'w:comment') own = id
    if (name === 'w:t') said[own] = `${said[own] ?? ''}${text}`
  })
  return { ranges, said, references }
}

function tokens(xml: string, seen: (name: string, id: string, text: string) => void): void {
  const inside: string[] = []
  for (const [, closes, name = '', list = '', alone, text] of xml
    .replace(/^<\?xml[^>]*\?>\s*/u, '')
    .matchAll(TOKEN)) {
    if (text !== undefined) {
      seen(inside.at(-1) ?? '', '', decodeEntities(text))
      continue
    }
    if (closes === '/') {
      const last = inside.pop()
      if (last !== name) throw new Error(`</${name}> closes <${String(last)}>`)
      continue
    }
    if (alone === '') inside.push(name)
    seen(name, /\sw:id="(\d+)"/u.exec(list)?.[1] ?? '', '')
  }
  if (inside.length > 0) throw new Error(`not closed: ${inside.join(' ')}`)
}

/** Whether `longer` is `shorter` with something put in. */
export function onlyInserted(shorter: string, longer: string): boolean {
  let at = 0
  for (let place = 0; place < longer.length; place += 1) {
    if (longer.charCodeAt(place) === shorter.charCodeAt(at)) at += 1
  }
  return at === shorter.length
}
