import type { DraftText } from '../../shared/draft.ts'
import { codePoints } from '../../shared/code-points.ts'
import { CallError } from '../../shared/result.ts'
import { CompoundFile } from '../workbook/compound-file.ts'
import { LIMITS } from '../workbook/limits.ts'
import { megabytes } from '../workbook/megabytes.ts'
import { Zip } from '../workbook/package.ts'
import { otherThanText } from '../workbook/sniff.ts'
import { textOf } from '../workbook/text-bytes.ts'
import { Unreadable } from '../workbook/unreadable.ts'
import { docxText } from './docx-text.ts'

/** Longest text that is checked, in code points: more than a thousand pages. */
const LONGEST = 1_000_000

/**
 * The plain text of a draft: .docx by its content, everything else as text in UTF-8, UTF-16 or
 * GB18030. Line ends and everything else stay as they are, so that offsets count in the file; a
 * byte order mark is no part of the text.
 *
 * @param name only for what is said of it
 * @throws CallError draft-unreadable with what is the matter
 */
export function readDraft(bytes: Uint8Array, name: string): DraftText {
  try {
    const draft = read(bytes)
    const length = draft.pieces.at(-1)?.end ?? 0
    if (length > LONGEST) throw new Unreadable('too-large', `${String(length)} characters`)
    return draft
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const detail = error.detail === '' ? error.code : error.detail
    throw new CallError(refusal(error.code), { path: name, detail })
  }
}

function refusal(
  code: Unreadable['code'],
): 'draft-encrypted' | 'draft-damaged' | 'draft-too-large' | 'not-a-draft' {
  switch (code) {
    case 'encrypted':
      return 'draft-encrypted'
    case 'damaged':
      return 'draft-damaged'
    case 'too-large':
      return 'draft-too-large'
    case 'empty-file':
    case 'lock-file':
    case 'not-a-workbook':
      return 'not-a-draft'
  }
}

function read(bytes: Uint8Array): DraftText {
  if (bytes.length > LIMITS.fileBytes) throw new Unreadable('too-large', megabytes(bytes.length))
  const other = otherThanText(bytes)
  if (other !== null) throw new Unreadable('not-a-workbook', other)
  if (startsWith(bytes, [0x50, 0x4b])) return docxText(new Zip(bytes))
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw compound(bytes)
  const text = textOf(bytes)
  if (text === null) throw new Unreadable('not-a-workbook', '?')
  return wholeText(text)
}

/** An old Word document, or one under a password. */
function compound(bytes: Uint8Array): Unreadable {
  const streams = new CompoundFile(bytes).names()
  const locked = [...streams].some(
    (name) => name === 'encryptedpackage' || name === 'encryptioninfo',
  )
  return locked ? new Unreadable('encrypted') : new Unreadable('not-a-workbook', '.doc')
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}

function wholeText(text: string): DraftText {
  const end = codePoints(text).length
  return { text, pieces: end === 0 ? [] : [{ start: 0, end, place: 'body' }] }
}
