/** A piece of a check's text as it is needed to write its values out. */
export type CheckToken =
  | { kind: 'ref'; form: string; rows: string; columns: string; lastYear: boolean }
  | { kind: 'attribute' | 'number' | 'text' | 'name' | 'symbol'; text: string }

const PATTERNS: [Exclude<CheckToken['kind'], 'ref'>, RegExp][] = [
  ['text', /"(?:[^"]|"")*"/y],
  ['attribute', /学校\.[\p{L}\p{N}_（）]+/uy],
  ['number', /\d+(?:\.\d+)?/y],
  ['symbol', /<=|>=|<>|[-+*/=<>(),≤≥≠，（）＝]/y],
  ['name', /[\p{L}_][\p{L}\p{N}_.·]*/uy],
]
const PLAIN: Record<string, string> = {
  '≤': '<=',
  '≥': '>=',
  '≠': '<>',
  '，': ',',
  '（': '(',
  '）': ')',
  '＝': '=',
}
const LAST_YEAR = /上年[!！]/y
const INSIDE = /\[([^[\],，]*)[,，]([^[\],，]*)\]/y

/**
 * Cuts a check that runs into its pieces; full-width signs become plain ones. null for anything
 * unexpected: then only the values that the program gave are shown.
 *
 * @param forms ids of the collection's tables
 */
export function checkTokens(check: string, forms: readonly string[]): CheckToken[] | null {
  const ids = [...forms].sort((a, b) => b.length - a.length)
  const tokens: CheckToken[] = []
  let at = 0
  const taken = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(check)
    if (found) at += found[0].length
    return found
  }
  while (at < check.length) {
    if (taken(/[\s\u3000]+/y)) continue
    const lastYear = taken(LAST_YEAR) !== null
    const start = at
    const form = ids.find((id) => check.startsWith(`${id}[`, start))
    if (form !== undefined) {
      at += form.length
      const inside = taken(INSIDE)
      if (!inside) return null
      const [, rows = '', columns = ''] = inside
      tokens.push({ kind: 'ref', form, rows: rows.trim(), columns: columns.trim(), lastYear })
      continue
    }
    const found = PATTERNS.find(([, pattern]) => {
      pattern.lastIndex = start
      return pattern.test(check)
    })
    const text = found && taken(found[1])?.[0]
    if (!found || text === undefined || lastYear) return null
    const [kind] = found
    if (kind === 'name') tokens.push({ kind, text: text.toUpperCase() })
    else tokens.push({ kind, text: PLAIN[text] ?? text })
  }
  return tokens
}

export const isSymbol = (token: CheckToken | undefined, text: string): boolean =>
  token?.kind === 'symbol' && token.text === text

/** Place of the bracket that closes the one at `open`; -1 when there is none. */
export function closing(tokens: readonly CheckToken[], open: number): number {
  let depth = 0
  for (let at = open; at < tokens.length; at += 1) {
    if (isSymbol(tokens[at], '(')) depth += 1
    if (isSymbol(tokens[at], ')')) depth -= 1
    if (depth === 0) return at
  }
  return -1
}

/** Cuts a list of arguments at its own commas. */
export function splitArguments(tokens: readonly CheckToken[]): CheckToken[][] {
  const parts: CheckToken[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    if (isSymbol(token, '(')) depth += 1
    if (isSymbol(token, ')')) depth -= 1
    if (depth === 0 && isSymbol(token, ',')) parts.push([])
    else parts.at(-1)?.push(token)
  }
  return parts
}

const COMPARISONS = new Set(['=', '<>', '<', '<=', '>', '>='])

/** Both sides of tokens that are one comparison; null when they are none, or several. */
export function comparisonOf(
  tokens: readonly CheckToken[],
): { left: CheckToken[]; operator: string; right: CheckToken[] } | null {
  const places: number[] = []
  let depth = 0
  tokens.forEach((token, at) => {
    if (isSymbol(token, '(')) depth += 1
    if (isSymbol(token, ')')) depth -= 1
    if (depth === 0 && token.kind === 'symbol' && COMPARISONS.has(token.text)) places.push(at)
  })
  const [at] = places
  const token = at === undefined ? undefined : tokens[at]
  if (at === undefined || places.length > 1 || token?.kind !== 'symbol') return null
  return { left: tokens.slice(0, at), operator: token.text, right: tokens.slice(at + 1) }
}
