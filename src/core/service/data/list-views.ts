import type { ListFault, ListPivot, ListRowView, ListView } from '../../../shared/lists.ts'
import type { PivotSide } from '../../../shared/lists.ts'
import type { Basis, Form, School } from '../../../shared/model.ts'
import type { Scope } from '../../../shared/totals.ts'
import { CallError } from '../../../shared/result.ts'
import type { Collection } from '../../collection/collection.ts'
import { groupOf } from '../../consolidate/groups.ts'
import { listLibraryOf } from '../../collection/form-index.ts'
import { fieldName } from '../../forms/lists/list-column.ts'
import { AGE, birthColumn } from '../../lists/fields.ts'
import { listFaults } from '../../lists/list-faults.ts'
import { masked } from '../../lists/identity-number.ts'
import { pivotRows } from '../../lists/pivot-rows.ts'
import { cellIndex, columnOf, placeIn } from '../../model/list-rows.ts'
import type { ListRows } from '../../model/list-rows.ts'

/** One school's rows of a list, and the sheet they stand on. */
export interface SchoolList {
  school: School
  sheet: string
  rows: ListRows
  /** As they came, where cells of them were corrected; else the same. */
  returned: ListRows
}

/** The lists of a form that are in, school by school in the register's order. */
export function listsOf(
  collection: Collection,
  form: Form,
  scope: Scope,
  basis: Basis = 'adopted',
): SchoolList[] {
  return collection.expected.flatMap((one) => {
    if ('school' in scope && one.id !== scope.school) return []
    if ('group' in scope && groupOf(one, scope.by, collection.config) !== scope.group) return []
    const source = collection.tableSource(one.id, form.id)
    if (source?.table.list === undefined) return []
    const { sheet, list: returned } = source.table
    const put = basis === 'returned' ? source : collection.adoptedSource(one.id, form.id)
    return [{ school: one, sheet, rows: put?.table.list ?? returned, returned }]
  })
}

/** The form of a list. Throws CallError no-such-form, also for a form that is none. */
export function listForm(collection: Collection, id: string): Form & Required<Pick<Form, 'list'>> {
  const form = collection.form(id)
  const { list } = form
  if (list === undefined) throw new CallError('no-such-form', { form: id })
  return { ...form, list }
}

/** The lists of a collection. */
export function listViews(collection: Collection): { lists: ListView[]; faults: ListFault[] } {
  const lists = collection.forms.flatMap((form): ListView[] => {
    const { list } = form
    if (list === undefined) return []
    const own = listsOf(collection, form, { county: true })
    const expected = collection.expected.filter(
      (school) => collection.itemsOf(school, form).length > 0,
    )
    const fields = list.columns.map(({ heading, kind }) => ({
      name: fieldName(heading),
      number: kind === 'number',
    }))
    const age = birthColumn(list.columns) >= 0 && collection.config.referenceDate !== ''
    return [
      {
        form: form.id,
        title: form.title,
        columns: list.columns,
        fields: age ? [...fields, { name: AGE, number: true }] : fields,
        counts: list.counts,
        rows: own.reduce((sum, { rows }) => sum + rows.rowAt.length, 0),
        schools: own.length,
        expected: expected.length,
      },
    ]
  })
  return { lists, faults: listFaults(listLibraryOf(collection), collection.forms) }
}

/** Rows `from` up to `to` of a list, or of the lists of all schools under one another. */
export function listRowViews(
  lists: readonly SchoolList[],
  { list }: Required<Pick<Form, 'list'>>,
  from: number,
  to: number,
): ListRowView[] {
  const views: ListRowView[] = []
  let before = 0
  for (const one of lists) {
    const { length } = one.rows.rowAt
    const first = Math.max(0, from - before)
    const last = Math.min(length, to - before)
    for (let row = first; row < last; row++) views.push(rowView(one, list, row))
    before += length
    if (before >= to) break
  }
  return views
}

function rowView(
  { school, sheet, rows, returned }: SchoolList,
  { columns }: Required<Form>['list'],
  row: number,
): ListRowView {
  return {
    school: school.id,
    schoolName: school.name,
    sheet: placeIn(rows, sheet, row, 0).sheet,
    row: (rows.rowAt[row] ?? 0) + 1,
    cells: columns.map(({ identity }, at) => {
      const text = columnOf(rows, at)[row] ?? ''
      return identity ? masked(text) : text
    }),
    corrected:
      rows === returned
        ? []
        : columns.flatMap((_, column) => {
            const before = columnOf(returned, column)[row] ?? ''
            return columnOf(rows, column)[row] === before ? [] : [{ column, returned: before }]
          }),
    unread: columns.flatMap((_, at) =>
      rows.unread.includes(cellIndex(columns.length, row, at)) ? [at] : [],
    ),
  }
}

/** The rows of lists counted by one or two columns. */
export function listPivotOf(
  collection: Collection,
  form: Required<Pick<Form, 'list'>>,
  lists: readonly SchoolList[],
  asked: { rows: PivotSide | null; columns: PivotSide | null; where: string },
): ListPivot {
  const rows = lists.map((one) => one.rows)
  return pivotRows(rows, form.list, asked, collection.config.referenceDate)
}
