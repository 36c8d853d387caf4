import type { Form } from '../../shared/model.ts'
import type { Indicator, Side } from '../indicators/indicator.ts'
import { sideReader } from '../indicators/side-reader.ts'
import type { SideReader } from '../indicators/side-reader.ts'
import type { SchoolFigures } from '../rules/figures.ts'
import { plus } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import { piecesOf } from '../summary/placeholders.ts'

/** One side of a headline figure: what the schools add to it, and what is added besides. */
export interface HeadlineSide {
  readers: SideReader[]
  /** Parts that no return moves: external figures, schools of the register. */
  fixed: Num
}

/** A figure that is published: an indicator whose sides are sums over schools. */
export interface Headline {
  indicator: Indicator
  numerator: HeadlineSide
  denominator: HeadlineSide | null
}

interface Context {
  forms: readonly Form[]
  hasAttribute: (name: string) => boolean
  /** The value of a part that no return moves; null where it is absent. */
  fixed: (side: Side) => Num | null
}

/**
 * The figures that the summary quotes, in its order; without a summary all indicators. Those that
 * are no sums over schools (a largest value, 差异系数) have no bound that adds up and are left out.
 */
export function headlinesOf(
  indicators: readonly Indicator[],
  summary: string | null,
  context: Context,
): Headline[] {
  const quoted = summary === null ? [] : quotedIn(summary)
  const wanted = quoted.flatMap((id) => indicators.find((one) => one.id === id) ?? [])
  return (wanted.length > 0 ? wanted : indicators).flatMap((indicator): Headline[] => {
    const numerator = sideOf(indicator.numerator, context)
    const below = indicator.denominator === null ? null : sideOf(indicator.denominator, context)
    if (numerator === null || (indicator.denominator !== null && below === null)) return []
    const moved = [...numerator.readers, ...(below?.readers ?? [])].length > 0
    return moved ? [{ indicator, numerator, denominator: below }] : []
  })
}

/** Indicators that a summary quotes, each once, in the order of the text. */
function quotedIn(summary: string): string[] {
  const ids = piecesOf(summary).flatMap((piece) => (piece.kind === 'placeholder' ? [piece.id] : []))
  return [...new Set(ids)]
}

function sideOf(side: Side, context: Context): HeadlineSide | null {
  switch (side.kind) {
    case 'sum':
    case 'count': {
      const expr = side.kind === 'sum' ? side.expr : `IF(${side.expr}, 1, 0)`
      const reader = sideReader({ expr, where: side.where }, context.forms, context.hasAttribute)
      return reader === null ? null : { readers: [reader], fixed: 0 }
    }
    case 'schools':
    case 'external': {
      const fixed = context.fixed(side)
      return fixed === null ? null : { readers: [], fixed }
    }
    case 'add': {
      const parts = side.sides.map((part) => sideOf(part, context))
      const known = parts.filter((part) => part !== null)
      if (known.length < parts.length) return null
      return {
        readers: known.flatMap((part) => part.readers),
        fixed: known.reduce<Num>((sum, part) => plus(sum, part.fixed), 0),
      }
    }
    case 'max':
    case 'cv':
      return null
  }
}

/** What a school adds to a side. */
export function addedBy({ readers }: HeadlineSide, figures: SchoolFigures): Num {
  return readers.reduce<Num>((sum, reader) => plus(sum, reader.adds(figures)), 0)
}
