import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { declaredEncoding } from '../../workbook/declared-encoding.ts'
import { decodeXml } from '../../workbook/ooxml/xml.ts'
import { Unreadable } from '../../workbook/unreadable.ts'

/** A part as text, and the way back to bytes of the same encoding. */
export interface PartText {
  text: string
  /** Bytes of a text in the part's encoding, with its byte order mark where it had one. */
  bytes: (text: string) => Buffer
}

/** Throws Unreadable damaged where the way back would not give the same bytes. */
export function partText(part: Buffer): PartText {
  const text = decodeXml(part)
  const encoding = declaredEncoding(part) ?? 'utf-8'
  const plain = encoding === 'utf-8' && isUtf8(part)
  const encode = (said: string): Buffer =>
    plain ? Buffer.from(said, 'utf8') : iconv.encode(said, encoding, { addBOM: false })
  const mark = markOf(part)
  const bytes = (said: string): Buffer => Buffer.concat([mark, encode(said)])
  if (!bytes(text).equals(part)) throw new Unreadable('damaged', `XML ${encoding}`)
  return { text, bytes }
}

function markOf(part: Buffer): Buffer {
  const [a, b, c] = part
  if (a === 0xef && b === 0xbb && c === 0xbf) return part.subarray(0, 3)
  const utf16 = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)
  return part.subarray(0, utf16 ? 2 : 0)
}
