import { compileExpression, ReferenceFault, scopeOf } from '../rules/compile.ts'
import type { Indicator, Side } from '../indicators/indicator.ts'
import { itemRefs } from '../rules/tree.ts'
import { itemsOfRef } from '../rules/refs.ts'
import { parseExpression } from '../rules/parse.ts'
import { compare, over } from '../rules/number.ts'
import type { Num } from '../rules/number.ts'
import { asNumber, asTruth } from '../rules/value.ts'
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
      sideAt(context, side, hasAttribute),
    )
    const used = top !== null && bottom !== null && top !== undefined && bottom !== undefined
    return [
      {
        id: indicator.title,
        source: 'indicator',
        used,
        read: remembered((one) => {
          const [a, b] = used ? [top(one), bottom(one)] : [null, null]
          if (a === null || b === null) return null
          const value = over(a.value, b.value)
          if (value === null || compare(value, 0) <= 0) return null
          const check = `(${numerator.expr}) / (${denominator.expr})`
          return { value, cells: [...a.cells, ...b.cells], check }
        }),
      },
    ]
  })
}

type SideReader = (one: ScreenedSchool) => { value: Num; cells: Found[] } | null

/** One side of an indicator at a school; null where its text does not fit the collection. */
function sideAt(
  context: ScreeningContext,
  side: Extract<Side, { kind: 'sum' }>,
  hasAttribute: (name: string) => boolean,
): SideReader | null {
  const { forms } = context
  const options = {
    form: (id: string) => forms.find((form) => form.id === id) ?? null,
    hasAttribute,
    tolerance: 0,
  }
  const ids = forms.map((form) => form.id)
  const sum = parseExpression(side.expr, ids)
  const where = side.where === null ? null : parseExpression(side.where, ids)
  if (!sum.ok || where?.ok === false) return null
  try {
    const exprs = where === null ? [sum.expr] : [sum.expr, where.expr]
    const scope = scopeOf(exprs, options)
    const value = compileExpression(sum.expr, scope, options)
    const wanted = where === null ? null : compileExpression(where.expr, scope, options)
    const cells = itemRefs(sum.expr).flatMap((ref): Found[] => {
      const form = options.form(ref.form)
      return form === null ? [] : itemsOfRef(form, ref, '', '').map((index) => ({ form, index }))
    })
    return ({ figures }) => {
      if (!scope.slots.every((slot) => figures.hasForm(slot.form.id))) return null
      const tables = scope.slots.map((slot) => figures.table(slot.form))
      const place = { school: figures, tables, row: 0, column: 0 }
      if (wanted !== null && asTruth(wanted.evaluate(place)) !== true) return null
      const result = asNumber(value.evaluate(place))
      return typeof result === 'symbol' ? null : { value: result, cells }
    }
  } catch (error) {
    if (error instanceof ReferenceFault) return null
    throw error
  }
}
