import { COUNT_BEFORE } from '../lexicon/unit-nouns.ts'
import { UNITS } from '../lexicon/units.ts'
import type { Quantity } from '../numerals/quantity.ts'
import type { Context } from './context.ts'
import { nounUnit } from './elided-units.ts'

/** A coefficient has no unit: 校际差异系数0.267. */
const COEFFICIENT = /(?:系数|指数)(?:为|是|达到?|约|:)? ?$/u

/** A quantity with the unit that a bare number takes from its noun (在校生12345); null when it counts nothing. */
export function countedBare(quantity: Quantity, { previous, after }: Context): Quantity | null {
  if (quantity.unit !== null || quantity.scale !== '' || quantity.script === 'mask') return quantity
  if (quantity.script === 'arabic' && COEFFICIENT.test(previous)) return quantity
  if (quantity.script !== 'arabic' || !COUNT_BEFORE.test(previous)) return null
  if (!/^ ?(?:[，。；、,;)\n]|$)/u.test(after)) return null
  return { ...quantity, unit: nounUnit(previous) ?? UNITS.get('人') ?? null }
}
