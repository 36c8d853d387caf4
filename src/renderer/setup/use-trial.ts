import type { RuleText, RuleTrial } from '../../shared/rules.ts'
import { useCall } from '../state/use-call.ts'
import type { Loaded } from '../state/use-call.ts'
import { useSettled } from '../ui/use-settled.ts'

/** Typing is not tried letter by letter: this long after the last one. */
const PAUSE_MS = 250

/** How a rule as typed would fare; follows the typing after a short pause. */
export function useTrial(rule: RuleText, replaces: string | null): Loaded<RuleTrial> {
  const settled = useSettled(rule, PAUSE_MS)
  // Title, id and source change nothing about where it fires.
  const asked = { ...settled, id: '', title: '', source: '' }
  return useCall('tryRule', settled.check.trim() === '' ? null : { rule: asked, replaces }, {
    keep: ['rule'],
  })
}
