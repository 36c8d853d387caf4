import { isLook } from './looks.ts'
import { below, child, children, treeOf, word } from './syntax.ts'
import type { Node } from './syntax.ts'

/** One small break of a file. */
export interface Mutant {
  path: string
  line: number
  operator: string
  /** The line as it is written, and which of the equal breaks of equal lines of the file it is. */
  written: string
  nth: number
  /** Offsets of what is replaced, and with what. */
  start: number
  end: number
  from: string
  to: string
  /** Offset of what must be come by for the break to be noticed. */
  seen: number
}

type Break = Pick<Mutant, 'operator' | 'start' | 'end' | 'to'> & { seen?: number }

const COMPARE: Record<string, [string, string][]> = {
  '<': [
    ['boundary', '<='],
    ['negate', '>='],
  ],
  '<=': [
    ['boundary', '<'],
    ['negate', '>'],
  ],
  '>': [
    ['boundary', '>='],
    ['negate', '<='],
  ],
  '>=': [
    ['boundary', '>'],
    ['negate', '<'],
  ],
  '===': [['negate', '!==']],
  '!==': [['negate', '===']],
  '+': [['arithmetic', '-']],
  '-': [['arithmetic', '+']],
  '*': [['arithmetic', '/']],
  '/': [['arithmetic', '*']],
  '%': [['arithmetic', '*']],
}
const ASSIGN: Record<string, string> = { '+=': '-=', '-=': '+=', '||=': '&&=', '&&=': '||=' }
/** Calls without which the value goes on as it was. */
const PASSING =
  /^(?:filter|toSorted|toReversed|sort|reverse|trim|toLowerCase|toUpperCase|normalize|slice)$/u
const EXCHANGED: Record<string, string> = { some: 'every', every: 'some', min: 'max', max: 'min' }
/** Numbers from here on are sizes, times and widths: that one more would do as well is their nature. */
const CHOSEN = 100
/** Words that decide something; sentences and names in Chinese are for people. */
const DECIDING = /^[\w:./-]{1,40}$/u

/**
 * All breaks of a file, in the order of the code. Left out, because what they change is for people
 * or cannot be seen: types, imports, arguments of errors and of the log, texts that are no words of
 * ASCII, numbers from 100 on, how written sheets and documents look (looks.ts).
 */
export function mutantsOf(path: string, code: string): Mutant[] {
  const tree = treeOf(path, code)
  if (tree === null) throw new Error(`${path}: does not parse`)
  const found: Mutant[] = []
  const lines = code.split('\n')
  const ends = lines.map(
    (
      (end) => (line: string) =>
        (end += line.length + 1)
    )(0),
  )
  const equal = new Map<string, number>()
  const leftOut = (node: Node): boolean => isForPeople(node) || isLook(path, node)
  visit(tree, leftOut, (node, parent) => {
    for (const { seen, ...one } of breaksOf(node, parent, code)) {
      const from = code.slice(one.start, one.end)
      if (from === one.to) continue
      const line = ends.findIndex((end) => one.start < end) + 1
      const written = (lines[line - 1] ?? '').trim()
      const name = [one.operator, from, one.to, written].join('\0')
      const nth = equal.get(name) ?? 0
      equal.set(name, nth + 1)
      found.push({ path, line, written, nth, from, ...one, seen: seen ?? one.start })
    }
  })
  return found
}

/** What a break is called: the same also where lines were put in or taken out above it. */
export function nameOf({ path, operator, from, to, written, nth }: Mutant): string {
  return [path, operator, from, to, written, nth].join('\0')
}

/** The code with one break. */
export function mutated({ start, end, to }: Mutant, code: string): string {
  return code.slice(0, start) + to + code.slice(end)
}

function visit(
  node: Node,
  leftOut: (node: Node) => boolean,
  each: (node: Node, parent: Node | null) => void,
): void {
  const walk = (one: Node, parent: Node | null): void => {
    if (leftOut(one)) return
    each(one, parent)
    for (const inner of below(one)) walk(inner, one)
  }
  walk(node, null)
}

function isForPeople(node: Node): boolean {
  if (/^(?:TS(?!AsExpression|SatisfiesExpression|NonNull)|Import|ExportAll)/u.test(node.type))
    return true
  if (node.type === 'NewExpression') return word(child(node, 'callee'), 'name').endsWith('Error')
  const callee = node.type === 'CallExpression' ? child(node, 'callee') : null
  const owner = callee === null ? null : child(callee, 'object')
  const name = word(owner, 'name') || word(owner && child(owner, 'property'), 'name')
  return name === 'log' || name === 'console'
}

