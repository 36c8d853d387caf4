import type { CellChange } from '../../shared/corrections.ts'

/** Why one of the pasted or typed values cannot be taken; kept so that it can be said, never dropped. */
export interface Refused {
  /** School's name and item's address, for the sentence. */
  where: string
  value: string
  why: 'not-number' | 'not-asked' | 'total-row' | 'outside' | 'missing-return'
}

/** Changes that wait for a reason, with the place on the screen they came from. */
export interface ChangeRequest {
  changes: CellChange[]
  refused: Refused[]
  /** Of a single change: where, and the value before, for the sentence. */
  only: { where: string; from: string } | null
  /** Where the little form is to stand, in page pixels. */
  at: { x: number; y: number }
  how: 'type' | 'paste' | 'fill' | 'clear' | 'restore'
}
