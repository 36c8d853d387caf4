import type { Indicator } from '../indicators/indicator.ts'
import { sideReader } from '../indicators/side-reader.ts'
import { compare, over } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import { remembered } from './county.ts'
import type { ScreenedSchool } from './county.ts'
import { sumText } from './context.ts'
import type { ScreeningContext } from './context.ts'
import type { Found } from './roles.ts'

/** A ratio at one school. */
export interface RatioFigure {
  value: Num
  cells: Found[]
  check: string
}

/** A ratio that can be compared between schools. */
export interface Ratio {
  id: string
  source: 'screening' | 'indicator'
  /** null where the school has no such figures, or they cannot be known. */
  read(one: ScreenedSchool): RatioFigure | null
  /** Whether the collection's forms have what it needs. */
  used: boolean
}

/** The ratios of the settings, over roles. */
export function settingRatios(context: ScreeningContext): Ratio[] {
  return context.settings.ratios.map(({ id, numerator, denominator }) => {
    const [top, bottom] = [context.role(numerator), context.role(denominator)]
    const used = [numerator, denominator].every((name) =>
      context.settings.roles.some((role) => role.id === name && role.cells.length > 0),
    )
    return {
      id,
      source: 'screening',
      used,
      read: remembered((one) => {
        const [a, b] = [top(one), bottom(one)]
        if (a === null || b === null || a.now === null || b.now === null) return null
        const value = over(a.now, b.now)
        if (value === null || compare(value, 0) <= 0) return null
        const text = (cells: Found[]): string =>
          cells.length > 1 ? `(${sumText(context, cells)})` : sumText(context, cells)
        return {
          value,
          cells: [...a.cells, ...b.cells],
          check: `${text(a.cells)} / ${text(b.cells)}`,
        }
      }),
    }
  })
}

/** The collection's indicators whose numerator and denominator are sums over schools, school by school. */
export function indicatorRatios(
  context: ScreeningContext,
  indicators: readonly Indicator[],
  hasAttribute: (name: string) => boolean,
): Ratio[] {
  return indicators.flatMap((indicator): Ratio[] => {
    const { numerator, denominator } = indicator
    if (numerator.kind !== 'sum' || denominator?.kind !== 'sum') return []
    const [top, bottom] = [numerator, denominator].map((side) =>
      sideReader(side, context.forms, hasAttribute),
    )
    const cells = [...(top?.cells ?? []), ...(bottom?.cells ?? [])]
    return [
      {
        id: indicator.title,
        source: 'indicator',
        used: Boolean(top && bottom),
        read: remembered(({ figures }) => {
          const [a, b] = [top?.knows(figures) ?? null, bottom?.knows(figures) ?? null]
          const value = a === null || b === null ? null : over(a, b)
          if (value === null || compare(value, 0) <= 0) return null
          return { value, cells, check: `(${numerator.expr}) / (${denominator.expr})` }
        }),
      },
    ]
  })
}
