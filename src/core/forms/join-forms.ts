import type { Form, FormEdition, FormPage } from '../../shared/model.ts'
import { normalLabel } from './label.ts'

/** How one table goes on in another: with further columns for its rows, or with further rows. */
export type Continues = 'columns' | 'rows'

/**
 * Whether a table can be a further page of another, and how: it has the same rows and other columns,
 * or the same columns and other rows, in the same workbooks.
 *
 * @returns null where it cannot
 */
export function continues(form: Form, part: Form): Continues | null {
  const plain = (one: Form): boolean => one.list === undefined && one.shape === undefined
  if (form.id === part.id || !plain(form) || !plain(part)) return null
  const books = ({ editions }: Form): string =>
    editions
      .map(({ workbook }) => workbook)
      .sort()
      .join('|')
  if (books(form) !== books(part)) return null
  const rows = same(rowWords(form), rowWords(part))
  const columns = same(columnWords(form), columnWords(part))
  if (rows === columns) return null
  return rows ? 'columns' : 'rows'
}

const rowWords = (form: Form): string[] => form.rows.map(({ label }) => normalLabel(label))
const columnWords = (form: Form): string[] =>
  form.columns.map(({ path }) => path.map(normalLabel).join('/'))

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, at) => text === b[at])
}

/** The forms with one made a further page of another; as they are where it cannot be one. */
export function joined(forms: Form[], id: string, of: string): Form[] {
  const whole = forms.find((form) => form.id === of)
  const part = forms.find((form) => form.id === id)
  const how = whole === undefined || part === undefined ? null : continues(whole, part)
  if (whole === undefined || part === undefined || how === null) return forms
  const one = join(whole, part, how)
  return forms
    .filter((form) => form !== part)
    .map((form) => {
      if (form === whole) return one.form
      const items = form.items.map((item) => ({ ...item, formula: one.renamed(item.formula) }))
      return { ...form, items }
    })
}

/** A code is kept where it is free, else it counts on. */
function freeCode(code: string, taken: Set<string>, ordinal: string): string {
  let free = code
  for (let n = 2; taken.has(free); n++) free = n === 2 ? ordinal : `${ordinal}#${String(n)}`
  taken.add(free)
  return free
}

function join(
  whole: Form,
  part: Form,
  how: Continues,
): { form: Form; renamed: (formula: string | null) => string | null } {
  const taken = new Set((how === 'columns' ? whole.columns : whole.rows).map(({ code }) => code))
  const codes = new Map<string, string>()
  const added = (how === 'columns' ? part.columns : part.rows).map(({ code }, at) => {
    const [count, width] = how === 'columns' ? [whole.columns.length, 1] : [whole.rows.length, 2]
    const free = freeCode(code, taken, String(count + at + 1).padStart(width, '0'))
    codes.set(code, free)
    return free
  })
  const rows =
    how === 'columns'
      ? whole.rows
      : [...whole.rows, ...part.rows.map((row, at) => ({ ...row, code: added[at] ?? row.code }))]
  const columns =
    how === 'rows'
      ? whole.columns
      : [
          ...whole.columns,
          ...part.columns.map((one, at) => ({ ...one, code: added[at] ?? one.code })),
        ]
  const renamed = renaming(whole, part, how, codes)
  const [firstRow, firstColumn] =
    how === 'columns' ? [0, whole.columns.length] : [whole.rows.length, 0]
  const all = [
    ...whole.items.map((item, index) => ({ item, from: whole, index })),
    ...part.items.map((item, index) => ({
      item: { ...item, row: item.row + firstRow, column: item.column + firstColumn },
      from: part,
      index,
    })),
  ].sort((a, b) => a.item.row - b.item.row || a.item.column - b.item.column)
  const at = new Map([whole, part].map((form) => [form, new Map<number, number>()]))
  all.forEach(({ from, index }, place) => at.get(from)?.set(index, place))
  const placed = (form: Form, items: readonly number[]): number[] =>
    items.flatMap((index) => at.get(form)?.get(index) ?? [])
  const editions = whole.editions.map((edition): FormEdition => {
    const other = part.editions.find(({ workbook }) => workbook === edition.workbook)
    if (other === undefined) return edition
    const size = { rows: rows.length, columns: columns.length }
    const pages = [
      ...pagesOf(edition, edition, size, 0, 0),
      ...pagesOf(other, edition, size, firstRow, firstColumn),
    ]
    const items = [...placed(whole, edition.items), ...placed(part, other.items)]
    return {
      ...edition,
      items: items.sort((a, b) => a - b),
      rowAt: first(pages, 'rowAt', rows.length),
      columnAt: first(pages, 'columnAt', columns.length),
      pages,
    }
  })
  const form: Form = {
    ...whole,
    rows,
    columns,
    items: all.map(({ item }) => ({ ...item, formula: renamed(item.formula) })),
    editions,
    ...(part.sure !== undefined && { sure: [...(whole.sure ?? []), ...part.sure] }),
  }
  return { form, renamed }
}

const first = (pages: FormPage[], of: 'rowAt' | 'columnAt', count: number): number[] =>
  Array.from(
    { length: count },
    (_, index) => pages.map((page) => page[of][index] ?? -1).find((at) => at >= 0) ?? -1,
  )

/** The pages of one edition among the rows and columns of the whole table. */
function pagesOf(
  own: FormEdition,
  whole: FormEdition,
  size: { rows: number; columns: number },
  firstRow: number,
  firstColumn: number,
): FormPage[] {
  const within = (places: number[], from: number, count: number): number[] =>
    Array.from({ length: count }, (_, index) => places[index - from] ?? -1)
  const pages: FormPage[] = own.pages ?? [{ rowAt: own.rowAt, columnAt: own.columnAt }]
  return pages.map((page) => {
    const sheet = page.sheet ?? own.sheet
    return {
      rowAt: within(page.rowAt, firstRow, size.rows),
      columnAt: within(page.columnAt, firstColumn, size.columns),
      ...(sheet !== whole.sheet && { sheet }),
    }
  })
}

/** Formulas that speak of the joined table speak of the whole one, by its codes. */
function renaming(
  whole: Form,
  part: Form,
  how: Continues,
  codes: ReadonlyMap<string, string>,
): (formula: string | null) => string | null {
  const own = (text: string): string =>
    text
      .split(':')
      .map((code) => codes.get(code) ?? code)
      .join(':')
  return (formula) => {
    if (formula === null || !formula.includes(`${part.id}[`)) return formula
    const parts = formula.split(`${part.id}[`)
    return parts.slice(1).reduce((text, rest) => {
      const end = rest.indexOf(']')
      const [row = '', column = ''] = rest.slice(0, end).split(',')
      const place = how === 'columns' ? `${row},${own(column)}` : `${own(row)},${column}`
      // Another table's name may end in this one's: its own name stands before the bracket then.
      const before = /[\p{L}\p{N}_·-]$/u.test(text)
      return before ? `${text}${part.id}[${rest}` : `${text}${whole.id}[${place}${rest.slice(end)}`
    }, parts[0] ?? '')
  }
}
