import type { Figure } from '../../model/draft/figure.ts'
import { aboutOf } from './about.ts'
import { approximationOf } from './approximation.ts'
import { changeOf, differenceOf } from './change.ts'
import type { Direction } from './change.ts'
import type { Context } from './context.ts'
import { intervalOf } from './interval.ts'
import { kindOf } from './kind.ts'
import { isPlanned } from './planned.ts'

/** A figure with how it was read, for the figures after it. */
export interface Read {
  readonly figure: Figure
  readonly context: Context
  readonly way: Direction | null
}

/**
 * What a quantity in its context says; its place is that in the plain text, its own text is left to
 * who knows the document.
 *
 * @param saying whether it counts nothing statistical (五个方面)
 * @param toCome whether it stands in a part of the text about what is to come
 * @param last the figure before it in the same sentence
 */
export function readFigure(
  context: Context,
  { saying, toCome, last }: { saying: boolean; toCome: boolean; last: Read | null },
): Read {
  const { quantity, sentence, clause } = context
  const before = last?.figure ?? null
  // The verb is what the next in the list goes on with: 提高-0.6和1.2个百分点.
  const said = wayOf(context, last)
  const way = quantity.negative ? 'down' : said
  const planned = isPlanned(context, before && before.kind === 'plan_target', toCome)
  const kind = saying ? 'other' : kindOf(context, planned, way, before)
  const approx = approximationOf(context)
  const average = quantity.unit?.sort === 'money' && context.before.includes('均')
  const bounds = intervalOf(quantity, approx, average)
  const figure: Figure = {
    start: quantity.start,
    end: quantity.end,
    text: '',
    value: quantity.value,
    low: quantity.high === null ? null : quantity.value,
    high: quantity.high,
    quoted: bounds?.quoted ?? null,
    interval: bounds?.interval ?? null,
    unit: quantity.unit?.base ?? '',
    quotedUnit: quantity.quotedUnit,
    scale: quantity.scale,
    decimals: quantity.decimals,
    kind,
    direction: kind.startsWith('change') ? way : null,
    approx,
    sentence: sentence.index,
    clause: clause.index,
    about: aboutOf(context, before, kind),
  }
  return { figure, context, way: said }
}

function wayOf(context: Context, last: Read | null): Direction | null {
  const way = changeOf(context) ?? inherited(context, last)
  return way ?? differenceOf(context)
}

const COUNTED: ReadonlySet<string> = new Set(['people', 'plain', 'loose'])

/** In a list the verb stands once: 分别比上年增长3%、4%、8%. */
function inherited({ lead, quantity }: Context, last: Read | null): Direction | null {
  if (last === null || last.way === null) return null
  if (!/^ ?(?:[、和与及]|以及|,)? ?-?$/u.test(lead)) return null
  // 学校、教学点分别减少14所、23个.
  const before = last.context.quantity
  const counts = [before, quantity].every(({ unit }) => unit !== null && COUNTED.has(unit.sort))
  return counts || before.unit?.base === quantity.unit?.base ? last.way : null
}
