import { idAttribute, wordNames } from './names.ts'
import type { WordNames } from './names.ts'
import { withChild } from '../../workbook/ooxml/package-links.ts'

/** A comment as it is written. */
export interface WrittenComment {
  id: number
  /** Line breaks part its paragraphs. */
  text: string
}

/** Who comments, and when (ISO). */
export interface Commenter {
  author: string
  initials: string
  at: string
}

/** A new comments part in the namespace of the document. */
export function newCommentsPart(
  { namespace }: WordNames,
  comments: readonly WrittenComment[],
  by: Commenter,
): string {
  const names = { prefix: 'w:', namespace, attribute: 'w:', declaration: '' }
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  const written = comments.map((one) => commentOf(names, one, by)).join('')
  return `${head}<w:comments xmlns:w="${namespace}">${written}</w:comments>`
}

/** A comments part with comments put behind those that it has. Throws Unreadable damaged. */
export function withComments(
  xml: string,
  comments: readonly WrittenComment[],
  by: Commenter,
): string {
  const names = wordNames(xml)
  return withChild(xml, () => comments.map((one) => commentOf(names, one, by)).join(''))
}

function commentOf(
  names: WordNames,
  comment: WrittenComment,
  { author, initials, at }: Commenter,
): string {
  const { prefix, attribute } = names
  const own = idAttribute(names, comment.id)
  const said = `${attribute}author="${escaped(author)}" ${attribute}initials="${escaped(initials)}"`
  const date = `${attribute}date="${at.replace(/\.\d+/u, '')}"`
  const paragraphs = comment.text.split('\n').map((line, index) => {
    const mark = index === 0 ? `<${prefix}r><${prefix}annotationRef/></${prefix}r>` : ''
    const text = `<${prefix}t xml:space="preserve">${escaped(line)}</${prefix}t>`
    return `<${prefix}p>${mark}<${prefix}r>${text}</${prefix}r></${prefix}p>`
  })
  return `<${prefix}comment ${own} ${said} ${date}>${paragraphs.join('')}</${prefix}comment>`
}

/** XML has no place for control characters and halves of characters. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
