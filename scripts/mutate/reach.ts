import { below, child, treeOf } from './syntax.ts'
import type { Node } from './syntax.ts'

/** A place in a file that is to say when it is reached. */
export interface Place {
  path: string
  start: number
}

/**
 * The code with a word at the head of the innermost block around each place (or around the
 * expression that an arrow gives back; at the end of the file for what runs when it is loaded) that
 * writes the place's number to a file the first time it is reached in a thread. Threads and programs
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
  for (const number of fresh) told.add(number)
  if (fresh.length > 0)
    process.getBuiltinModule('node:fs').appendFileSync(${JSON.stringify(log)}, fresh.join('\\n') + '\\n')
}
`
}

function innermost(tree: Node, start: number): Node {
  let found = tree
  const walk = (node: Node): void => {
    for (const inner of below(node)) {
      if (start < inner.start || start >= inner.end) continue
      const isBody =
        inner.type === 'BlockStatement' ||
        (node.type === 'ArrowFunctionExpression' && child(node, 'body') === inner)
      if (isBody) found = inner
      walk(inner)
    }
  }
  walk(tree)
  return found
}
