import type { FindingsView } from '../../shared/findings.ts'
import type { ImpactView } from '../../shared/impact.ts'
import { useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import type { Loaded } from '../state/use-call.ts'

/** What the rules find on both bases; the returned one only where it can differ or is looked at. */
export function useFindings(): { adopted: Loaded<FindingsView>; returned: Loaded<FindingsView> } {
  const looked = useDeskState((state) => state.basis === 'returned')
  const corrected = useDeskState((state) => (state.overview?.adopted ?? 0) > 0)
  const adopted = useCall('findings', { basis: 'adopted' })
  const returned = useCall('findings', looked || corrected ? { basis: 'returned' } : null)
  return { adopted, returned: looked || corrected ? returned : adopted }
}

/** What the open findings can move; null until it is known, or when it is not asked for. */
export function useImpact(asked: boolean): ImpactView | null {
  return useCall('impact', asked ? {} : null).value
}
