import { Unreadable } from '../../workbook/unreadable.ts'
import { XmlWalk } from '../../workbook/ooxml/xml.ts'

/** A line of a part's relationships (ECMA-376 Part 2, 9). */
export interface Link {
  id: string
  type: string
  target: string
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The relationships of a .rels part. Throws Unreadable damaged. */
export function linksOf(xml: string): Link[] {
  const walk = new XmlWalk(xml)
  const links: Link[] = []
  while (walk.next()) {
    if (!walk.opens || walk.name !== 'Relationship') continue
    links.push({
      id: walk.attribute('Id') ?? '',
      type: walk.attribute('Type') ?? '',
      target: walk.attribute('Target') ?? '',
    })
  }
  return links
}

/** The name of the part that a part's relationship names, without a leading "/". */
export function partNamed(from: string, target: string): string {
  const base = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') base.pop()
    else if (step !== '' && step !== '.') base.push(step)
  }
  return base.join('/')
}

/** The name of a part's relationships. */
export function linksPart(part: string): string {
  const at = part.lastIndexOf('/') + 1
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`
}

/** A .rels part with one line more; `xml` null for a part that had none. */
export function withLink(xml: string | null, { id, type, target }: Link): string {
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
