import type { Finding } from '../../shared/findings.ts'
import type { FindingStand } from '../state/check-view.ts'

/** Where a finding stands, as the chips part them: what was asked is parted by whether it was answered. */
export function standOf({ state, answer }: Pick<Finding, 'state' | 'answer'>): FindingStand {
  return state === 'asked' && answer !== undefined ? 'answered' : state
}

/** In the order of the work. */
export const STANDS: readonly FindingStand[] = [
  'open',
  'asked',
  'answered',
  'explained',
  'corrected',
  'withdrawn',
]
