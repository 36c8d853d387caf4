import type { Mention } from '../text/mention.ts'
import { inSegment } from '../text/stretches.ts'
import type { Levels } from './change-readings.ts'
import { listsHolding } from '../lists/lists.ts'

/** Other levels that a change behind `level` may be of. */
export interface OtherLevels {
  readonly levels: readonly Levels[]
  /** Whether they are as likely as the level itself. */
  readonly likely: boolean
}

/**
 * A change that follows a list of parts may be of their total (“186人，其中理科158人、文科28人，比上年增加
 * 42人”), one that follows several figures may be of all of them.
 */
export function otherLevels(level: Mention, mentions: readonly Mention[]): OtherLevels {
  const lists = listsHolding(mentions, level).filter(
    ({ parts }) => parts[0]?.segment === level.segment,
  )
  const totals = lists.flatMap((list) =>
    list.totals.filter((total) => total.role === level.role && sameUnit(total, level)),
  )
  const opens = lists.some(({ parts }) => parts[0] === level)
  const runs = opens ? [] : runsBefore(level, mentions)
  return {
    levels: [...totals.map((total) => [total]), ...runs],
    likely: runs.length > 0 || (totals.length > 0 && !opens),
  }
}

/** The level with one, two … figures of its unit right before it in its segment. */
function runsBefore(level: Mention, mentions: readonly Mention[]): Levels[] {
  const runs: Mention[][] = []
  let run = [level]
  for (const one of inSegment(mentions, level.segment).toReversed()) {
    if (one.index >= level.index) continue
    if (one.role !== level.role || !sameUnit(one, level)) break
    run = [one, ...run]
    runs.push(run)
  }
  return runs
}

function sameUnit(a: Mention, b: Mention): boolean {
  return a.figure.unit === b.figure.unit
}
