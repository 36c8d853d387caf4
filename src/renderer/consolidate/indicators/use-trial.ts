import type { IndicatorDraft, IndicatorRow } from '../../../shared/consolidate.ts'
import { useDeskState } from '../../state/context.tsx'
import { useCall } from '../../state/use-call.ts'
import { useSettled } from '../../ui/use-settled.ts'
import { isComplete } from './new-draft.ts'

/** Pause after the last key before the program is asked. */
const PAUSE_MS = 250

/** What a draft comes to; null while it is not known. */
export function useTrial(draft: IndicatorDraft): IndicatorRow | null {
  const basis = useDeskState((state) => state.basis)
  const settled = useSettled(draft, PAUSE_MS)
  const trial = useCall('tryIndicator', isComplete(settled) ? { draft: settled, basis } : null)
  return settled === draft && !trial.error ? trial.value : null
}
