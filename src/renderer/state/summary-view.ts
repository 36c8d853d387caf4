import { newDraftScreen } from './draft-screen.ts'
import type { DraftScreen } from './draft-screen.ts'

/** What the screen of the summary shows. */
export interface SummaryScreen {
  tab: 'writing' | 'draft'
  check: DraftScreen
  /** The text as it is being written; null when nothing waits to be saved. */
  draft: string | null
  /** The figure walked back: by its place in the text, or any of an indicator. */
  picked: number | { indicator: string } | null
  /** A cell on the way back from that figure. */
  cell: { school: string; item: string } | null
}

export function newSummaryScreen(): SummaryScreen {
  return { tab: 'writing', check: newDraftScreen(), draft: null, picked: null, cell: null }
}
