import { UNITS } from './lexicon/units.ts'
import { COUNT_BEFORE } from './lexicon/unit-nouns.ts'
import type { Figure } from './figure.ts'
import { aboutOf } from './figures/about.ts'
import { approximationOf } from './figures/approximation.ts'
import { changeOf, differenceOf } from './figures/change.ts'
import type { Direction } from './figures/change.ts'
import { contextOf } from './figures/context.ts'
import type { Context } from './figures/context.ts'
import { nounUnit, withElidedUnits } from './figures/elided-units.ts'
import { intervalOf } from './figures/interval.ts'
import { kindOf } from './figures/kind.ts'
import { notAFigure } from './figures/not-a-figure.ts'
import type { NotAFigure } from './figures/not-a-figure.ts'
import { isPlanned } from './figures/planned.ts'
import type { Quantity } from './numerals/quantity.ts'
import { quantitiesOf } from './numerals/quantities.ts'
import { clausesIn, sentencesIn, stretchAt } from './prose/clauses.ts'
import { plainOf } from './prose/plain.ts'
import { plannedStretches } from './prose/sections.ts'

/**
 * Every figure of a drafted text, in order: what it says, in which unit, of what kind, and what it is
 * about. Dates, list numbers, document numbers, thresholds, names and sayings are none.
 *
 * @param text as it stands in the document; offsets of figures count its code points
 */
export function findFigures(text: string): Figure[] {
  const plain = plainOf(text)
  const sentences = sentencesIn(plain.text)
  const clauses = clausesIn(plain.text)
  const planned = plannedStretches(plain.text)
  const quantities = withElidedUnits(plain.text, quantitiesOf(plain.text))
  const found: Figure[] = []
  let last: { figure: Figure; context: Context; planned: boolean; way: Direction | null } | null =
    null
  let dropped: NotAFigure | null = null
  quantities.forEach((written, index) => {
    const sentence = stretchAt(sentences, written.start)
    const clause = stretchAt(clauses, written.start)
    if (sentence === null || clause === null) return
    const before = contextOf(plain.text, written, quantities[index - 1], sentence, clause)
    const quantity = named(written, before)
    if (quantity === null) return
    const context = { ...before, quantity }
    const why = notAFigure(context)
    const listed = /^ ?[、和与及] ?$/u.test(context.gap ?? '')
    if (why !== null && why !== 'saying') {
      dropped = why
      return
    }
    if (dropped === 'threshold' && listed) return
    dropped = null
    const same = last?.context.sentence === sentence ? last : null
    const way = quantity.negative ? 'down' : wayOf(context, same)
    const inSection = planned.some(
      ({ start, end }) => start <= written.start && written.start < end,
    )
    const meant = isPlanned(context, same?.planned ?? null, inSection)
    const kind = why === 'saying' ? 'other' : kindOf(context, meant, way, same?.figure ?? null)
    const approx = approximationOf(context)
    const average = quantity.unit?.sort === 'money' && /均/u.test(context.before)
    const bounds = intervalOf(quantity, approx, average)
    const figure: Figure = {
      start: quantity.start,
      end: quantity.end,
      text: plain.characters.slice(quantity.start, quantity.end).join(''),
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
      about: aboutOf(context, same?.figure ?? null),
    }
    found.push(figure)
    last = { figure, context, planned: kind === 'plan_target', way }
  })
  return found
}

/** With the unit that a bare number takes from its noun; null when it counts nothing. */
function named(quantity: Quantity, { previous, after }: Context): Quantity | null {
  if (quantity.unit !== null) return quantity
  if (quantity.scale !== '' || quantity.script === 'mask') return quantity
  if (quantity.script !== 'arabic' || !COUNT_BEFORE.test(previous)) return null
  if (!/^ ?(?:[，。；、,;)\n]|$)/u.test(after)) return null
  return { ...quantity, unit: nounUnit(previous) ?? UNITS.get('人') ?? null }
}

function wayOf(
  context: Context,
  last: { context: Context; way: Direction | null } | null,
): Direction | null {
  const way = changeOf(context) ?? inherited(context, last)
  return way ?? (context.quantity.unit?.sort === 'points' ? differenceOf(context) : null)
}

/** In a list the verb stands once: 分别比上年增长3%、4%、8%. */
function inherited(
  { lead, quantity }: Context,
  last: { context: Context; way: Direction | null } | null,
): Direction | null {
  if (last === null || last.way === null || !/^ ?(?:[、和与及]|以及|,)? ?$/u.test(lead)) return null
  return last.context.quantity.unit?.base === quantity.unit?.base ? last.way : null
}
