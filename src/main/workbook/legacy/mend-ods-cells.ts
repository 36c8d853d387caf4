import { isoOf } from '../iso-date.ts'

/** What stands in a tag behind its name. */
export const ATTRIBUTES = String.raw`(?:[^>"']|"[^"]*"|'[^']*')*?`
const CELL = new RegExp(`<table:(?:covered-)?table-cell\\b(${ATTRIBUTES})(/?)>`, 'gu')
const RUBY = /<text:ruby-text\b[^>]*>[\s\S]*?<\/text:ruby-text>/gu
const TRAILING = /(\S) +(?=<\/text:p>)/gu
const SHOWN = /^\s*<text:p\b[^>]*>([^<]*)<\/text:p>/u
/** What a cell shows whose formula went wrong, in Excel's words and in LibreOffice's own. */
const ERROR = /^(?:#(?:N\/A|DIV\/0!|REF!|NAME\?|VALUE!|NUM!|NULL!)|(?:Err|错误)[:：]\d+)$/u
const LENGTH_OF_TIME = /^-?P(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:[.,]\d+)?S)?)?$/u

const FRACTION = /(:time-value\s*=\s*["'])PT(\d+)H(\d+)M(\d+\.\d+)S/u

/**
 * The content of an .ods with cells that the library misreads said in a way it understands: an
 * error that Excel writes as a 0 (OpenDocument has no errors of its own), a time or date that is
 * none, and would take the whole file with it, as the text that is shown; spaces at a text's end;
 * no reading aid (ruby) behind the word that it stands above.
 *
 * @param xml content.xml
 */
export function mendOdsCells(xml: string): string {
  return xml
    .replace(RUBY, '')
    .replace(TRAILING, '$1<text:s/>')
    .replace(CELL, (tag, attributes: string, empty: string, at: number, whole: string) => {
      const end = at + tag.length
      const shown = empty === '' ? (SHOWN.exec(whole.slice(end, end + 200))?.[1] ?? '') : ''
      const worked = /:(?:formula|value)\s*=/u.test(attributes)
      if (worked && ERROR.test(shown)) return asText(tag, ' calcext:value-type="error"')
      return isWrong(attributes) ? asText(tag, '') : tag.replace(FRACTION, wholeSeconds)
    })
}

/** A length of time rounded to the second: the library would cut it off, 13:19:59.9999 to 13:19:59. */
function wholeSeconds(
  _: string,
  start: string,
  hours: string,
  minutes: string,
  seconds: string,
): string {
  const all = Number(hours) * 3_600 + Number(minutes) * 60 + Math.round(Number(seconds))
  return `${start}PT${String(Math.floor(all / 3_600))}H${String(Math.floor(all / 60) % 60)}M${String(all % 60)}S`
}

/** Whether a cell claims to hold a time or a date and holds none. */
function isWrong(attributes: string): boolean {
  const [, kind, value] = /:(time|date)-value\s*=\s*["']([^"']*)["']/u.exec(attributes) ?? []
  if (value === undefined) return false
  return kind === 'time' ? !LENGTH_OF_TIME.test(value) : isoOf(value, '') === null
}

/** The tag of a cell as one of a text: what it shows counts. */
export function asText(tag: string, more: string): string {
  const bare = tag.replace(
    /\s[\w-]+:(?:value-type|value|string-value|time-value|date-value|currency)\s*=\s*(?:"[^"]*"|'[^']*')/gu,
    '',
  )
  return bare.replace(/\s*(\/?)>$/u, ` office:value-type="string"${more}$1>`)
}
