import type { FindingsView } from '../../shared/findings.ts'
import type { ImpactView } from '../../shared/impact.ts'
import { useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import type { Loaded } from '../state/use-call.ts'

/**
 * What the rules find: on the adopted figures, with what corrections have settled, and on the returned
 * ones only while they are looked at.
 */
export function useFindings(): { adopted: Loaded<FindingsView>; shown: Loaded<FindingsView> } {
  const looked = useDeskState((state) => state.basis === 'returned')
  const adopted = useCall('findings', { basis: 'adopted' })
  const returned = useCall('findings', looked ? { basis: 'returned' } : null)
  return { adopted, shown: looked ? returned : adopted }
}

/** What the open findings can move; null until it is known, or when it is not asked for. */
export function useImpact(asked: boolean): ImpactView | null {
  return useCall('impact', asked ? {} : null).value
}
