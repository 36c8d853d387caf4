import type { Reason, ReasonCode } from '../../shared/model.ts'

/** Of how many rows each kind of thing is said, the most frequent first. */
export function reasonCounts(
  rows: readonly { reasons: readonly Reason[] }[],
): [ReasonCode, number][] {
  const counts = new Map<ReasonCode, number>()
  for (const { reasons } of rows)
    for (const code of new Set(reasons.map((reason) => reason.code)))
      counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])
}
