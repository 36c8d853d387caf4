import { parseSync } from 'vite'

/** A node of the syntax tree; places are offsets into the code. */
export interface Node {
  type: string
  start: number
  end: number
  [key: string]: unknown
}

/** The tree of a TypeScript file; null when it does not parse. */
export function treeOf(path: string, code: string): Node | null {
  const { program, errors } = parseSync(path, code)
  const tree: unknown = program
  return errors.length === 0 && isNode(tree) ? tree : null
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

/** The nodes right below a node, in the order of the code. */
export function below(node: Node): Node[] {
  return Object.values(node)
    .flatMap((value: unknown): unknown[] => (Array.isArray(value) ? value : [value]))
    .filter(isNode)
}

/** The node in a place of another; null where there is none. */
export function child(node: Node, key: string): Node | null {
  const value = node[key]
  return isNode(value) ? value : null
}

/** The nodes of a list in a node. */
export function children(node: Node, key: string): Node[] {
  const value: unknown = node[key]
  return Array.isArray(value) ? value.filter(isNode) : []
}

/** A text in a node (a name, an operator); "" where there is none. */
export function word(node: Node | null, key: string): string {
  const value = node?.[key]
  return typeof value === 'string' ? value : ''
}
