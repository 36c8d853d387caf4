import { closing, isSymbol, splitArguments } from './check-tokens.ts'
import type { CheckToken } from './check-tokens.ts'
import type { RefItems } from './ref-items.ts'

/** An exact decimal: units ÷ 10^scale. */
interface Exact {
  units: bigint
  scale: number
}

/**
 * What plain arithmetic over cells comes to (+ - * ( ) SUM ABS MAX MIN), as a decimal string. null
 * for everything else: division, other functions, text, cells that cannot be read.
 */
export function evaluate(tokens: readonly CheckToken[], items: RefItems): string | null {
  const reader = new Reader(tokens, items)
  const value = reader.sum()
  return value === null || !reader.atEnd() ? null : written(value)
}

function exact(text: string): Exact | null {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!parts) return null
  const [, sign = '', whole = '', fraction = ''] = parts
  const units = BigInt(whole + fraction)
  return { units: sign === '-' ? -units : units, scale: fraction.length }
}

function written({ units, scale }: Exact): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const cut = digits.length - scale
  const fraction = digits.slice(cut).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${digits.slice(0, cut)}${fraction === '' ? '' : `.${fraction}`}`
}

function aligned(a: Exact, b: Exact): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale)
  return [a.units * 10n ** BigInt(scale - a.scale), b.units * 10n ** BigInt(scale - b.scale), scale]
}

function plus(a: Exact, b: Exact, sign: 1n | -1n): Exact {
  const [x, y, scale] = aligned(a, b)
  return { units: x + sign * y, scale }
}

function less(a: Exact, b: Exact): boolean {
  const [x, y] = aligned(a, b)
  return x < y
}

const FOLDS: Record<string, (a: Exact, b: Exact) => Exact> = {
  SUM: (a, b) => plus(a, b, 1n),
  MAX: (a, b) => (less(a, b) ? b : a),
  MIN: (a, b) => (less(a, b) ? a : b),
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
      const sign = this.next('+') ? 1n : this.next('-') ? -1n : null
      if (sign === null || left === null) return left
      const right = this.product()
      left = right && plus(left, right, sign)
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
      left = right && { units: left.units * right.units, scale: left.scale + right.scale }
    }
    return left
  }

  private signed(): Exact | null {
    if (this.next('+')) return this.signed()
    if (!this.next('-')) return this.primary()
    const value = this.signed()
    return value && { units: -value.units, scale: value.scale }
  }

  private primary(): Exact | null {
    const token = this.tokens[this.at]
    if (!token) return null
    if (isSymbol(token, '(')) return this.inside(this.at)
    this.at += 1
    if (token.kind === 'number') return exact(token.text)
    if (token.kind === 'ref') {
      const found = this.cells(token)
      return found && found.length < 2 ? (found[0] ?? { units: 0n, scale: 0 }) : null
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
    if (!first) return { units: 0n, scale: 0 }
    if (name === 'ABS') return { ...first, units: first.units < 0n ? -first.units : first.units }
    const fold = FOLDS[name]
    return fold ? others.reduce(fold, first) : null
  }

  /** Values of a reference's cells, blank ones as 0; null when one is no number. */
  private cells(ref: Extract<CheckToken, { kind: 'ref' }>): Exact[] | null {
    const values = this.items(ref).map((item) => {
      if (item.state === 'blank' || item.state === 'na') return exact('0')
      return item.state === 'number' ? exact(item.value) : null
    })
    return values.some((value) => value === null) ? null : values.flatMap((value) => value ?? [])
  }
}
