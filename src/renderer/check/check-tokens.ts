import type { Past } from '../../shared/period.ts'
import { tokenise } from '../../shared/expression-tokens.ts'
import type { Token } from '../../shared/expression-tokens.ts'

/** A piece of a check's text as it is needed to write its values out. */
export type CheckToken =
  | { kind: 'ref'; form: string; rows: string; columns: string; lastYear: boolean; past?: Past }
  | { kind: 'attribute' | 'number' | 'text' | 'name' | 'symbol'; text: string }

/**
 * Cuts a check that runs into its pieces; full-width signs become plain ones. null for anything
 * unexpected: then only the values that the program gave are shown.
 *
 * @param forms ids of the collection's tables
 */
export function checkTokens(check: string, forms: readonly string[]): CheckToken[] | null {
  const tokens = tokenise(check, forms)
  if (!Array.isArray(tokens)) return null
  const pieces = tokens.flatMap((token) => (token.kind === 'end' ? [] : [pieceOf(token, forms)]))
  return pieces.some((piece) => piece === null) ? null : pieces.flatMap((piece) => piece ?? [])
}

function pieceOf(token: Token, forms: readonly string[]): CheckToken | null {
  const { kind, value } = token
  switch (kind) {
    case 'item': {
      const [rows, columns, more] = (token.inside ?? '').split(/[,，]/u)
      if (!forms.includes(value) || rows === undefined || columns === undefined) return null
      if (more !== undefined) return null
      const lastYear = token.lastYear === true
      const time = { lastYear, ...(token.past !== undefined && { past: token.past }) }
      return { kind: 'ref', form: value, rows: rows.trim(), columns: columns.trim(), ...time }
    }
    case 'attribute':
      return { kind, text: `学校.${value}` }
    case 'text':
      return { kind, text: `"${value.replaceAll('"', '""')}"` }
    case 'number':
    case 'name':
    case 'symbol':
      return { kind, text: value }
    case 'end':
      return null
  }
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
