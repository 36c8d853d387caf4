import type { Form, FormEdit, FormItem, FormLineEdit } from '../../shared/model.ts'
import { normalLabel } from './label.ts'
import { usualDecimals } from './units.ts'

type Kind = 'number' | 'text' | 'none'

/** A figure or a word from now on, beyond doubt; a word has no unit. */
function asKind(item: FormItem, kind: 'number' | 'text'): FormItem {
  const { either: _, fraction, ...rest } = item
  if (kind === 'text') return { ...rest, kind, unit: null }
  return fraction === undefined ? { ...rest, kind } : { ...rest, kind, fraction }
}

/** The items of a row or a column made figures, words, or none at all. */
export function withKinds(
  form: Form,
  edit: Extract<FormLineEdit, { kind: Kind | 'printed' }>,
): Form {
  const { kind } = edit
  const on = itemsOn(form, edit)
  if (kind === 'printed') return withPrinted(form, edit.column, on)
  const whole = 'column' in edit && edit.rows === undefined
  if (on.size === 0 && whole && kind !== 'none') return withFilled(form, edit.column, kind)
  if (kind === 'none') return without(form, on)
  // Where words are written, the form's own formulas still give figures.
  const meant = (item: FormItem, index: number): boolean =>
    on.has(index) && (kind === 'number' || item.input)
  return {
    ...form,
    items: form.items.map((item, i) => (meant(item, i) ? asKind(item, kind) : item)),
  }
}

/** A column that the county prints: it has no items, and what stands in it is no school's. */
function withPrinted(form: Form, column: string, on: ReadonlySet<number>): Form {
  const heading = leafOf(form, column)
  const printed = [...new Set([...(form.printed ?? []), ...(heading === '' ? [] : [heading])])]
  return { ...without(form, on), printed }
}

/** A column that was taken for one that the county prints: schools fill in every row. */
function withFilled(form: Form, column: string, kind: 'number' | 'text'): Form {
  if (!form.columns.some(({ code }) => code === column)) return form
  const heading = normalLabel(leafOf(form, column))
  const { printed: before = [], ...rest } = form
  const printed = before.filter((one) => normalLabel(one) !== heading)
  const open: Form = printed.length === 0 ? rest : { ...rest, printed }
  return form.rows.reduce(
    (made, { code: row }) => withKind(made, { form: form.id, row, column, kind }, -1),
    open,
  )
}

const leafOf = ({ columns }: Form, column: string): string =>
  columns.find(({ code }) => code === column)?.path.at(-1) ?? ''

/** The figures of a row or a column given a unit, with its usual decimals. */
export function withUnits(form: Form, edit: Extract<FormLineEdit, { unit: string | null }>): Form {
  const on = itemsOn(form, edit)
  const { unit } = edit
  return {
    ...form,
    items: form.items.map((item, i) =>
      on.has(i) && item.kind === 'number'
        ? { ...item, unit, decimals: Math.max(item.decimals, usualDecimals(unit)) }
        : item,
    ),
  }
}

function itemsOn(form: Form, edit: FormLineEdit): Set<number> {
  const rows = 'rows' in edit ? edit.rows : undefined
  const on = form.items.flatMap((item, index) => {
    const row = form.rows[item.row]?.code ?? ''
    if ('row' in edit) return row === edit.row ? [index] : []
    const here = form.columns[item.column]?.code === edit.column
    return here && (rows === undefined || rows.includes(row)) ? [index] : []
  })
  return new Set(on)
}

function without(form: Form, gone: ReadonlySet<number>): Form {
  if (gone.size === 0) return form
  const kept = form.items.flatMap((_, index) => (gone.has(index) ? [] : [index]))
  const now = new Map(kept.map((index, at) => [index, at]))
  return {
    ...form,
    items: form.items.filter((_, index) => !gone.has(index)),
    editions: form.editions.map((edition) => ({
      ...edition,
      items: edition.items.flatMap((index) => now.get(index) ?? []),
    })),
  }
}

/** Makes a cell a number, a text, or no item at all; a cell that was none becomes one in every workbook that has its row and column. */
export function withKind(
  form: Form,
  edit: Extract<FormEdit, { row: string; column: string; kind: Kind }>,
  index: number,
): Form {
  const { kind } = edit
  if (kind === 'none') return index < 0 ? form : without(form, new Set([index]))
  if (index >= 0) {
    return {
      ...form,
      items: form.items.map((item, i) => (i === index ? asKind(item, kind) : item)),
    }
  }
  const row = form.rows.findIndex((r) => r.code === edit.row)
  const column = form.columns.findIndex((c) => c.code === edit.column)
  if (row < 0 || column < 0) return form
  const at = form.items.findIndex(
    (item) => item.row > row || (item.row === row && item.column > column),
  )
  const place = at < 0 ? form.items.length : at
  const { unit } = form
  const decimals = usualDecimals(unit)
  const made = { row, column, kind, unit, decimals, formula: null, input: true }
  const editions = form.editions.map((edition) => {
    const shifted = edition.items.map((i) => (i >= place ? i + 1 : i))
    const has = (edition.rowAt[row] ?? -1) >= 0 && (edition.columnAt[column] ?? -1) >= 0
    return { ...edition, items: has ? [...shifted, place].sort((a, b) => a - b) : shifted }
  })
  return { ...form, items: form.items.toSpliced(place, 0, made), editions }
}
