import type { Form, FormItem } from '../../../shared/model.ts'

/**
 * What is printed over an item from the top down: its row label, then the headings of its column.
 * A label below 其中 carries the label it belongs to, since 外省迁入 alone says too little.
 */
export function itemPath(form: Form, item: FormItem): string[] {
  return [rowLabel(form, item.row), ...(form.columns[item.column]?.path ?? [])]
}

/** The path in one line. */
export function itemLabel(form: Form, item: FormItem): string {
  return itemPath(form, item)
    .filter((part) => part !== '')
    .join(' / ')
}

/** `[行代码,列代码]`: the heading by which an item is found again next year. */
export function itemCode(form: Form, item: FormItem): string {
  return `[${form.rows[item.row]?.code ?? ''},${form.columns[item.column]?.code ?? ''}]`
}

function rowLabel(form: Form, index: number): string {
  const row = form.rows[index]
  if (row === undefined) return ''
  if (row.level < 2) return row.label
  for (let above = index - 1; above >= 0; above--) {
    const parent = form.rows[above]
    if (parent !== undefined && parent.level < row.level) {
      return parent.level === 0 ? row.label : `${rowLabel(form, above)} / ${row.label}`
    }
  }
  return row.label
}
