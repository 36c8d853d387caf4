import { allReported } from '../../shared/coverage.ts'
import type { Overview } from '../../shared/overview.ts'

export interface NextThing {
  what:
    | 'unread'
    | 'held'
    | 'claim'
    | 'rejected'
    | 'queried'
    | 'unreadable'
    | 'receive'
    | 'missing'
    | 'checking'
    | 'faults'
    | 'settle'
    | 'export'
  count: number
}

/**
 * What to do now: what was given and not read, what came in and waits for a decision first, then what has not come in, then
 * what the checks found, and when nothing is left the export.
 */
export function nextThing(
  overview: Pick<
    Overview,
    'held' | 'unclaimed' | 'states' | 'unreadable' | 'unread' | 'findings' | 'faults' | 'coverage'
  >,
): NextThing {
  const { states } = overview
  if (overview.unread > 0) return { what: 'unread', count: overview.unread }
  if (overview.held > 0) return { what: 'held', count: overview.held }
  if (overview.unclaimed > 0) return { what: 'claim', count: overview.unclaimed }
  if (states.rejected > 0) return { what: 'rejected', count: states.rejected }
  if (states.queried > 0) return { what: 'queried', count: states.queried }
  if (overview.unreadable > 0) return { what: 'unreadable', count: overview.unreadable }
  if (allReported(overview.coverage) === 0) return { what: 'receive', count: 0 }
  if (states.missing > 0) return { what: 'missing', count: states.missing }
  const { faults, findings } = overview
  // Not known is not nothing.
  if (faults === null || findings === null) return { what: 'checking', count: 0 }
  if (faults > 0) return { what: 'faults', count: faults }
  const open = findings.error + findings.query
  if (open > 0) return { what: 'settle', count: open }
  return { what: 'export', count: 0 }
}
