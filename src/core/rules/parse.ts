import type { SyntaxCode, SyntaxFault } from '../../shared/syntax-fault.ts'
import { tokenise } from '../../shared/expression-tokens.ts'
import type { Token } from '../../shared/expression-tokens.ts'
import { FUNCTIONS } from './tree.ts'
import type { Expr, FunctionName, Operator, Spec } from './tree.ts'

export type Parsed = { ok: true; expr: Expr } | { ok: false; fault: SyntaxFault }

/**
 * How large an expression may be. Far beyond what anybody writes, and small enough that reading,
 * compiling and evaluating one always ends, in a stack of ordinary size and in a moment: sums of big
 * fractions grow with every factor.
 */
const MOST = { characters: 20_000, tokens: 2_000, depth: 64, digits: 20, factors: 64 }

const COMPARISONS = new Set(['=', '<>', '<', '<=', '>', '>='])

/**
 * Parses an expression of docs/contract.md §3. Strength of operators as in Excel: sign, * /, + -,
 * comparison; comparisons are values and can be compared again.
 *
 * `50%` is 0.5, after a number, a cell or a bracket. An expression beyond all measure is a fault too.
 *
 * @param forms ids of the collection's forms; others are taken as words
 */
export function parseExpression(text: string, forms: readonly string[]): Parsed {
  const at = MOST.characters
  if (text.length > at) return { ok: false, fault: { at, code: 'too-long', params: { most: at } } }
  const tokens = tokenise(text, forms)
  if (!Array.isArray(tokens)) return { ok: false, fault: tokens }
  const large = tooLarge(tokens)
  if (large !== null) return { ok: false, fault: large }
  try {
    return { ok: true, expr: new Parser(tokens).whole() }
  } catch (error) {
    if (error instanceof Stop) return { ok: false, fault: error.fault }
    throw error
  }
}

function tooLarge(tokens: Token[]): SyntaxFault | null {
  const beyond = tokens[MOST.tokens]
  if (beyond !== undefined) {
    return { at: beyond.at, code: 'too-long', params: { most: MOST.tokens } }
  }
  const long = tokens.find(({ kind, value }) => kind === 'number' && value.length > MOST.digits)
  if (long !== undefined) {
    return { at: long.at, code: 'too-many-digits', params: { most: MOST.digits } }
  }
  const factors = tokens.filter(({ kind, value }) => kind === 'symbol' && /^[*/%]$/u.test(value))
  const many = factors[MOST.factors]
  return many === undefined
    ? null
    : { at: many.at, code: 'too-many-factors', params: { most: MOST.factors } }
}

/** Leaves the recursive descent; never leaves this file. */
class Stop extends Error {
  readonly fault: SyntaxFault

  constructor(fault: SyntaxFault) {
    super(fault.code)
    this.fault = fault
  }
}

class Parser {
  private readonly tokens: Token[]
  private next = 0
  /** Brackets, functions and signs that are open here. */
  private open = 0

  constructor(tokens: Token[]) {
    this.tokens = tokens
  }

  whole(): Expr {
    const expr = this.comparison(0)
    if (this.token.kind !== 'end') this.stop('left-over', { text: this.token.value })
    return expr
  }

  private get token(): Token {
    return this.tokens[this.next] ?? { kind: 'end', value: '', at: 0 }
  }

  private stop(code: SyntaxCode, params: SyntaxFault['params'] = {}, at = this.token.at): never {
    throw new Stop({ at, code, params })
  }

  private symbol(): string {
    return this.token.kind === 'symbol' ? this.token.value : ''
  }

  /** @param depth functions around this place; ranges are allowed inside one */
  private comparison(depth: number): Expr {
    let left = this.sum(depth)
    while (COMPARISONS.has(this.symbol())) left = this.binary(left, () => this.sum(depth))
    return left
  }

  private sum(depth: number): Expr {
    let left = this.product(depth)
    while (['+', '-'].includes(this.symbol())) left = this.binary(left, () => this.product(depth))
    return left
  }

  private product(depth: number): Expr {
    let left = this.signed(depth)
    while (['*', '/'].includes(this.symbol())) left = this.binary(left, () => this.signed(depth))
    return left
  }

  private binary(left: Expr, right: () => Expr): Expr {
    const { value, at } = this.token
    this.next++
    return { kind: 'binary', operator: value as Operator, left, right: right(), at }
  }

