import { decodeLoosely } from '../ooxml/xml.ts'

/** A tag or a piece of text of a web page. */
export type HtmlPiece =
  | { kind: 'text'; text: string }
  | { kind: 'tag'; name: string; opens: boolean; attribute: (name: string) => string | null }

const TAG =
  /<(\/?)([a-z][a-z0-9:]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>/giu
/** What stands in these is nothing to read. */
const ASIDE = /^(?:head|script|style|xml|noscript|template)$/u

/**
 * The tags and texts of a web page in their order. Takes what is not well-formed as a browser
 * would, as far as it concerns tables. White space is one space, as on the page; `&nbsp;` stays.
 */
export function* htmlPieces(html: string): Generator<HtmlPiece> {
  let from = 0
  TAG.lastIndex = 0
  for (let match = TAG.exec(html); match !== null; match = TAG.exec(html)) {
    const [whole, slash, written, attributes = ''] = match
    yield* textPiece(html.slice(from, match.index))
    from = match.index + whole.length
    const name = written?.toLowerCase()
    if (name === undefined) continue
    if (slash === '' && ASIDE.test(name) && !whole.endsWith('/>')) {
      const end = new RegExp(`</${name}\\s*>`, 'giu')
      end.lastIndex = from
      if (end.exec(html) === null) continue
      TAG.lastIndex = from = end.lastIndex
      continue
    }
    yield {
      kind: 'tag',
      name,
      opens: slash === '',
      attribute: (wanted) => attributeOf(attributes, wanted),
    }
  }
  yield* textPiece(html.slice(from))
}

function* textPiece(written: string): Generator<HtmlPiece> {
  if (written !== '') {
    yield { kind: 'text', text: decodeLoosely(written.replaceAll(/[ \t\r\n\f]+/gu, ' ')) }
  }
}

function attributeOf(attributes: string, wanted: string): string | null {
  const each = /([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/gu
  for (const [, name, double, single, bare] of attributes.matchAll(each)) {
    if (name?.toLowerCase() === wanted) return decodeLoosely(double ?? single ?? bare ?? '')
  }
  return null
}
