import type { Remark } from '../../../core/ports.ts'
import { writeWholeAside } from '../../files/aside.ts'
import { Zip } from '../../workbook/package.ts'
import { textSources } from '../docx-text.ts'
import { commentDocx } from './comment-docx.ts'

const AUTHOR = { author: '汇数 Huishu', initials: '汇数' }

/**
 * Writes a copy of a .docx with comments on stretches of its plain text.
 *
 * @param at time of the comments, ISO
 * @returns the remarks for which there is no place in it
 * @throws CallError cannot-write; Unreadable for bytes that are no .docx
 */
export async function writeComments(
  docx: Uint8Array,
  remarks: readonly Remark[],
  at: string,
  target: string,
): Promise<Remark[]> {
  const sources = textSources(new Zip(docx))
  const { bytes, without } = commentDocx(docx, sources, remarks, { ...AUTHOR, at })
  await writeWholeAside(target, bytes)
  return without
}
