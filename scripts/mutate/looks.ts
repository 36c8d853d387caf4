import { child, word } from './syntax.ts'
import type { Node } from './syntax.ts'

/** Where workbooks and documents are written for people; what reads them is never meant. */
const WRITERS =
  /^src\/main\/(?:workbook\/(?:consolidated\/|queries\/(?!marks)|lists\.ts|made-form\.ts)|document\/)/u
/** How a cell, row, column or page looks; how a number is shown (numFmt) is none of it. */
const LOOKS =
  /^(?:font|alignment|border|fill|width|widths|height|pageSetup|views|defaultRowHeight|showGridLines)$/u
const LOOK_TYPES = /^(?:Border|Fill|Font|Alignment)$/u
const LOOK_NAMES = /(?:^|_)(?:WIDTHS?|HEIGHTS?)$/u

/**
 * Whether a node says only how something written looks: fonts, borders, colours, widths and heights,
 * as a named part, a part that is set, or a constant of such a type or name.
 */
export function isLook(path: string, node: Node): boolean {
  if (!WRITERS.test(path)) return false
  switch (node.type) {
    case 'Property':
      return LOOKS.test(word(child(node, 'key'), 'name'))
    case 'ExpressionStatement': {
      const set = child(node, 'expression')
      const left = set?.type === 'AssignmentExpression' ? child(set, 'left') : null
      return left !== null && LOOKS.test(word(child(left, 'property'), 'name'))
    }
    case 'VariableDeclarator': {
      const id = child(node, 'id')
      return LOOK_NAMES.test(word(id, 'name')) || LOOK_TYPES.test(typeOf(id))
    }
    default:
      return false
  }
}

/** The name of the type that is written behind a name; of what a Partial is of. */
function typeOf(id: Node | null): string {
  const type = id === null ? null : child(id, 'typeAnnotation')
  const said = type === null ? null : child(type, 'typeAnnotation')
  if (said === null) return ''
  const name = word(child(said, 'typeName'), 'name')
  if (name !== 'Partial') return name
  const given = child(said, 'typeArguments')
  const [inner] = given === null ? [] : (given['params'] as Node[])
  return inner === undefined ? '' : word(child(inner, 'typeName'), 'name')
}
