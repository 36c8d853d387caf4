import { useEffect, useState } from 'react'
import type { IndicatorDraft, IndicatorRow } from '../../../shared/consolidate.ts'
import { useRevision, useSession, useSessionState } from '../../state/context.tsx'
import { isComplete } from './new-draft.ts'

/** Pause after the last key before the program is asked. */
const PAUSE_MS = 250

/** What a draft comes to; null while it is not known. */
export function useTrial(draft: IndicatorDraft): IndicatorRow | null {
  const { api } = useSession()
  const basis = useSessionState((state) => state.basis)
  const revision = useRevision()
  const [trial, setTrial] = useState<{ key: string; row: IndicatorRow } | null>(null)
  const key = JSON.stringify({ draft, basis, revision })
  useEffect(() => {
    if (!isComplete(draft)) return undefined
    const timer = setTimeout(() => {
      void api
        .tryIndicator({ draft, basis })
        .then((row) => setTrial({ key, row }))
        .catch(() => setTrial(null))
    }, PAUSE_MS)
    return () => clearTimeout(timer)
    // `key` says all that the answer depends on.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key])
  return trial?.key === key ? trial.row : null
}
