import type { Form, FormItem } from '../../shared/model.ts'

/** `教基3112[01,7]` */
export function itemAddress(form: Form, item: FormItem): string {
  return `${form.id}[${form.rows[item.row]?.code ?? ''},${form.columns[item.column]?.code ?? ''}]`
}

/** "总计 · 在校生数·合计": the row's label and the column's headings. */
export function itemLabel(form: Form, item: FormItem): string {
  const row = form.rows[item.row]?.label ?? ''
  const path = form.columns[item.column]?.path ?? []
  return [row, path.join('·')].filter((part) => part !== '').join(' · ')
}

/** Index of the item at an address, or -1. */
export function itemAt(form: Form, address: string): number {
  return form.items.findIndex((item) => itemAddress(form, item) === address)
}

/** 表号 in an address: everything before the last bracket. */
export function formOf(address: string): string {
  const bracket = address.lastIndexOf('[')
  return bracket < 0 ? address : address.slice(0, bracket)
}

/** Whether figures of an item add up over schools: no text, no ratio, no year. */
export function addsUp({ kind, adds }: Pick<FormItem, 'kind' | 'adds'>): boolean {
  return kind === 'number' && adds === undefined
}
