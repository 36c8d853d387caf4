import type { IndicatorFault } from '../../shared/consolidate.ts'
import { ReferenceFault } from '../rules/compile.ts'
import type { Indicator } from './indicator.ts'
import { leavesOf } from './leaves.ts'
import { compile } from './over-schools.ts'
import type { Terms } from './over-schools.ts'

/** Everything that is wrong with an indicator's expressions, with the place; nothing when it runs. */
export function faultsOf(indicator: Indicator, terms: Terms): IndicatorFault[] {
  const faults: IndicatorFault[] = []
  for (const side of ['numerator', 'denominator'] as const) {
    const whole = indicator[side]
    for (const [part, leaf] of whole === null ? [] : leavesOf(whole).entries()) {
      const fields = {
        expr: 'expr' in leaf ? leaf.expr : null,
        where: 'where' in leaf ? leaf.where : null,
        weight: 'weight' in leaf ? leaf.weight : null,
      }
      for (const field of ['expr', 'where', 'weight'] as const) {
        const text = fields[field]
        const fault = text === null ? null : faultIn(text, terms)
        if (fault !== null) faults.push({ side, part, field, ...fault })
      }
    }
  }
  return faults
}

function faultIn(
  text: string,
  terms: Terms,
): Omit<IndicatorFault, 'side' | 'part' | 'field'> | null {
  try {
    compile(text, terms)
    return null
  } catch (error) {
    if (!(error instanceof ReferenceFault)) throw error
    return { ...error.fault }
  }
}
