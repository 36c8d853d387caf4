import { below, child, treeOf } from './syntax.ts'
import type { Node } from './syntax.ts'

/** A place in a file that is to say when it is reached. */
export interface Place {
  path: string
  seen: number
}

/**
 * The code with a word at the head of the innermost block around each place (or around the
 * expression that an arrow gives back, or that is worked out only at times; at the end of the file for what runs when it is loaded) that
 * writes the place's number, and the test file it is reached for, to a file the first time that this
 * happens in a thread. Threads and programs
 * that a test starts write there too, so that what only they run is known as well.
 *
 * @param starts number of a place → its offset in the code
 * @param log the file that the numbers are written to, a line each
 */
export function probed(
  path: string,
  code: string,
  starts: ReadonlyMap<number, number>,
  log: string,
): string {
  const tree = treeOf(path, code)
  if (tree === null) throw new Error(`${path}: does not parse`)
  const numbers = new Map<Node, number[]>()
  for (const [number, start] of starts) {
    const around = innermost(tree, start)
    numbers.set(around, [...(numbers.get(around) ?? []), number])
  }
  const inserts: { at: number; text: string }[] = []
  for (const [node, held] of numbers) {
    const word = `__reached(${JSON.stringify(held)})`
    if (node === tree) inserts.push({ at: code.length, text: `\n;${word};\n` })
    else if (node.type === 'BlockStatement')
      inserts.push({ at: node.start + 1, text: ` ${word}; ` })
    else inserts.push({ at: node.start, text: `(${word}, ` }, { at: node.end, text: ')' })
  }
  const told = inserts
    .toSorted((a, b) => b.at - a.at)
    .reduce((text, { at, text: put }) => text.slice(0, at) + put + text.slice(at), code)
  return `${told}\n${teller(log)}`
}

/** A function declaration: it is there whatever of the file is called first. */
function teller(log: string): string {
  return `
function __reached(numbers) {
  const told = (globalThis.__told ??= new Set())
  const fresh = numbers.filter((number) => !told.has(number))
  if (fresh.length === 0) return
  for (const number of fresh) told.add(number)
  const lines = fresh.map((number) => number + '\\t' + (process.env['HUISHU_MUTATE_TEST'] ?? '') + '\\n')
  process.getBuiltinModule('node:fs').appendFileSync(${JSON.stringify(log)}, lines.join(''))
}
`
}

function innermost(tree: Node, start: number): Node {
  let found = tree
  const walk = (node: Node): void => {
    for (const inner of below(node)) {
      if (start < inner.start || start >= inner.end) continue
      if (inner.type === 'BlockStatement' || isMaybe(node, inner)) found = inner
      walk(inner)
    }
  }
  walk(tree)
  return found
}

/** Where an expression need not be worked out whenever what it stands in is. */
const MAYBE: Record<string, readonly string[]> = {
  ArrowFunctionExpression: ['body'],
  ConditionalExpression: ['consequent', 'alternate'],
  LogicalExpression: ['right'],
  AssignmentPattern: ['right'],
}

function isMaybe(node: Node, inner: Node): boolean {
  return (MAYBE[node.type] ?? []).some((key) => child(node, key) === inner)
}

/** Whether a place is worked out when its file is read, and not by a call. */
export function isOfTheFile(path: string, code: string, seen: number): boolean {
  const tree = treeOf(path, code)
  return tree !== null && innermost(tree, seen) === tree
}
