import type { FindingsView } from '../../shared/findings.ts'
import type { ImpactView } from '../../shared/impact.ts'
import { useRevision, useSession, useSessionState } from '../state/context.tsx'
import { useLoaded } from '../state/loaded.ts'
import type { Loaded } from '../state/loaded.ts'

/** What the rules find on both bases; the returned one only where it can differ or is looked at. */
export function useFindings(): { adopted: Loaded<FindingsView>; returned: Loaded<FindingsView> } {
  const { api } = useSession()
  const revision = useRevision()
  const looked = useSessionState((state) => state.basis === 'returned')
  const corrected = useSessionState((state) => (state.overview?.adopted ?? 0) > 0)
  const adopted = useLoaded(`adopted ${revision}`, () => api.findings({ basis: 'adopted' }))
  const returned = useLoaded(looked || corrected ? `returned ${revision}` : null, () =>
    api.findings({ basis: 'returned' }),
  )
  return { adopted, returned: looked || corrected ? returned : adopted }
}

/** What the open findings can move; null until it is known, or when it is not asked for. */
export function useImpact(asked: boolean): ImpactView | null {
  const { api } = useSession()
  const revision = useRevision()
  return useLoaded(asked ? `impact ${revision}` : null, () => api.impact({})).value
}
