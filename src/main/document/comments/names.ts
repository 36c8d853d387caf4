import { Unreadable } from '../../workbook/unreadable.ts'
import { XmlWalk } from '../../workbook/ooxml/xml.ts'

/** How a part writes the names of WordprocessingML: programs differ in the prefix, editions in the namespace. */
export interface WordNames {
  /** Of elements, with its colon; "" where the namespace is the default one. */
  prefix: string
  namespace: string
  /** Of attributes, with its colon, and what declares it where the part does not. */
  attribute: string
  declaration: string
}

/** The names as a part's root element declares them. Throws Unreadable damaged. */
export function wordNames(xml: string): WordNames {
  const walk = new XmlWalk(xml)
  walk.next()
  const root = xml.slice(walk.start, walk.position)
  const prefix = /^<([^\s:/>]+:)?/u.exec(root)?.[1] ?? ''
  const declared = [...root.matchAll(/\sxmlns(?::([^\s=]+))?\s*=\s*(["'])([^"']*)\2/gu)]
  const namespace = declared.find(([, own = '']) => own === prefix.slice(0, -1))?.[3]
  if (namespace === undefined) throw new Unreadable('damaged', 'XML namespace')
  // An attribute is in no namespace unless it has a prefix.
  const bound = declared.find(([, own, , name]) => own !== undefined && name === namespace)?.[1]
  const declaration = bound === undefined ? `xmlns:w="${namespace}" ` : ''
  return { prefix, namespace, attribute: `${bound ?? 'w'}:`, declaration }
}

/** The attribute that holds an annotation's id. */
export function idAttribute({ attribute, declaration }: WordNames, id: number): string {
  return `${declaration}${attribute}id="${String(id)}"`
}
