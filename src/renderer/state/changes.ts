import type { CellChange } from '../../shared/corrections.ts'

/** Why one of the pasted or typed values cannot be taken; kept so that it can be said, never dropped. */
export interface Refused {
  /** School's name and item's address, for the sentence. */
  where: string
  value: string
  why:
    | 'not-number'
    | 'not-asked'
    | 'total-row'
    | 'outside'
    | 'missing-return'
    | 'no-school'
    | 'sum-line'
    | 'printed'
    | 'other-label'
}

/** A change with what a person is told of it. */
export interface ShownChange extends CellChange {
  /** School's name. */
  name: string
  /** What stands there now, as copying would give it. */
  from: string
}

/** Edits that wait for their reason, oldest first; no two of one cell. Nothing counts them yet. */
export type PendingEdits = readonly ShownChange[]

/** Changes that wait for a reason, with the place on the screen they came from. */
export interface ChangeRequest {
  changes: ShownChange[]
  refused: Refused[]
  /** How the figures found their schools, where that was not by place alone; '' where it was. */
  note: string
  /** Where the little form is to stand, in page pixels. */
  at: { x: number; y: number }
  how: 'type' | 'paste' | 'fill' | 'clear' | 'restore' | 'replace'
}
