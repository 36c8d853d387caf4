import type { DraftText } from '../../../shared/draft.ts'
import type { DraftAnalysis } from '../../model/draft/analysis.ts'
import type { Reader } from '../../ports.ts'

/** What follows from a draft's bytes alone: its text, figures, and what they have to do with each other. */
export interface ReadText extends DraftAnalysis {
  draft: DraftText
  /** Whether it came as a .docx. */
  docx: boolean
}

/** Reads a draft. Throws CallError not-a-draft, draft-encrypted, draft-damaged, draft-too-large. */
export async function readText(
  reader: Pick<Reader, 'draft' | 'analysis'>,
  name: string,
  bytes: Uint8Array,
): Promise<ReadText> {
  const draft = await reader.draft(bytes, name)
  const analysis = await reader.analysis(draft.text, name)
  return { draft, ...analysis, docx: bytes[0] === 0x50 && bytes[1] === 0x4b }
}
