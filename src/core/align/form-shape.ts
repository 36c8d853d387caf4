import type { Form } from '../../shared/model.ts'
import { withoutUnits } from '../forms/heading.ts'
import { normalLabel } from '../forms/label.ts'
import { meaningOf } from '../forms/meaning.ts'
import { perObject } from '../memory/per-object.ts'
import type { Line } from './match-paths.ts'

/** A form's labels in normal form, worked out once and used for every return. */
export interface FormShape {
  form: Form
  title: string
  rows: Line[]
  columns: Line[]
  /** Words printed beside the rows, and over the columns innermost, also as what they mean. */
  rowWords: ReadonlySet<string>
  columnWords: ReadonlySet<string>
  /** Headings of all levels. */
  headingWords: ReadonlySet<string>
}

/** A form's words made comparable; once for each form. */
export const shapeOf = perObject((form: Form): FormShape => {
  const rows = form.rows.map((row) => ({
    path: normalPath(row.label.split(' / ')),
    code: normalCode(row.code),
  }))
  const columns = form.columns.map((column) => ({
    path: column.path.map(normalLabel),
    code: normalCode(column.code),
  }))
  const leaves = columns.map(({ path }) => withoutUnits(path).at(-1) ?? '')
  return {
    form,
    title: normalLabel(form.title),
    rows,
    columns,
    rowWords: withMeanings(rows.flatMap(({ path }) => path)),
    columnWords: withMeanings(leaves),
    headingWords: withMeanings(columns.flatMap(({ path }) => path)),
  }
})

/** Labels in normal form; one that says nothing (……) is none, unless it is the only one. */
export function normalPath(labels: readonly string[]): string[] {
  const normal = labels.map(normalLabel)
  const said = normal.filter((label) => label !== '')
  return said.length === 0 ? normal : said
}

function withMeanings(words: string[]): Set<string> {
  return new Set([...words, ...words.map(meaningOf)].filter((word) => word !== ''))
}

/** Codes compare without width, spaces and leading zeros: a spreadsheet makes 1 of "01". */
export function normalCode(code: string): string {
  return code
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/^0+(?=\d)/, '')
}
