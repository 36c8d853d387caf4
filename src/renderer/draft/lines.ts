import type { DraftDoubt, DraftView } from '../../shared/draft-desk.ts'
import { FIGURE_STATES } from '../../shared/draft-desk.ts'
import type { DraftFilter } from '../state/draft-screen.ts'

/** A line of the list beside the draft: a doubt at its figure, or a figure. */
export interface ListLine {
  key: string
  figure: number
  doubt: DraftDoubt | null
}

/** The lines that a filter shows; as many as its count says. */
export function linesFor(view: DraftView, filter: DraftFilter): ListLine[] {
  if (filter === 'doubtful' || filter === 'ignored') {
    return view.doubts
      .filter(({ ignored }) => (ignored !== null) === (filter === 'ignored'))
      .map((doubt) => ({ key: doubt.key, figure: doubt.figure, doubt }))
  }
  return view.states.flatMap((state, figure) =>
    state === filter ? [{ key: String(figure), figure, doubt: null }] : [],
  )
}

/** How many lines each filter shows. */
export function countsOf(view: DraftView): Record<DraftFilter, number> {
  const counts = { doubtful: 0, ignored: 0, tied: 0, sound: 0, free: 0 }
  for (const filter of FIGURE_STATES) counts[filter] = linesFor(view, filter).length
  return counts
}

/**
 * The doubt after (or before) a place in the list; past the end it begins again. Null where there is
 * none.
 *
 * @param figure the figure looked at; null: none yet
 */
export function nextDoubt(
  lines: readonly ListLine[],
  figure: number | null,
  way: 1 | -1,
): ListLine | null {
  if (lines.length === 0) return null
  const after =
    way === 1
      ? lines.find((line) => figure === null || line.figure > figure)
      : lines.findLast((line) => figure === null || line.figure < figure)
  return after ?? lines.at(way === 1 ? 0 : -1) ?? null
}
