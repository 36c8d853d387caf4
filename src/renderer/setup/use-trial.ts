import { useEffect, useState } from 'react'
import type { RuleText, RuleTrial } from '../../shared/rules.ts'
import { useRevision, useSession } from '../state/context.tsx'
import { useLoaded } from '../state/loaded.ts'
import type { Loaded } from '../state/loaded.ts'

/** Typing is not tried letter by letter: this long after the last one. */
const PAUSE_MS = 250

/** How a rule as typed would fare; follows the typing after a short pause. */
export function useTrial(rule: RuleText, replaces: string | null): Loaded<RuleTrial> {
  const { api } = useSession()
  const revision = useRevision()
  const [settled, setSettled] = useState(rule)
  useEffect(() => {
    const later = setTimeout(() => setSettled(rule), PAUSE_MS)
    return () => clearTimeout(later)
  }, [rule])
  const { check, when, tolerance } = settled
  // Title, id and source change nothing about where it fires.
  const key =
    check.trim() === '' ? null : JSON.stringify([check, when, tolerance, replaces, revision])
  return useLoaded(key, () => api.tryRule({ rule: settled, replaces }), replaces ?? '')
}
