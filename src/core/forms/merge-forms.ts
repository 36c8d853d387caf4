import type { ListShape } from '../../shared/lists.ts'
import type { Form, FormColumn, FormItem, FormRow } from '../../shared/model.ts'
import { likeness, normalLabel } from './label.ts'
import { firstFree } from '../../shared/first-free.ts'
import type { LearnedTable } from './learn.ts'

/**
 * One form per 表号 from the tables of all blank workbooks. The same table may stand in several
 * workbooks with other cells marked "*", or with rows that only some kinds of school have.
 * Tables that share an id but mean something else (other grades, another row 03, local forms named
 * "Sheet1") stay apart (docs/contract.md §2): the first in the order of the workbooks' names keeps
 * the id, a later one's carries its workbook's name.
 */
export function mergeForms(tables: LearnedTable[]): Form[] {
  const forms = new Map<string, Form>()
  const apart = tablesApart(tables)
  for (const { workbook, form } of tables) {
    const renamed = underId(form, apart.get(workbook) ?? NONE_APART)
    const known = forms.get(renamed.id)
    forms.set(renamed.id, known === undefined ? renamed : join(known, renamed))
  }
  return [...forms.values()]
}

/**
 * Forms with the tables of a further blank workbook put to them. What is there keeps its id: a table
 * that agrees with one of its id is another edition of it, one that does not gets its workbook's name.
 */
export function withTables(forms: readonly Form[], tables: readonly LearnedTable[]): Form[] {
  const all = new Map(forms.map((form) => [form.id, form]))
  const apart = new Map<string, Map<string, string>>()
  for (const { workbook, form } of tables) {
    const known = all.get(form.id)
    if (known === undefined || agree(known, form)) continue
    const own = apart.get(workbook) ?? new Map<string, string>()
    apart.set(workbook, own)
    own.set(form.id, freeId(all, `${form.id}·${workbook.replace(/\.[^.]+$/, '')}`))
  }
  for (const { workbook, form } of tables) {
    const named = underId(form, apart.get(workbook) ?? NONE_APART)
    const known = all.get(named.id)
    all.set(named.id, known === undefined ? named : join(known, named))
  }
  return [...all.values()]
}

function freeId(taken: ReadonlyMap<string, Form>, id: string): string {
  return firstFree(
    (attempt) => (attempt === 1 ? id : `${id}-${String(attempt)}`),
    (one) => taken.has(one),
  )
}

/** A table under the id that it has now, and with the tables of its workbook under theirs in its formulas. */
function underId(form: Form, own: ReadonlyMap<string, string>): Form {
  const id = own.get(form.id) ?? form.id
  return {
    ...form,
    id,
    ...(id !== form.id && { number: form.id }),
    items: form.items.map((item) => ({ ...item, formula: inNames(item.formula, own) })),
  }
}

const NONE_APART: ReadonlyMap<string, string> = new Map()

const inOrder = (tables: LearnedTable[]): LearnedTable[] =>
  [...tables].sort((a, b) => (a.workbook < b.workbook ? -1 : a.workbook > b.workbook ? 1 : 0))

/** Workbook → ids of its tables that another workbook's table has → what they are called instead. */
function tablesApart(tables: LearnedTable[]): Map<string, Map<string, string>> {
  const first = new Map<string, Form>()
  const apart = new Map<string, Map<string, string>>()
  for (const { workbook, form } of inOrder(tables)) {
    const known = first.get(form.id)
    if (known === undefined) first.set(form.id, form)
    else if (agree(known, form)) first.set(form.id, join(known, form))
    else {
      const own = apart.get(workbook) ?? new Map<string, string>()
      apart.set(workbook, own)
      own.set(form.id, `${form.id}·${workbook.replace(/\.[^.]+$/, '')}`)
    }
  }
  return apart
}

/** A formula with the tables of its workbook under the ids that they have now. */
function inNames(formula: string | null, renamed: ReadonlyMap<string, string>): string | null {
  if (formula === null) return null
  let text = formula
  for (const [id, name] of renamed) text = text.replaceAll(`${id}[`, `${name}[`)
  return text
}

