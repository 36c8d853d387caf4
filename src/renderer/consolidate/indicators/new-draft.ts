import type { IndicatorDraft, IndicatorSide } from '../../../shared/consolidate.ts'

/** An indicator before anything is written: a sum over the schools. */
export function newDraft(): IndicatorDraft {
  return {
    id: '',
    title: '',
    unit: '人',
    decimals: 0,
    numerator: newSide('sum'),
    denominator: null,
    scale: '1',
    prefix: '',
  }
}

/** Kinds of one part of a side, in the order they are offered. */
export const LEAF_KINDS = ['sum', 'schools', 'count', 'external', 'max', 'cv'] as const
export type LeafKind = (typeof LEAF_KINDS)[number]
export type LeafSide = Exclude<IndicatorSide, { kind: 'add' }>

/** A part of that kind; what was written for another kind is taken over where it fits. */
export function newSide(kind: LeafKind, from?: LeafSide): LeafSide {
  const expr = from && 'expr' in from ? from.expr : ''
  const where = from && 'where' in from ? from.where : null
  switch (kind) {
    case 'external':
      return { kind, name: '' }
    case 'schools':
      return { kind, where }
    case 'cv':
      return { kind, expr, weight: '1', where }
    case 'sum':
    case 'count':
    case 'max':
      return { kind, expr, where }
  }
}

/** The parts that a side is the sum of; sums within sums are opened. */
export function partsOf(side: IndicatorSide): LeafSide[] {
  return side.kind === 'add' ? side.sides.flatMap(partsOf) : [side]
}

/** A side made of these parts. */
export function sideOf(parts: LeafSide[]): IndicatorSide {
  const [first] = parts
  return first !== undefined && parts.length === 1 ? first : { kind: 'add', sides: parts }
}

/** Whether everything is written that an indicator cannot do without. */
export function isComplete(draft: IndicatorDraft): boolean {
  const parts = [draft.numerator, ...(draft.denominator ? [draft.denominator] : [])].flatMap(
    partsOf,
  )
  const written = parts.every((part) => {
    if (part.kind === 'external') return part.name.trim() !== ''
    return part.kind === 'schools' || part.expr.trim() !== ''
  })
  return draft.id.trim() !== '' && written
}
