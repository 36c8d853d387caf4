/** What the screen of the summary shows. */
export interface SummaryScreen {
  tab: 'text' | 'snapshots'
  /** The text as it is being written; null when nothing waits to be saved. */
  draft: string | null
  /** Index of the figure walked back. */
  picked: number | null
}

export function newSummaryScreen(): SummaryScreen {
  return { tab: 'text', draft: null, picked: null }
}
