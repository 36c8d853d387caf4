import type { Finding, FindingItem } from '../../shared/findings.ts'
import type { Form } from '../../shared/model.ts'
import { compareFigures } from '../figures/sum.ts'
import { checkTokens, closing, comparisonOf, isSymbol, splitArguments } from './check-tokens.ts'
import type { CheckToken } from './check-tokens.ts'
import { evaluate } from './evaluate.ts'
import { refItems } from './ref-items.ts'
import type { RefItems } from './ref-items.ts'

/** A cell with its value, or signs between cells. */
export type Piece = FindingItem | string

/** One side of a comparison: what it comes to, and its cells and signs; no pieces: only the value is known. */
export interface Side {
  value: string | null
  /** The value is a figure, not a code or a name. */
  figure: boolean
  pieces: Piece[]
}

/** A comparison of the check as it stands now; without `right` only the cells are known. */
export interface Part {
  left: Side
  /** The relation that holds between the values; the one asked for where that is not known. */
  relation: string
  right: Side | null
  /** Whether what the rule asks for holds; null where only the program knows. */
  holds: boolean | null
}

const SIGNS: Record<string, string> = {
  '+': '+',
  '-': '−',
  '*': '×',
  '/': '÷',
  ',': ', ',
  '=': ' = ',
  '<>': ' ≠ ',
  '<': ' < ',
  '<=': ' ≤ ',
  '>': ' > ',
  '>=': ' ≥ ',
}
const OPPOSITE: Record<string, string> = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
}

/**
 * The check of a finding with the values in place of the references, comparison by comparison
 * where it is `a = b` or AND(…). What does not agree with the program's own figures is left out.
 */
export function writtenOut(finding: Finding, forms: readonly Form[]): Part[] {
  // A rule over the rows of a list compares columns; the rows themselves are shown instead.
  if (finding.why?.code === 'list-rule') return []
  const { left, right, difference } = finding
  const figure = difference !== null
  const bare: Part[] =
    left === null || right === null
      ? []
      : [
          {
            left: { value: left, figure, pieces: [] },
            relation: '↔',
            right: { value: right, figure, pieces: [] },
            holds: null,
          },
        ]
  const tokens = checkTokens(
    finding.formula,
    forms.map((form) => form.id),
  )
  if (tokens === null || tokens.length === 0) return bare
  const items = refItems(finding, forms)
  const whole = comparisonOf(tokens)
  if (whole) {
    return [
      {
        left: side(whole.left, items, left, figure),
        relation: sign(OPPOSITE[whole.operator] ?? whole.operator),
        right: side(whole.right, items, right, figure),
        holds: false,
      },
    ]
  }
  const [first] = tokens
  const all = first?.kind === 'name' && first.text === 'AND'
  if (all && closing(tokens, 1) === tokens.length - 1)
    return splitArguments(tokens.slice(2, -1)).map((part) => partOf(part, items))
  return bare.length > 0 ? bare : [partOf(tokens, items)]
}

function partOf(tokens: readonly CheckToken[], items: RefItems): Part {
  const found = comparisonOf(tokens)
  if (!found) {
    return {
      left: { value: null, figure: true, pieces: piecesOf(tokens, items) },
      relation: '',
      right: null,
      holds: null,
    }
  }
  const left = side(found.left, items, evaluate(found.left, items), true)
  const right = side(found.right, items, evaluate(found.right, items), true)
  const holds = holdsNow(left.value, found.operator, right.value)
  const relation = holds === false ? (OPPOSITE[found.operator] ?? '') : found.operator
  return { left, relation: sign(relation), right, holds }
}

function sign(operator: string): string {
  return (SIGNS[operator] ?? operator).trim()
}

function side(
  tokens: readonly CheckToken[],
  items: RefItems,
  value: string | null,
  figure: boolean,
): Side {
  const own = evaluate(tokens, items)
  // The program writes a blank cell that is compared as it stands as nothing.
  const unsaid = own === null || value === null || value === ''
  const agrees = unsaid || compareFigures(own, value) === 0
  return { value, figure, pieces: agrees ? piecesOf(tokens, items) : [] }
}

function holdsNow(left: string | null, operator: string, right: string | null): boolean | null {
  if (left === null || right === null) return null
  const order = compareFigures(left, right)
  switch (operator) {
    case '=':
      return order === 0
    case '<>':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    default:
      return null
  }
}

/** Cells and signs in the order of the text; a SUM of cells becomes cells with + between. */
function piecesOf(tokens: readonly CheckToken[], items: RefItems): Piece[] {
  const pieces: Piece[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    if (!token) break
    if (token.kind === 'ref') pieces.push(...joined(items(token), ', '))
    else if (token.kind === 'symbol') pieces.push(SIGNS[token.text] ?? token.text)
    else if (token.kind === 'name' && token.text === 'SUM') {
      const close = isSymbol(tokens[at + 1], '(') ? closing(tokens, at + 1) : -1
      const cells = close < 0 ? null : cellsOnly(tokens.slice(at + 2, close), items)
      if (cells === null) pieces.push(token.text)
      else {
        const alone = at === 0 && close === tokens.length - 1
        const sum = joined(cells, '+')
        pieces.push(...(alone || cells.length < 2 ? sum : ['(', ...sum, ')']))
        at = close
      }
    } else pieces.push(token.text)
  }
  return pieces
}

/** The cells of a list of arguments that holds nothing but references. */
function cellsOnly(tokens: readonly CheckToken[], items: RefItems): FindingItem[] | null {
  if (tokens.some((token) => token.kind !== 'ref' && !isSymbol(token, ','))) return null
  return tokens.flatMap((token) => (token.kind === 'ref' ? items(token) : []))
}

/** A cell that the form has not counts as 0. */
function joined(cells: readonly FindingItem[], between: string): Piece[] {
  const [first, ...others] = cells
  if (!first) return ['0']
  return [first, ...others.flatMap((cell): Piece[] => [between, cell])]
}
