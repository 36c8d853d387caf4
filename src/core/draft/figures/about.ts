import type { About, Figure } from '../figure.ts'
import type { Context } from './context.ts'

/** What a figure is about, by the words before it and what the figure before was about. */
export function aboutOf(_context: Context, _last: Figure | null): About {
  return { measure: '', group: [], period: null, cue: null }
}
