import { repacked } from '../../zip/repack.ts'
import { Zip } from '../../workbook/package.ts'
import {
  partNamed,
  relationshipsOf,
  relationshipsPart,
} from '../../workbook/ooxml/relationships.ts'
import type { Relationship } from '../../workbook/ooxml/relationships.ts'
import { Unreadable } from '../../workbook/unreadable.ts'
import type { Remark } from '../../../core/ports.ts'
import type { TextSource } from '../docx-text.ts'
import { anchoring } from './anchors.ts'
import type { Anchor } from './anchors.ts'
import { newCommentsPart, withComments } from './comments-part.ts'
import type { Commenter } from './comments-part.ts'
import { wordNames } from './names.ts'
import { withChild, withLink } from '../../workbook/ooxml/package-links.ts'
import { partText } from './part-text.ts'
import type { PartText } from './part-text.ts'
import { inserting } from './splits.ts'

const CONTENT_TYPES = '[Content_Types].xml'
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
/** Word opens no file with more (MS-OI29500, 2.1.315). */
const MOST_COMMENTS = 32_767

/**
 * A copy of a .docx with comments put in. The main part differs by insertions only; beside it the
 * comments, their relationship and their content type are written, and every other part is copied
 * as it was packed. Comments and tracked changes that it has stay.
 *
 * @param sources where the plain text comes from in the main part, in the order of the text
 * @returns the copy, and the remarks for which there is no place (headers, footers, notes)
 * @throws Unreadable for bytes that are no .docx
 */
export function commentDocx(
  docx: Uint8Array,
  sources: readonly TextSource[],
  remarks: readonly Remark[],
  by: Commenter,
): { bytes: Buffer; without: Remark[] } {
  const zip = new Zip(docx)
  const main = mainPart(zip)
  const document = textOf(zip, main.name)
  if (document === null) throw new Unreadable('damaged', main.name)
  const links = textOf(zip, relationshipsPart(main.name))
  const known = links === null ? [] : relationshipsOf(links.text)
  const own = known.find(({ type }) => type.endsWith('/comments'))
  const existing = own === undefined ? null : textOf(zip, partNamed(main.name, own.target))
  const ids = freshIds([document.text, existing?.text ?? ''])
  const taken = existing === null ? 0 : existing.text.split(/<(?:[^\s:/>]+:)?comment\s/u).length - 1
  const anchors = remarks.slice(0, MOST_COMMENTS - taken).map(({ start, end, text }) => {
    return { start, end, text, id: ids() }
  })
  const { insertions, without } = anchoring(document.text, sources, anchors, ids)
  const none = new Set<Anchor>(without)
  const written = anchors.filter((anchor) => !none.has(anchor))
  const left = remarks.filter((_, index) => {
    const anchor = anchors[index]
    return anchor === undefined || none.has(anchor)
  })
  if (written.length === 0) return { bytes: Buffer.from(docx), without: left }
  const put = new Map([[main.name, document.bytes(inserting(document.text, insertions))]])
  if (own !== undefined && existing !== null) {
    const part = partNamed(main.name, own.target)
    put.set(part, existing.bytes(withComments(existing.text, written, by)))
  } else {
    const names = wordNames(document.text)
    addPart(zip, main, { links, known }, newCommentsPart(names, written, by), put)
  }
  return { bytes: repacked(docx, put), without: left }
}

/** The main part and the kind of relationship by which the package names it. */
function mainPart(zip: Zip): { name: string; type: string } {
  const links = textOf(zip, '_rels/.rels')
  const found = relationshipsOf(links?.text ?? '').find(({ type }) =>
    type.endsWith('/officeDocument'),
  )
  if (found === undefined) throw new Unreadable('damaged', '_rels/.rels')
  return { name: partNamed('', found.target), type: found.type }
}

function textOf(zip: Zip, name: string): PartText | null {
  const part = zip.part(name)
  return part === null ? null : partText(part)
}

/** Ids of annotations that stand nowhere yet. */
function freshIds(texts: readonly string[]): () => number {
  let last = -1
  for (const text of texts) {
    for (const [, id] of text.matchAll(/\s(?:[^\s=:]+:)?id=["'](\d{1,9})["']/gu)) {
      last = Math.max(last, Number(id))
    }
  }
  return () => {
    last += 1
    return last
  }
}

/** Puts a comments part into the package: itself, its relationship, its content type. */
function addPart(
  zip: Zip,
  main: { name: string; type: string },
  { links, known }: { links: PartText | null; known: readonly Relationship[] },
  comments: string,
  put: Map<string, Buffer>,
): void {
  const types = textOf(zip, CONTENT_TYPES)
  if (types === null) throw new Unreadable('damaged', CONTENT_TYPES)
  const target = firstFree((name) => zip.has(partNamed(main.name, name)), 'comments', '.xml')
  const part = partNamed(main.name, target)
  const id = firstFree((name) => known.some((link) => link.id === name), 'rIdHuishu', '')
  const type = main.type.replace(/officeDocument$/u, 'comments')
  const line = withLink(links?.text ?? null, { id, type, target })
  const override = (prefix: string): string =>
    `<${prefix}Override PartName="/${part}" ContentType="${COMMENTS_TYPE}"/>`
  put.set(CONTENT_TYPES, types.bytes(withChild(types.text, override)))
  put.set(relationshipsPart(main.name), links?.bytes(line) ?? Buffer.from(line))
  put.set(part, Buffer.from(comments))
}

function firstFree(taken: (name: string) => boolean, name: string, ending: string): string {
  for (let number = 0; ; number += 1) {
    const tried = `${name}${number === 0 ? '' : String(number)}${ending}`
    if (!taken(tried)) return tried
  }
}
