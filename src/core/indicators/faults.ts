import type { IndicatorFault } from '../../shared/consolidate.ts'
import { ReferenceFault } from '../rules/compile.ts'
import { itemsRead } from './items-read.ts'
import type { ReadItem } from './items-read.ts'
import type { Indicator } from './indicator.ts'
import { leavesOf } from './leaves.ts'
import { compile } from './over-schools.ts'
import type { Terms } from './over-schools.ts'
import type { Year } from './year.ts'

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

/**
 * The first item that an indicator adds over the schools although it is no quantity: a ratio, an average, a
 * year (see core/adding); null where there is none. The schools' mean of a ratio (divided by a count of schools)
 * and what an expression makes of it by itself (生师比 * 教师数) are not judged.
 */
export function addedThoughNone(
  { numerator, denominator }: Indicator,
  year: Pick<Year, 'forms' | 'form'>,
): ReadItem | null {
  const below = denominator === null ? [] : leavesOf(denominator)
  if (below.length > 0 && below.every(({ kind }) => kind === 'schools' || kind === 'count'))
    return null
  for (const leaf of [...leavesOf(numerator), ...below]) {
    if (leaf.kind !== 'sum' || !isPlainSum(leaf.expr)) continue
    // What the rows of a list agree on (a target, a rank) is not added: it is the one that all returns say.
    const found = itemsRead(leaf.expr, year).find(
      ({ form, index }) => form.list === undefined && form.items[index]?.adds !== undefined,
    )
    if (found !== undefined) return found
  }
  return null
}

/** Whether an expression only adds and takes away what it reads. */
function isPlainSum(expr: string): boolean {
  const bare = expr.replaceAll(/\[[^\]]*\]/gu, '').replaceAll(/SUM\s*\(/giu, '(')
  return !/[*/<>="]|[A-Z]{2,}\s*\(/iu.test(bare)
}
