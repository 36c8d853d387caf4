import { timeMark } from '../../shared/expression-tokens.ts'
import type { Timed } from '../../shared/expression-tokens.ts'
import type { Form } from '../../shared/model.ts'
import { Bounded } from '../memory/bounded.ts'
import { perObject } from '../memory/per-object.ts'
import { parseExpression } from '../rules/parse.ts'
import { itemsOfRef } from '../rules/refs.ts'
import { itemRefs } from '../rules/tree.ts'
import type { Leaf } from './leaves.ts'
import type { Year } from './year.ts'

/** An item that an expression reads. */
export interface ReadItem extends Timed {
  form: Form
  /** Index into form.items. */
  index: number
}

/** By the forms they were read for: one function stands for them as long as they stay. */
const known = perObject<Year['form'], Bounded<ReadItem[]>>(() => new Bounded(MOST))
/** Expressions remembered at most; while one is written, every attempt at it is one. */
const MOST = 2_000

/**
 * The items that an expression reads, each once; none when it cannot be read. They are kept as long
 * as the forms stay, since both years of every indicator ask for them at every change.
 */
export function itemsRead(text: string, year: Pick<Year, 'forms' | 'form'>): readonly ReadItem[] {
  const own = known(year.form)
  return own.get(text) ?? own.set(text, readItems(text, year))
}

function readItems(text: string, year: Pick<Year, 'forms' | 'form'>): ReadItem[] {
  const ids = year.forms.map((form) => form.id)
  const parsed = parseExpression(text, ids)
  if (!parsed.ok) return []
  const seen = new Set<string>()
  return itemRefs(parsed.expr).flatMap((ref) => {
    const form = year.form(ref.form)
    if (form === null) return []
    return itemsOfRef(form, ref, '', '').flatMap((index): ReadItem[] => {
      const key = `${form.id} ${String(index)} ${timeMark(ref)}`
      if (seen.has(key)) return []
      seen.add(key)
      const { lastYear, past } = ref
      return [{ form, index, lastYear, ...(past !== undefined && { past }) }]
    })
  })
}

/** The expressions of a side whose items move it, its condition included. */
export function expressionsOf(side: Leaf): string[] {
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
