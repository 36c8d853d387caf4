import type { Evidence, EvidenceKind } from '../../../shared/evidence.ts'

/** What is written in one kind of place, and the schools that it may mean. */
export interface Piece {
  kind: EvidenceKind
  /** Everything written there; none where the place is empty. */
  texts: string[]
  /** Register id → how the text fits that school. */
  fits: Map<string, Evidence>
}

/** Whether something is written there that no school of the register fits. */
export function isStrange({ texts, fits }: Piece): boolean {
  return texts.length > 0 && fits.size === 0
}

/** Whether a kind of evidence does not stand in the file: what it is called, where it lies, who sent others. */
export function isOutside(kind: EvidenceKind | undefined): boolean {
  return kind !== 'code' && kind !== 'name' && kind !== 'stamp'
}

/** Names and codes as they are compared: width, white space and case do not count. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u3000\u00a0]+/gu, '')
    .toLowerCase()
}