/** Whether rows and columns with the same code carry the same label, so that one item is one thing. */
function agree(a: Form, b: Form): boolean {
  if (a.list !== undefined || b.list !== undefined)
    return a.list !== undefined && b.list !== undefined
  const rows = new Map(a.rows.map((row) => [row.code, normalLabel(row.label)]))
  const columns = new Map(a.columns.map((column) => [column.code, column]))
  const printed = a.ordinal?.columns !== true && b.ordinal?.columns !== true
  return (
    b.rows.every(
      (row) => (rows.get(row.code) ?? normalLabel(row.label)) === normalLabel(row.label),
    ) &&
    b.columns.every((column) => {
      const known = columns.get(column.code)
      return known === undefined || sameHeading(known, column, printed)
    })
  )
}

/** 男 under 在校生 is not 男 under 毕业生; a group's heading may be worded a little otherwise where numbers are printed. */
function sameHeading(a: FormColumn, b: FormColumn, printed: boolean): boolean {
  const parts = (column: FormColumn): string[] => column.path.map(normalLabel)
  if (parts(a).join('/') === parts(b).join('/')) return true
  const groups = (column: FormColumn): string => parts(column).slice(0, -1).join('/')
  const sameLeaf = parts(a).at(-1) === parts(b).at(-1)
  return printed && sameLeaf && likeness(groups(a), groups(b)) >= 0.6
}

function join(a: Form, b: Form): Form {
  if (a.list !== undefined && b.list !== undefined) return joinLists(a, a.list, b, b.list)
  const rows = union(a.rows, b.rows)
  const columns = union(a.columns, b.columns)
  const items = new Map<number, FormItem>()
  const place = (form: Form, item: FormItem): number =>
    indexOf(rows, form.rows[item.row]) * columns.length +
    indexOf(columns, form.columns[item.column])
  for (const form of [a, b]) {
    for (const item of form.items) {
      const at = place(form, item)
      const known = items.get(at)
      if (known === undefined) {
        items.set(at, {
          ...item,
          row: Math.floor(at / columns.length),
          column: at % columns.length,
        })
      } else {
        const choices = [...new Set([...(known.choices ?? []), ...(item.choices ?? [])])]
        const formula = known.formula ?? item.formula
        items.set(at, { ...known, formula, ...(choices.length > 0 && { choices }) })
      }
    }
  }
  const order = [...items.keys()].sort((x, y) => x - y)
  const rank = new Map(order.map((at, index) => [at, index]))
  const editions = [a, b].flatMap((form) =>
    form.editions.map((edition) => ({
      ...edition,
      items: edition.items
        .map((index) => {
          const item = form.items[index]
          return item === undefined ? -1 : (rank.get(place(form, item)) ?? -1)
        })
        .filter((index) => index >= 0)
        .sort((x, y) => x - y),
      rowAt: rows.map((row) => edition.rowAt[indexOf(form.rows, row)] ?? -1),
      columnAt: columns.map((column) => edition.columnAt[indexOf(form.columns, column)] ?? -1),
    })),
  )
  return {
    ...a,
    rows,
    columns,
    items: order.flatMap((at) => items.get(at) ?? []),
    editions,
  }
}

/** One list of two workbooks: columns that only the second has stand behind the first's. */
function joinLists(a: Form, own: ListShape, b: Form, other: ListShape): Form {
  const known = new Set(own.columns.map(({ heading }) => normalLabel(heading)))
  const more = other.columns.filter(({ heading }) => !known.has(normalLabel(heading)))
  return {
    ...a,
    list: { ...own, columns: [...own.columns, ...more] },
    editions: [...a.editions, ...b.editions],
  }
}

function indexOf<T extends { code: string }>(list: T[], wanted: T | undefined): number {
  return wanted === undefined ? -1 : list.findIndex((entry) => entry.code === wanted.code)
}

/** Both lists' entries by code: those only in `b` stand behind their neighbour in `b`. */
function union<T extends FormRow | FormColumn>(a: T[], b: T[]): T[] {
  const merged = [...a]
  let after = -1
  for (const entry of b) {
    const at = indexOf(merged, entry)
    if (at >= 0) after = at
    else merged.splice(++after, 0, entry)
  }
  return merged
}