  private signed(depth: number): Expr {
    const { at } = this.token
    if (this.symbol() === '-') {
      this.next++
      return { kind: 'negate', operand: this.within(() => this.signed(depth)), at }
    }
    if (this.symbol() === '+') {
      this.next++
      return this.within(() => this.signed(depth))
    }
    return this.percent(this.primary(depth))
  }

  /** As in Excel, % behind a value is a hundredth of it. */
  private percent(value: Expr): Expr {
    const { at } = this.token
    if (this.symbol() !== '%') return value
    this.next++
    const right: Expr = { kind: 'number', value: '100', at }
    return this.percent({ kind: 'binary', operator: '/', left: value, right, at })
  }

  /** What stands inside of something: only so deep, since every level is a call of this program. */
  private within(inner: () => Expr): Expr {
    if (this.open >= MOST.depth) this.stop('too-deep', { most: MOST.depth })
    this.open++
    const expr = inner()
    this.open--
    return expr
  }

  private primary(depth: number): Expr {
    const token = this.token
    const { value, at } = token
    if (this.symbol() === '(') {
      this.next++
      const inner = this.within(() => this.comparison(depth))
      this.close()
      return inner
    }
    if (token.kind === 'number' || token.kind === 'text') {
      this.next++
      return { kind: token.kind, value, at }
    }
    if (token.kind === 'attribute') {
      this.next++
      return { kind: 'attribute', name: value, at }
    }
    if (token.kind === 'item') {
      this.next++
      return this.item(token, depth)
    }
    if (token.kind === 'name') return this.call(token)
    return this.stop('value-expected')
  }

  private item(token: Token, depth: number): Expr {
    const [row, column, more] = (token.inside ?? '').split(/[,，]/u)
    if (row === undefined || column === undefined || more !== undefined) {
      this.stop('bad-address', { address: `${token.value}[${token.inside ?? ''}]` }, token.at)
    }
    const rows = this.spec(row, token)
    const columns = this.spec(column, token)
    if (depth === 0 && (rows.kind === 'span' || columns.kind === 'span')) {
      this.stop(
        'range-outside-function',
        { address: `${token.value}[${token.inside ?? ''}]` },
        token.at,
      )
    }
    return {
      kind: 'item',
      lastYear: token.lastYear ?? false,
      ...(token.past !== undefined && { past: token.past }),
      form: token.value,
      rows,
      columns,
      at: token.at,
    }
  }

  private spec(text: string, token: Token): Spec {
    const trimmed = text.trim()
    if (trimmed === '*') return { kind: 'each' }
    const [from = '', to] = trimmed.split(/[:：]/u).map((part) => part.trim())
    if (from === '' || to === '') {
      this.stop('bad-address', { address: `${token.value}[${token.inside ?? ''}]` }, token.at)
    }
    return to === undefined ? { kind: 'one', code: from } : { kind: 'span', from, to }
  }

  private call(token: Token): Expr {
    if (token.value === 'TRUE' || token.value === 'FALSE') {
      this.next++
      const one: Expr = { kind: 'number', value: '1', at: token.at }
      const other: Expr = {
        kind: 'number',
        value: token.value === 'TRUE' ? '1' : '0',
        at: token.at,
      }
      return { kind: 'binary', operator: '=', left: one, right: other, at: token.at }
    }
    const name = Object.keys(FUNCTIONS).find((known) => known === token.value) as
      FunctionName | undefined
    if (name === undefined) this.stop('unknown-function', { name: token.value })
    this.next++
    if (this.symbol() !== '(') this.stop('closing-expected', { symbol: '(' })
    this.next++
    const args: Expr[] = []
    if (this.symbol() !== ')') {
      args.push(this.within(() => this.comparison(1)))
      while (this.symbol() === ',') {
        this.next++
        args.push(this.within(() => this.comparison(1)))
      }
    }
    this.close()
    const { least, most } = FUNCTIONS[name]
    if (args.length < least || args.length > most) {
      this.stop('argument-count', { name, least, most, given: args.length }, token.at)
    }
    return { kind: 'call', name, args, at: token.at }
  }

  private close(): void {
    if (this.symbol() !== ')') this.stop('closing-expected', { symbol: ')' })
    this.next++
  }
}
