import type { FigureState } from '../../shared/draft-desk.ts'

/** What the list beside the draft shows: doubts, or figures that stand so. */
export type DraftFilter = FigureState

/** What 核对初稿 shows. */
export interface DraftScreen {
  /** The version looked at; null: the latest. */
  entry: number | null
  filter: DraftFilter
  /** Index of the figure looked at. */
  picked: number | null
  /** A cell on the way back from that figure. */
  cell: { school: string; item: string } | null
  /** The version that this one is held against; null: none. */
  against: number | null
  /** Text is being pasted. */
  pasting: boolean
}

export function newDraftScreen(): DraftScreen {
  return {
    entry: null,
    filter: 'doubtful',
    picked: null,
    cell: null,
    against: null,
    pasting: false,
  }
}
