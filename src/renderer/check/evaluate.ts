import {
  addExact,
  compareExact,
  formatExact,
  multiplyExact,
  parseExact,
} from '../../shared/exact.ts'
import { subtractExact, ZERO } from '../../shared/exact.ts'
import type { Exact } from '../../shared/exact.ts'
import { closing, isSymbol, splitArguments } from './check-tokens.ts'
import type { CheckToken } from './check-tokens.ts'
import type { RefItems } from './ref-items.ts'

/**
 * What plain arithmetic over cells comes to (+ - * % ( ) SUM ABS MAX MIN), as a decimal string. null
 * for everything else: division, other functions, text, cells that cannot be read.
 */
export function evaluate(tokens: readonly CheckToken[], items: RefItems): string | null {
  const reader = new Reader(tokens, items)
  const value = reader.sum()
  return value === null || !reader.atEnd() ? null : formatExact(value)
}

const FOLDS: Record<string, (a: Exact, b: Exact) => Exact> = {
  SUM: addExact,
  MAX: (a, b) => (compareExact(a, b) < 0 ? b : a),
  MIN: (a, b) => (compareExact(a, b) < 0 ? a : b),
}

class Reader {
  private readonly tokens: readonly CheckToken[]
  private readonly items: RefItems
  private at = 0

  constructor(tokens: readonly CheckToken[], items: RefItems) {
    this.tokens = tokens
    this.items = items
  }

  atEnd(): boolean {
    return this.at >= this.tokens.length
  }

  sum(): Exact | null {
    let left = this.product()
    for (;;) {
      const join = this.next('+') ? addExact : this.next('-') ? subtractExact : null
      if (join === null || left === null) return left
      const right = this.product()
      left = right && join(left, right)
    }
  }

  private next(symbol: string): boolean {
    if (!isSymbol(this.tokens[this.at], symbol)) return false
    this.at += 1
    return true
  }

  private product(): Exact | null {
    let left = this.signed()
    while (left !== null && this.next('*')) {
      const right = this.signed()
      left = right && multiplyExact(left, right)
    }
    return left
  }

  private signed(): Exact | null {
    if (this.next('+')) return this.signed()
    if (!this.next('-')) return this.percent(this.primary())
    const value = this.signed()
    return value && subtractExact(ZERO, value)
  }

  /** Each sign behind a value divides it by a hundred, as in Excel. */
  private percent(value: Exact | null): Exact | null {
    let now = value
    while (this.next('%')) now = now && { units: now.units, scale: now.scale + 2 }
    return now
  }

  private primary(): Exact | null {
    const token = this.tokens[this.at]
    if (!token) return null
    if (isSymbol(token, '(')) return this.inside(this.at)
    this.at += 1
    if (token.kind === 'number') return parseExact(token.text)
    if (token.kind === 'ref') {
      const found = this.cells(token)
      return found && found.length < 2 ? (found[0] ?? ZERO) : null
    }
    return token.kind === 'name' ? this.call(token.text) : null
  }

  private inside(open: number): Exact | null {
    const close = closing(this.tokens, open)
    if (close < 0) return null
    const inner = new Reader(this.tokens.slice(open + 1, close), this.items)
    const value = inner.sum()
    this.at = close + 1
    return inner.atEnd() ? value : null
  }

  private call(name: string): Exact | null {
    const close = closing(this.tokens, this.at)
    if (!isSymbol(this.tokens[this.at], '(') || close < 0) return null
    const given = splitArguments(this.tokens.slice(this.at + 1, close)).map((part) => {
      const [only] = part
      if (only?.kind === 'ref' && part.length === 1) return this.cells(only)
      const reader = new Reader(part, this.items)
      const value = reader.sum()
      return value && reader.atEnd() ? [value] : null
    })
    this.at = close + 1
    if (given.some((part) => part === null)) return null
    const [first, ...others] = given.flatMap((part) => part ?? [])
    if (!first) return ZERO
    if (name === 'ABS') return { ...first, units: first.units < 0n ? -first.units : first.units }
    const fold = FOLDS[name]
    return fold ? others.reduce(fold, first) : null
  }

  /** Values of a reference's cells, blank ones as 0; null when one is no number. */
  private cells(ref: Extract<CheckToken, { kind: 'ref' }>): Exact[] | null {
    const values = this.items(ref).map((item) => {
      if (item.state === 'blank' || item.state === 'na') return ZERO
      return item.state === 'number' ? parseExact(item.value) : null
    })
    return values.some((value) => value === null) ? null : values.flatMap((value) => value ?? [])
  }
}
