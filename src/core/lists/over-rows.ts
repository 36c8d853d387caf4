import type { ListColumn } from '../../shared/lists.ts'
import type { SyntaxFault } from '../../shared/syntax-fault.ts'
import type { ListRows } from '../model/list-rows.ts'
import { compileExpression, ReferenceFault, scopeOf } from '../rules/compile.ts'
import { parseExpression } from '../rules/parse.ts'
import type { Place } from '../rules/place.ts'
import { saysTruth } from '../rules/says-truth.ts'
import type { Value } from '../rules/value.ts'
import { fieldOf } from './fields.ts'
import type { ListCursor } from './fields.ts'

/** An expression over the rows of a list, ready to run; or what is wrong with it. */
export type OverRows =
  | {
      ok: true
      /** Whether it says yes or no, so that rows can be held against it. */
      truth: boolean
      over: (rows: ListRows, referenceDate: string) => (row: number) => Value
    }
  | { ok: false; fault: SyntaxFault }

/** Makes an expression over a list's columns (`名单.学历 = "本科"`) ready to run over rows. */
export function overRows(text: string, columns: readonly ListColumn[]): OverRows {
  const parsed = parseExpression(text, [])
  if (!parsed.ok) return { ok: false, fault: parsed.fault }
  let cursor: ListCursor | null = null
  const now = (): ListCursor => {
    if (cursor === null) throw new TypeError('an expression over rows was asked without any')
    return cursor
  }
  try {
    const options = {
      form: () => null,
      hasAttribute: () => false,
      field: (name: string) => fieldOf(name, columns, now),
      tolerance: 0,
    }
    const scope = scopeOf([parsed.expr], options)
    const { evaluate } = compileExpression(parsed.expr, scope, options)
    return {
      ok: true,
      truth: saysTruth(parsed.expr),
      over: (rows, referenceDate) => {
        const own: ListCursor = { rows, unread: new Set(rows.unread), referenceDate }
        const place: Place = { school: NOBODY, tables: [], row: 0, column: 0 }
        return (row) => {
          cursor = own
          place.row = row
          return evaluate(place)
        }
      },
    }
  } catch (error) {
    if (error instanceof ReferenceFault) return { ok: false, fault: error.fault }
    throw error
  }
}

/** Conditions over a list speak of its rows alone. */
const NOBODY: Place['school'] = {
  id: '',
  attribute: () => undefined,
  hasForm: () => false,
  table: () => null,
  lastYear: () => null,
}
