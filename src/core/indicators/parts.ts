import type { Form } from '../../shared/model.ts'
import { parseExpression } from '../rules/parse.ts'
import type { SchoolFigures } from '../rules/figures.ts'
import type { Num } from '../model/number.ts'
import { itemsOfRef } from '../rules/refs.ts'
import { itemRefs } from '../rules/tree.ts'
import { sideValue } from './evaluate.ts'
import { conditionOf, valueAt } from './over-schools.ts'
import type { Year } from './year.ts'
import type { Indicator, Side } from './indicator.ts'

/** A side that is not put together of others. */
export type PlainSide = Exclude<Side, { kind: 'add' }>

/** An item that an expression reads. */
export interface ReadItem {
  form: Form
  /** Index into form.items. */
  index: number
  lastYear: boolean
}

/** What a side is put together of, in the order written. */
export function plainSides(side: Side): PlainSide[] {
  return side.kind === 'add' ? side.sides.flatMap(plainSides) : [side]
}

/** The items that an expression reads, each once; none when it cannot be read. */
export function itemsRead(text: string, year: Pick<Year, 'forms' | 'form'>): ReadItem[] {
  const ids = year.forms.map((form) => form.id)
  const parsed = parseExpression(text, ids)
  if (!parsed.ok) return []
  const seen = new Set<string>()
  return itemRefs(parsed.expr).flatMap((ref) => {
    const form = year.form(ref.form)
    if (form === null) return []
    return itemsOfRef(form, ref, '', '').flatMap((index): ReadItem[] => {
      const key = `${form.id} ${String(index)} ${String(ref.lastYear)}`
      if (seen.has(key)) return []
      seen.add(key)
      return [{ form, index, lastYear: ref.lastYear }]
    })
  })
}

/** The expressions of a side whose items move it, its condition included. */
export function expressionsOf(side: PlainSide): string[] {
  const where = side.kind === 'external' || side.where === null ? [] : [side.where]
  switch (side.kind) {
    case 'external':
    case 'schools':
      return where
    case 'sum':
    case 'max':
    case 'count':
      return [side.expr, ...where]
    case 'cv':
      return [side.expr, side.weight, ...where]
  }
}

/**
 * The schools that a side counts, each with what it gives. Throws ReferenceFault where an
 * expression names what the collection does not have.
 */
export function contributions(
  side: PlainSide,
  year: Year,
): { school: SchoolFigures; value: Num }[] {
  if (side.kind === 'external') return []
  const where = conditionOf(side.where, year)
  switch (side.kind) {
    case 'schools':
      return year.register.filter(where).map((school) => ({ school, value: 1 }))
    case 'count': {
      const counts = conditionOf(side.expr, year)
      return year.reporting
        .filter((school) => where(school) && counts(school))
        .map((school) => ({ school, value: 1 }))
    }
    case 'sum':
    case 'max':
    case 'cv': {
      const value = valueAt(side.expr, year)
      return year.reporting.filter(where).map((school) => ({ school, value: value(school) }))
    }
  }
}

/** A plain side's own value. */
export function plainValue(side: PlainSide, year: Year, indicator: Indicator): Num | null {
  return sideValue(side, year, indicator.decimals)
}