function* breaksOf(node: Node, parent: Node | null, code: string): Generator<Break> {
  const text = (of: Node | null): string => (of === null ? '' : code.slice(of.start, of.end))
  /** In brackets where it may need them. */
  const alone = (of: Node | null): string =>
    /^(?:Identifier|MemberExpression|CallExpression|ParenthesizedExpression)$/u.test(of?.type ?? '')
      ? text(of)
      : `(${text(of)})`
  /** The operator alone: what stands around it stays as it is written. */
  const between = (left: Node | null, right: Node | null, sign: string) => {
    const start = code.indexOf(sign, left?.end ?? 0)
    const inside = start >= 0 && start < (right?.start ?? 0)
    return inside ? { start, end: start + sign.length } : { start: node.start, end: node.start }
  }
  const replace = (
    operator: string,
    to: string,
    at: { start: number; end: number } = node,
  ): Break => ({
    operator,
    start: at.start,
    end: at.end,
    to,
  })
  switch (node.type) {
    case 'BinaryExpression': {
      const [left, right] = [child(node, 'left'), child(node, 'right')]
      const sign = word(node, 'operator')
      if (sign === '+' && [left, right].some((side) => isText(side))) return
      const at = between(left, right, sign)
      for (const [operator, other] of COMPARE[sign] ?? []) yield replace(operator, other, at)
      return
    }
    case 'LogicalExpression': {
      const [left, right] = [child(node, 'left'), child(node, 'right')]
      const sign = word(node, 'operator')
      // A default that is never asked for cannot be missed.
      if (sign === '??')
        yield { ...replace('logical', alone(left)), seen: right?.start ?? node.start }
      else yield replace('logical', sign === '&&' ? '||' : '&&', between(left, right, sign))
      return
    }
    case 'IfStatement':
    case 'ConditionalExpression': {
      const test = child(node, 'test')
      if (test !== null) yield replace('condition', `!(${text(test)})`, test)
      return
    }
    case 'UnaryExpression': {
      const sign = word(node, 'operator')
      if (sign === '!' || sign === '-')
        yield replace('sign', '', { start: node.start, end: node.start + 1 })
      return
    }
    case 'UpdateExpression':
      yield replace(
        'update',
        text(node).replaceAll(/\+\+|--/gu, (sign) => (sign === '++' ? '--' : '++')),
      )
      return
    case 'AssignmentExpression': {
      const [sign, right] = [word(node, 'operator'), child(node, 'right')]
      const other = ASSIGN[sign]
      if (other !== undefined && !isText(right))
        yield replace('assignment', other, between(child(node, 'left'), right, sign))
      return
    }
    case 'ExpressionStatement': {
      const expression = child(node, 'expression')
      if (
        expression !== null &&
        !/Literal|Super/u.test(expression.type) &&
        !isForPeople(expression)
      )
        yield replace('statement', ';')
      return
    }
    case 'ReturnStatement': {
      const argument = child(node, 'argument')
      if (argument !== null) yield* returned(argument, replace)
      return
    }
    case 'ArrowFunctionExpression': {
      const body = child(node, 'body')
      if (body !== null && body.type !== 'BlockStatement') yield* returned(body, replace)
      return
    }
    case 'Literal': {
      yield* literal(node, parent, replace)
      return
    }
    case 'ArrayExpression': {
      const elements = children(node, 'elements')
      const [last, before] = [elements.at(-1), elements.at(-2)]
      if (last !== undefined && before !== undefined)
        yield replace('element', '', { start: before.end, end: last.end })
      return
    }
    case 'MemberExpression':
    case 'CallExpression':
      yield* called(node, code, replace)
      return
    default:
  }
}

type Replace = (operator: string, to: string, at?: { start: number; end: number }) => Break

function* returned(value: Node, replace: Replace): Generator<Break> {
  if (value.type === 'Literal' && typeof value['value'] === 'boolean')
    yield replace('return', value['value'] ? 'false' : 'true', value)
  else if (value.type === 'ArrayExpression') {
    if (children(value, 'elements').length > 0) yield replace('return', '[]', value)
  } else if (value.type === 'CallExpression' || value.type === 'Identifier') {
    yield replace('return', 'undefined', value)
  }
}

function* literal(node: Node, parent: Node | null, replace: Replace): Generator<Break> {
  const { value } = node
  if (parent === null || (child(parent, 'key') === node && parent['computed'] !== true)) return
  if (typeof value === 'number' && Number.isInteger(value) && value < CHOSEN) {
    yield replace('constant', String(value + 1))
    if (value > 0) yield replace('constant', String(value - 1))
  }
  if (typeof value === 'boolean') yield replace('constant', value ? 'false' : 'true')
  if (typeof value === 'string' && DECIDING.test(value)) yield replace('text', "''")
}

function* called(node: Node, code: string, replace: Replace): Generator<Break> {
  const object = child(node, node.type === 'CallExpression' ? 'callee' : 'object')
  if (object === null) return
  if (node['optional'] === true) {
    const at = code.indexOf('?.', object.end)
    const next = code[at + 2]
    yield replace('optional', next === '(' || next === '[' ? '' : '.', { start: at, end: at + 2 })
  }
  if (node.type !== 'CallExpression' || object.type !== 'MemberExpression') return
  const [owner, property] = [child(object, 'object'), child(object, 'property')]
  const name = word(property, 'name')
  const other = EXCHANGED[name]
  if (owner === null || property === null) return
  // What stands between the owner and the call goes with it, brackets around the owner stay.
  if (PASSING.test(name)) {
    const start = code.lastIndexOf('.', property.start)
    yield replace('call', '', { start: code[start - 1] === '?' ? start - 1 : start, end: node.end })
  }
  if (other !== undefined) yield replace('call', other, property)
}

function isText(node: Node | null): boolean {
  if (node === null) return false
  if (node.type === 'TemplateLiteral' || typeof node['value'] === 'string') return true
  return (
    node.type === 'BinaryExpression' && [child(node, 'left'), child(node, 'right')].some(isText)
  )
}
