import { parseA1 } from '../model/address.ts'
import { parseExact } from '../../shared/exact.ts'
import type { Exact } from '../../shared/exact.ts'
import { keptForTexts } from '../memory/kept-for-text.ts'

/** A cell; `sheet` is the name written before it in small letters, null where there is none. */
export interface CellPlace {
  row: number
  column: number
  sheet: string | null
}

export type Operator = '+' | '-' | '*' | '/' | '=' | '<>' | '<' | '>' | '<=' | '>='

/** A formula taken apart. A chain is worked out from left to right. */
export type Formula =
  | { kind: 'number'; value: Exact }
  | { kind: 'text'; text: string }
  | { kind: 'logical'; value: boolean }
  | { kind: 'cell'; place: CellPlace }
  | { kind: 'range'; from: CellPlace; to: CellPlace }
  | { kind: 'chain'; first: Formula; rest: { operator: Operator; operand: Formula }[] }
  | { kind: 'negative' | 'percent'; operand: Formula }
  | { kind: 'call'; name: string; given: Formula[] }

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`
const ADDRESS = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`
const FUNCTIONS = 'SUMPRODUCT|SUM|AVERAGE|COUNT|MAX|MIN|ROUND|IFERROR|IF'
const TOKEN = new RegExp(
  String.raw`\s*(?:\d+(?:\.\d+)?|\.\d+|(?:${SHEET})?${ADDRESS}(?![\p{L}\p{N}_.(])|(?:${FUNCTIONS})(?=\s*\()|(?:TRUE|FALSE)(?![\p{L}\p{N}_.(])|"(?:[^"]|"")*"|<=|>=|<>|[-+*/(),:%<>=])\s*`,
  'giyu',
)
/** Brackets, signs and calls one within another; a school's formulas have two or three. */
const NESTING_LIMIT = 100

/**
 * A formula without its "=" taken apart; null where it holds anything but arithmetic, comparisons,
 * cells and the functions that school forms use. Kept: schools of a kind send the same ones,
 * thousands of times.
 */
export const formulaOf = keptForTexts((text: string): Formula | null => {
  const tokens = tokensOf(text)
  return tokens === null ? null : new Parser(tokens).whole()
}, 5_000)

function tokensOf(formula: string): string[] | null {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < formula.length) {
    const match = TOKEN.exec(formula)
    if (match === null) return null
    const text = match[0].trim()
    tokens.push(text.startsWith('"') ? text : text.toUpperCase())
  }
  return tokens
}

/** `A1`, `Sheet!A1` or `'A sheet'!A1` as a place; null for what is no address. */
function placeOf(text: string): CellPlace | null {
  const at = text.lastIndexOf('!')
  const cell = parseA1(text.slice(at + 1))
  if (cell === null) return null
  const name = at < 0 ? null : text.slice(0, at).replace(/^'(.*)'$/su, '$1')
  return { ...cell, sheet: name?.replaceAll("''", "'").toLowerCase() ?? null }
}

/** Recursive descent, loosest binding first: comparison, sum, product, sign, percent. */
class Parser {
  private readonly tokens: string[]
  private at = 0
  private nesting = 0

  constructor(tokens: string[]) {
    this.tokens = tokens
  }

  whole(): Formula | null {
    const formula = this.comparison()
    return this.at === this.tokens.length ? formula : null
  }

  private take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false
    this.at += 1
    return true
  }

  private comparison(): Formula | null {
    return this.chain(['=', '<>', '<=', '>=', '<', '>'], () => this.sum())
  }

  private sum(): Formula | null {
    return this.chain(['+', '-'], () => this.product())
  }

  private product(): Formula | null {
    return this.chain(['*', '/'], () => this.signed())
  }

  private chain(operators: Operator[], next: () => Formula | null): Formula | null {
    const first = next()
    const rest: { operator: Operator; operand: Formula }[] = []
    while (first !== null) {
      const operator = operators.find((one) => this.take(one))
      if (operator === undefined) return rest.length === 0 ? first : { kind: 'chain', first, rest }
      const operand = next()
      if (operand === null) return null
      rest.push({ operator, operand })
    }
    return null
  }

  private signed(): Formula | null {
    this.nesting += 1
    const formula = this.nesting > NESTING_LIMIT ? null : this.innerSigned()
    this.nesting -= 1
    return formula
  }

  private innerSigned(): Formula | null {
    if (this.take('+')) return this.signed()
    if (this.take('-')) {
      const operand = this.signed()
      return operand === null ? null : { kind: 'negative', operand }
    }
    let formula = this.atom()
    let signs = 0
    while (formula !== null && this.take('%')) {
      signs += 1
      formula = signs > NESTING_LIMIT ? null : { kind: 'percent', operand: formula }
    }
    return formula
  }

  private atom(): Formula | null {
    if (this.take('(')) {
      const formula = this.comparison()
      return this.take(')') ? formula : null
    }
    const token = this.tokens[this.at]
    if (token === undefined) return null
    this.at += 1
    if (token.startsWith('"')) {
      return { kind: 'text', text: token.slice(1, -1).replaceAll('""', '"') }
    }
    if (token === 'TRUE' || token === 'FALSE') return { kind: 'logical', value: token === 'TRUE' }
    if (/^[\d.]/u.test(token)) {
      const value = parseExact(token.replace(/^\./u, '0.'))
      return value === null ? null : { kind: 'number', value }
    }
    if (this.take('(')) return this.call(token)
    const place = placeOf(token)
    return place === null ? null : this.reference(place)
  }

  private call(name: string): Formula | null {
    if (!/^[A-Z]+$/u.test(name)) return null
    const given: Formula[] = []
    do {
      const one = this.comparison()
      if (one === null) return null
      given.push(one)
    } while (this.take(','))
    return this.take(')') ? { kind: 'call', name, given } : null
  }

  private reference(from: CellPlace): Formula | null {
    if (!this.take(':')) return { kind: 'cell', place: from }
    const to = placeOf(this.tokens[this.at] ?? '')
    this.at += 1
    if (to === null || (to.sheet !== null && to.sheet !== from.sheet)) return null
    return { kind: 'range', from, to }
  }
}
