import { tableIn } from '../rules/compile.ts'
import type { Form } from '../../shared/model.ts'
import { compileExpression, ReferenceFault, scopeOf } from '../rules/compile.ts'
import type { SchoolFigures, TableFigures } from '../rules/figures.ts'
import type { Num } from '../model/number.ts'
import { parseExpression } from '../rules/parse.ts'
import { itemsOfRef } from '../rules/refs.ts'
import { itemRefs } from '../rules/tree.ts'
import { asNumber, asTruth } from '../rules/value.ts'
import type { Side } from './indicator.ts'

/** A sum over schools, taken apart: what each school adds, and from which items. */
export interface SideReader {
  /** Items of this year that it reads, each once. */
  cells: { form: Form; index: number }[]
  /** What the school adds as docs/contract.md §3 counts it: tables that are not there and unreadable cells add nothing; 0 where `where` leaves it out. */
  adds(figures: SchoolFigures): Num
  /** The same only where every table is there and every cell readable, and `where` lets it through; else null. */
  knows(figures: SchoolFigures): Num | null
}

/** Reads one `sum` side of an indicator school by school; null where its text does not fit the forms. */
export function sideReader(
  side: Pick<Extract<Side, { kind: 'sum' }>, 'expr' | 'where'>,
  forms: readonly Form[],
  hasAttribute: (name: string) => boolean,
): SideReader | null {
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
    const scope = scopeOf(where === null ? [sum.expr] : [sum.expr, where.expr], options)
    const value = compileExpression(sum.expr, scope, options)
    const wanted = where === null ? null : compileExpression(where.expr, scope, options)
    const read = (figures: SchoolFigures, tables: TableFigures[]): Num | null | undefined => {
      const place = { school: figures, tables, row: 0, column: 0 }
      if (wanted !== null && asTruth(wanted.evaluate(place)) !== true) return undefined
      const result = asNumber(value.evaluate(place))
      return typeof result === 'symbol' ? null : result
    }
    const now = (figures: SchoolFigures): TableFigures[] =>
      scope.slots.map((slot) => tableIn(figures, slot))
    return {
      cells: cellsOf(sum.expr, options.form),
      adds: (figures) => {
        const tables = now(figures).map((table, at) =>
          (table ?? (scope.slots[at]?.form.items ?? []).map(() => 0)).map((figure) =>
            typeof figure === 'symbol' ? 0 : figure,
          ),
        )
        return read(figures, tables) ?? 0
      },
      knows: (figures) =>
        scope.slots.every(({ form }) => figures.hasForm(form.id))
          ? (read(figures, now(figures)) ?? null)
          : null,
    }
  } catch (error) {
    if (error instanceof ReferenceFault) return null
    throw error
  }
}

function cellsOf(
  expr: Parameters<typeof itemRefs>[0],
  formOf: (id: string) => Form | null,
): SideReader['cells'] {
  const seen = new Set<string>()
  return itemRefs(expr).flatMap((ref) => {
    const form = ref.lastYear ? null : formOf(ref.form)
    if (form === null) return []
    return itemsOfRef(form, ref, '', '').flatMap((index) => {
      const key = `${form.id} ${String(index)}`
      if (seen.has(key)) return []
      seen.add(key)
      return [{ form, index }]
    })
  })
}
