import { pastName, pastNamed } from './period.ts'
import type { Past } from './period.ts'
import type { SyntaxFault } from './syntax-fault.ts'

export interface Token {
  kind: 'number' | 'text' | 'name' | 'item' | 'attribute' | 'symbol' | 'end'
  /** number and text: the value; name, symbol: the word; item: the form; attribute: the column (of a list with `名单.` before it). */
  value: string
  /** item only: what stands between the brackets, and whether 上年!, 同期!, 上期!, 前年! or 2022年! stands before it. */
  inside?: string
  lastYear?: boolean
  /** Which earlier period it is of, where that is not last year. */
  past?: Past
  at: number
}

const SPACE = /[\s\u3000]+/uy
const NUMBER = /\d+(?:\.\d+)?/y
const TEXT = /"((?:[^"]|"")*)"/y
const NAME = /[\p{L}_][\p{L}\p{N}_.·]*/uy
const ATTRIBUTE = /(?:学校\.([\p{L}\p{N}_（）]+)|(名单\.[\p{L}\p{N}_（）·]+))/uy
const LAST_YEAR = /(上年|同期|上期|大?前年|\d{4}年)[!！]/uy
const INSIDE = /\[([^[\]]*)\]/y
const SYMBOL = /<=|>=|<>|≤|≥|≠|[-+*/=<>(),，（）＝%％]/uy

const SAME: Record<string, string> = {
  '≤': '<=',
  '≥': '>=',
  '≠': '<>',
  '，': ',',
  '（': '(',
  '）': ')',
  '＝': '=',
  '％': '%',
}

/**
 * Cuts an expression into tokens. Form ids may hold any characters; those of the collection are
 * known and are looked for first, longest first.
 */
export function tokenise(text: string, forms: readonly string[]): Token[] | SyntaxFault {
  const ids = [...forms].sort((a, b) => b.length - a.length)
  const tokens: Token[] = []
  let at = 0
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    return found?.index === at ? found : null
  }
  while (at < text.length) {
    const space = match(SPACE)
    if (space !== null) {
      at += space[0].length
      continue
    }
    const start = at
    const number = match(NUMBER)
    const known = ids.find((id) => text.startsWith(`${id}[`, at))
    const string = match(TEXT)
    const attribute = match(ATTRIBUTE)
    const lastYear = match(LAST_YEAR)
    if (known !== undefined || lastYear !== null) {
      at += lastYear?.[0].length ?? 0
      const own = ids.find((id) => text.startsWith(`${id}[`, at)) ?? match(NAME)?.[0]
      if (own === undefined) return { at, code: 'form-expected', params: {} }
      at += own.length
      const inside = match(INSIDE)
      if (inside === null) return { at, code: 'bracket-expected', params: { form: own } }
      at += inside[0].length
      tokens.push({
        kind: 'item',
        value: own,
        inside: inside[1] ?? '',
        lastYear: lastYear !== null,
        ...pastIn(lastYear?.[1]),
        at: start,
      })
    } else if (string !== null) {
      at += string[0].length
      tokens.push({ kind: 'text', value: (string[1] ?? '').replaceAll('""', '"'), at: start })
    } else if (number !== null) {
      at += number[0].length
      tokens.push({ kind: 'number', value: number[0], at: start })
    } else if (attribute !== null) {
      at += attribute[0].length
      tokens.push({ kind: 'attribute', value: attribute[1] ?? attribute[2] ?? '', at: start })
    } else {
      const symbol = match(SYMBOL)
      const name = symbol === null ? match(NAME) : null
      if (symbol !== null) {
        at += symbol[0].length
        tokens.push({ kind: 'symbol', value: SAME[symbol[0]] ?? symbol[0], at: start })
      } else if (name !== null) {
        at += name[0].length
        const inside = match(INSIDE)
        if (inside !== null) {
          at += inside[0].length
          tokens.push({
            kind: 'item',
            value: name[0],
            inside: inside[1] ?? '',
            lastYear: false,
            at: start,
          })
        } else tokens.push({ kind: 'name', value: name[0].toUpperCase(), at: start })
      } else
        return {
          at,
          code: text[at] === '"' ? 'quote-open' : 'strange-character',
          params: { text: text[at] ?? '' },
        }
    }
  }
  tokens.push({ kind: 'end', value: '', at: text.length })
  return tokens
}

function pastIn(word: string | undefined): { past?: Past } {
  const past = word === undefined ? null : pastNamed(word)
  return past === null ? {} : { past }
}

/** An item of any time: of now, or of an earlier period. */
export interface Timed {
  /** Of last year, or of the earlier period that `past` names. */
  lastYear: boolean
  past?: Past
}

/** What stands before an address to say of which period it is; "" for now. */
export function timeMark({ lastYear, past }: Timed): string {
  if (!lastYear) return ''
  return past === undefined ? '上年!' : `${pastName(past)}!`
}
