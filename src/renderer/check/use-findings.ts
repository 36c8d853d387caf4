import type { Finding, FindingList } from '../../shared/findings.ts'
import { findingKey } from '../../shared/finding-key.ts'
import type { FindingRef } from '../../shared/queries.ts'
import type { ImpactView } from '../../shared/impact.ts'
import { useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import type { Loaded } from '../state/use-call.ts'

/**
 * What the rules find: on the adopted figures, with what corrections have settled, and on the returned
 * ones only while they are looked at.
 */
export function useFindings(): { adopted: Loaded<FindingList>; shown: Loaded<FindingList> } {
  const looked = useDeskState((state) => state.basis === 'returned')
  const adopted = useCall('findingList', { basis: 'adopted' })
  const returned = useCall('findingList', looked ? { basis: 'returned' } : null)
  return { adopted, shown: looked ? returned : adopted }
}

/**
 * A finding with its cells; null until it is known.
 *
 * @param at which one, and of what school the next one will be, which is asked for ahead
 */
export function useFinding(at: {
  picked: FindingRef | null
  next: string | null
}): Loaded<Finding> {
  const basis = useDeskState((state) => state.basis)
  const { picked, next } = at
  const own = useCall('schoolFindings', picked && { school: picked.school, basis })
  useCall('schoolFindings', next === null ? null : { school: next, basis })
  const key = picked && findingKey(picked)
  return { ...own, value: own.value?.find((one) => findingKey(one) === key) ?? null }
}

/** What the open findings can move; null until it is known, or when it is not asked for. */
export function useImpact(asked: boolean): ImpactView | null {
  return useCall('impact', asked ? {} : null).value
}
