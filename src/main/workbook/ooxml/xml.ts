import { isUtf8 } from 'node:buffer'
import { declaredEncoding } from '../declared-encoding.ts'
import { htmlEntity } from '../markup/html-entities.ts'
import { Unreadable } from '../unreadable.ts'

const SPACE = 0x20
const COLON = 0x3a
const EQUALS = 0x3d

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Text with its entities resolved. Throws Unreadable damaged for one that XML does not know. */
export function decodeEntities(text: string): string {
  return resolved(text, () => null)
}

/** As decodeEntities, for markup written by hand or after web pages: names of HTML, loose "&" too. */
export function decodeLoosely(text: string): string {
  return resolved(text, (body) => htmlEntity(body))
}

/** @param other what else a piece of text from "&" on may stand for; null for nothing */
function resolved(text: string, other: (body: string) => string | null): string {
  if (!text.includes('&')) return text
  return text.replace(/&([^;&<]{0,10};?)/g, (_, body: string) => {
    const name = body.slice(0, -1)
    const known = NAMED[name]
    if (known !== undefined) return known
    const code = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name)
    const point = code?.[1] === undefined ? Number(code?.[2]) : Number.parseInt(code[1], 16)
    if (body.endsWith(';') && point <= 0x10ffff) return String.fromCodePoint(point)
    const meant = other(body)
    if (meant === null) throw new Unreadable('damaged', 'XML entity')
    return meant
  })
}

/**
 * XML from bytes: UTF-16 with or without its mark, else in the encoding that its first line
 * declares, else UTF-8. Throws Unreadable damaged where the bytes are no text in that encoding: a letter replaced
 * would be a letter lost.
 */
export function decodeXml(bytes: Buffer): string {
  const encoding = declaredEncoding(bytes) ?? 'utf-8'
  if (encoding === 'utf-8' && isUtf8(bytes)) {
    const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
    return bytes.toString('utf8', start)
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new Unreadable('damaged', `XML ${encoding}`)
  }
}

/**
 * Walks over an XML text tag by tag. Knows no DTD (a DOCTYPE
 * with declarations of its own is refused, and with it every entity attack; a mere name is passed over) and drops namespace prefixes, which differ from writer to writer.
 */
export class XmlWalk {
  /** Local name of the current tag. */
  name = ''
  /** Whether the current tag opens or closes an element; `<a/>` does both. */
  opens = false
  closes = false
  /** Where the current tag begins. */
  start = 0
  /** Where the search for the next tag goes on; moved by who reads on by himself, over whole elements only. */
  position = 0
  private readonly xml: string
  private readonly decode: (text: string) => string
  private depth = 0
  private attributes = ''
  private text = ''

  /** @param decode resolves the entities in texts and attributes */
  constructor(xml: string, decode = decodeEntities) {
    this.xml = xml
    this.decode = decode
  }

  /** Moves to the next tag; false at the end. Throws Unreadable damaged where the XML breaks off. */
  next(): boolean {
    this.text = ''
    for (;;) {
      const start = this.xml.indexOf('<', this.position)
      if (start < 0) {
        if (this.depth !== 0 || this.name === '') throw new Unreadable('damaged', 'XML')
        return false
      }
      if (start > this.position) this.text += this.decode(this.xml.slice(this.position, start))
      const mark = this.xml.charCodeAt(start + 1)
      if (mark === 0x21) this.skipDeclaration(start)
      else if (mark === 0x3f) this.position = this.after('?>', start)
      else {
        this.takeTag(start)
        return true
      }
    }
  }

  /** An attribute of the current tag by local name, null when it has none. */
  attribute(name: string): string | null {
    const { attributes } = this
    for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
      const before = attributes.charCodeAt(at - 1)
      // Also after a prefix: r:id.
      if (before > SPACE && before !== COLON) continue
      const value = valueAt(attributes, at + name.length)
      if (value !== null && !withinQuotes(attributes, at)) return this.decode(value)
    }
    return null
  }

  /** Text between the tag before and the current one. */
  textBefore(): string {
    return this.text
  }

  private takeTag(start: number): void {
    let end = start + 1
    let quote = 0
    for (; end < this.xml.length; end += 1) {
      const code = this.xml.charCodeAt(end)
      if (quote !== 0) {
        if (code === quote) quote = 0
      } else if (code === 0x22 || code === 0x27) quote = code
      else if (code === 0x3e) break
    }
    if (end >= this.xml.length) throw new Unreadable('damaged', 'XML')
    this.start = start
    const closing = this.xml.charCodeAt(start + 1) === 0x2f
    const empty = this.xml.charCodeAt(end - 1) === 0x2f
    this.opens = !closing
    this.closes = closing || empty
    this.depth += closing ? -1 : empty ? 0 : 1
    if (this.depth < 0) throw new Unreadable('damaged', 'XML')
    const from = closing ? start + 2 : start + 1
    const to = empty ? end - 1 : end
    let stop = from
    let local = from
    for (; stop < to; stop += 1) {
      const code = this.xml.charCodeAt(stop)
      if (code <= 0x20) break
      if (code === 0x3a) local = stop + 1
    }
    this.name = this.xml.slice(local, stop)
    this.attributes = this.xml.slice(stop, to)
    this.position = end + 1
  }

  private skipDeclaration(start: number): void {
    if (this.xml.startsWith('<![CDATA[', start)) {
      const end = this.after(']]>', start)
      this.text += this.xml.slice(start + 9, end - 3)
      this.position = end
    } else if (this.xml.startsWith('<!--', start)) this.position = this.after('-->', start + 4)
    else {
      const end = this.after('>', start)
      if (!/^<!DOCTYPE[^[\]<]*>$/iu.test(this.xml.slice(start, end))) {
        throw new Unreadable('damaged', 'DOCTYPE')
      }
      this.position = end
    }
  }

  private after(mark: string, from: number): number {
    const found = this.xml.indexOf(mark, from)
    if (found < 0) throw new Unreadable('damaged', 'XML')
    return found + mark.length
  }
}

/** The quoted value behind an attribute's name that ends at `from`; null when the name goes on. */
function valueAt(attributes: string, from: number): string | null {
  const equals = past(attributes, from)
  if (attributes.charCodeAt(equals) !== EQUALS) return null
  const start = past(attributes, equals + 1)
  const quote = attributes[start]
  if (quote !== '"' && quote !== "'") return null
  const end = attributes.indexOf(quote, start + 1)
  return end < 0 ? null : attributes.slice(start + 1, end)
}

/** The first place from `at` on that is no white space. */
function past(text: string, at: number): number {
  let next = at
  while (text.charCodeAt(next) <= SPACE) next += 1
  return next
}

/** Whether a place is part of an attribute's value. */
function withinQuotes(attributes: string, place: number): boolean {
  let quote = 0
  for (let at = 0; at < place; at += 1) {
    const code = attributes.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 0x22 || code === 0x27) quote = code
  }
  return quote !== 0
}

/** An XML boolean. */
export function isTrue(text: string | null): boolean {
  return text === '1' || text === 'true' || text === 'on'
}
