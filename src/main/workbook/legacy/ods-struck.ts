import { asSeen, isFigureAlone, struckOut } from '../ooxml/strings.ts'
import type { RunLook } from '../ooxml/strings.ts'
import { asText, ATTRIBUTES } from './mend-ods-cells.ts'

const STYLE = /<style:style\b([^>]*)>([\s\S]*?)<\/style:style>/gu
const CELL = new RegExp(
  `<table:table-cell\\b(${ATTRIBUTES})(?<!/)>([\\s\\S]*?)</table:table-cell>`,
  'gu',
)
const SPAN = new RegExp(`<text:span\\b(${ATTRIBUTES})(?<!/)>([^<]*)</text:span>`, 'gu')
const FORMULA = /\s[\w-]+:formula\s*=\s*(?:"[^"]*"|'[^']*')/gu

/**
 * The content of an .ods with figures that are struck through, and raised numbers of notes behind a
 * figure, said in words as those of an .xlsx are: the library knows no such looks.
 * OpenDocument 1.2, 20.358 (text-line-through-style) and 20.384 (text-position).
 *
 * @param xml content.xml
 */
export function withOdsLooks(xml: string): string {
  const looks = looksOf(xml)
  if (looks.size === 0) return xml
  const lookOf = (attributes: string): RunLook =>
    looks.get(/style-name\s*=\s*["']([^"']*)["']/u.exec(attributes)?.[1] ?? '') ?? null
  return xml.replace(CELL, (whole, attributes: string, inside: string) => {
    const spoken = inside.replace(SPAN, (span, own: string, text: string, at: number) => {
      const before = inside.slice(0, at).replaceAll(/<[^>]*>/gu, '')
      const said = asSeen(text, lookOf(own), before)
      return said === text ? span : said
    })
    const [, open = '', text = '', close = ''] =
      /^(\s*<text:p\b[^>]*>)([^<]*)(<\/text:p>\s*)$/u.exec(spoken) ?? []
    if (lookOf(attributes) !== 'struck' || !isFigureAlone(text))
      return spoken === inside
        ? whole
        : `<table:table-cell${attributes}>${spoken}</table:table-cell>`
    const said = `${open}${struckOut(text.trim())}${close}`
    const tag = asText(`<table:table-cell${attributes.replaceAll(FORMULA, '')}>`, '')
    return `${tag}${said}</table:table-cell>`
  })
}

/** Styles by name that strike through or raise what they are put on. */
function looksOf(xml: string): Map<string, RunLook> {
  const looks = new Map<string, RunLook>()
  for (const [, head = '', body = ''] of xml.matchAll(STYLE)) {
    const name = /style:name\s*=\s*["']([^"']*)["']/u.exec(head)?.[1]
    const strike = /text-line-through-(?:style|type)\s*=\s*["']([^"']*)["']/u.exec(body)?.[1]
    const position = /text-position\s*=\s*["']([^"']*)["']/u.exec(body)?.[1] ?? ''
    const isRaised = position.startsWith('super') || /^[1-9]/u.test(position)
    if (name === undefined) continue
    if (strike !== undefined && strike !== 'none') looks.set(name, 'struck')
    else if (isRaised) looks.set(name, 'raised')
  }
  return looks
}
