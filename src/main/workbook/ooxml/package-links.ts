import { Unreadable } from '../unreadable.ts'
import type { Relationship } from './relationships.ts'

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A .rels part with one line more; `xml` null for a part that had none. */
export function withLink(
  xml: string | null,
  { id, type, target }: Pick<Relationship, 'id' | 'type' | 'target'>,
): string {
  const line = (prefix: string): string =>
    `<${prefix}Relationship Id="${id}" Type="${type}" Target="${target}"/>`
  if (xml === null) {
    const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return `${head}<Relationships xmlns="${RELATIONSHIPS}">${line('')}</Relationships>`
  }
  return withChild(xml, line)
}

/** A part with a child put behind the last one of its root. Throws Unreadable damaged where none ends. */
export function withChild(xml: string, child: (prefix: string) => string): string {
  const closing = /<\/([^\s:/>]+:)?[^\s:/>]+\s*>\s*$/u.exec(xml)
  if (closing !== null) {
    const { index, 1: prefix = '' } = closing
    return xml.slice(0, index) + child(prefix) + xml.slice(index)
  }
  const alone = /<([^\s:/>]+:)?([^\s:/>]+)([^<>]*)\/>\s*$/u.exec(xml)
  if (alone === null) throw new Unreadable('damaged', 'XML')
  const [, prefix = '', name = '', attributes = ''] = alone
  const whole = `<${prefix}${name}${attributes}>${child(prefix)}</${prefix}${name}>`
  return xml.slice(0, alone.index) + whole
}
