import type { Form } from '../../shared/model.ts'
import { normalLabel } from '../forms/label.ts'
import { perObject } from '../memory/per-object.ts'

/** A form's labels in normal form, worked out once and used for every return. */
export interface FormShape {
  form: Form
  title: string
  rows: { code: string; leaf: string; parents: string }[]
  columns: { code: string; path: string[]; leaf: string; parents: string }[]
}

/** A form's words made comparable; once for each form. */
export const shapeOf = perObject((form: Form): FormShape => {
  return {
    form,
    title: normalLabel(form.title),
    rows: form.rows.map((row) => {
      const parts = row.label.split(' / ').map(normalLabel)
      return {
        code: normalCode(row.code),
        leaf: parts.at(-1) ?? '',
        parents: parts.slice(0, -1).join('/'),
      }
    }),
    columns: form.columns.map((column) => {
      const path = column.path.map(normalLabel)
      return {
        code: normalCode(column.code),
        path,
        leaf: path.at(-1) ?? '',
        parents: path.slice(0, -1).join('/'),
      }
    }),
  }
})

/** Codes compare without width, spaces and leading zeros: a spreadsheet makes 1 of "01". */
export function normalCode(code: string): string {
  return code
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/^0+(?=\d)/, '')
}
